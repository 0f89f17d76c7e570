import { checkSheets, headingCells, lineCells, findingsOf } from '../testing.ts';

describe('heading-merged', () => {
  it('accepts a heading in one row', async () => {
    expect(
      findingsOf(
        await checkSheets([{ merged: ['A1:C1'], rows: [['Rapport', null, null], headingCells, lineCells()] }]),
        'heading-merged',
      ),
    ).toEqual([]);
  });

  it('reports merged cells in the heading', async () => {
    const checkResult = await checkSheets([{ merged: ['G1:H1'], rows: [headingCells, lineCells()] }]);
    expect(findingsOf(checkResult, 'heading-merged')).toMatchObject([
      { class: 6, severity: 'info', params: { rows: '1' }, place: { row: 1 } },
    ]);
  });

  it('accepts group titles above a complete heading', async () => {
    const groups = ['Kunde', 'Vare', null, 'Leveranse', null, null, null, null, null];
    expect(
      findingsOf(
        await checkSheets([{ merged: ['B1:C1', 'D1:I1'], rows: [groups, headingCells, lineCells()] }]),
        'heading-merged',
      ),
    ).toEqual([]);
  });

  it('reads a heading of two rows', async () => {
    const upper = ['Kunde', 'Vare', null, 'Levert', null, null, null, null, null];
    const lower = [
      null,
      'Varenummer',
      'Varenavn',
      'Antall',
      'Enhet',
      'Enhetspris',
      'Beløp',
      'Leveringsdato',
      'Fakturanummer',
    ];
    const checkResult = await checkSheets([{ rows: [upper, lower, lineCells()] }]);
    expect(findingsOf(checkResult, 'heading-merged')).toMatchObject([{ params: { rows: '1–2' } }]);
    expect(checkResult).toMatchObject({ rows: 1, accepted: 1 });
  });

  it('does not take a group title for a column when one below it is named', async () => {
    const upper = ['Kunde', null, 'Vare', null, 'Levert', null, null, null, null, null];
    const lower = [
      'nr',
      'Kommune',
      'nr',
      'navn',
      'Antall',
      'Enhet',
      'Enhetspris',
      'Beløp',
      'Leveringsdato',
      'Fakturanummer',
    ];
    const checkResult = await checkSheets([{ rows: [upper, lower, ['240397', ...lineCells()]] }]);
    expect(checkResult).toMatchObject({ rows: 1, accepted: 1, totals: { byBuyer: [{ buyer: 'k' }] } });
  });
});
