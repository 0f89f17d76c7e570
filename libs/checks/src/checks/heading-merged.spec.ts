import { checkSheets, headingCells, lineCells, saidBy } from '../testing.ts';

describe('heading-merged', () => {
  it('accepts a heading in one row', async () => {
    expect(
      saidBy(
        await checkSheets([{ merged: ['A1:C1'], rows: [['Rapport', null, null], headingCells, lineCells()] }]),
        'heading-merged',
      ),
    ).toEqual([]);
  });

  it('reports merged cells in the heading', async () => {
    const verdict = await checkSheets([{ merged: ['G1:H1'], rows: [headingCells, lineCells()] }]);
    expect(saidBy(verdict, 'heading-merged')).toMatchObject([
      { class: 6, severity: 'info', params: { rows: '1' }, place: { row: 1 } },
    ]);
  });

  it('accepts group titles above a complete heading', async () => {
    const groups = ['Kunde', 'Vare', null, 'Leveranse', null, null, null, null, null];
    expect(
      saidBy(
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
    const verdict = await checkSheets([{ rows: [upper, lower, lineCells()] }]);
    expect(saidBy(verdict, 'heading-merged')).toMatchObject([{ params: { rows: '1–2' } }]);
    expect(verdict).toMatchObject({ rows: 1, accepted: 1 });
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
    const verdict = await checkSheets([{ rows: [upper, lower, ['240397', ...lineCells()]] }]);
    expect(verdict).toMatchObject({ rows: 1, accepted: 1, totals: { byBuyer: [{ buyer: 'k' }] } });
  });
});
