import { checkSheets, headingCells, lineCells, findingsOf } from '../testing.ts';

const below = { buyer: null, date: null };

describe('cells merged over several rows', () => {
  it('apply to each of the rows', async () => {
    const rows = [
      headingCells,
      lineCells({ buyer: 'Åsnes' }),
      lineCells({ ...below, invoice: 'F2' }),
      lineCells({ ...below, invoice: 'F3' }),
      lineCells({ invoice: 'F4' }),
    ];
    const checkResult = await checkSheets([{ merged: ['A2:A4', 'H2:H4'], rows }]);
    expect(checkResult).toMatchObject({ ok: true, rows: 4, accepted: 4 });
    expect(checkResult.totals.byBuyer).toMatchObject([
      { buyer: 'a', rows: 3 },
      { buyer: 'k', rows: 1 },
    ]);
  });

  it('end with the range', async () => {
    const rows = [
      headingCells,
      lineCells(),
      lineCells({ ...below, invoice: 'F2' }),
      lineCells({ ...below, invoice: 'F3' }),
    ];
    const checkResult = await checkSheets([{ merged: ['A2:A3', 'H2:H3'], rows }]);
    expect(findingsOf(checkResult, 'required-empty').map(({ place }) => place?.row)).toEqual([4, 4]);
  });

  it('are not filled for numbers: three rows may share NOK 240, or cost it each', async () => {
    const checkResult = await checkSheets([
      { merged: ['G2:G3'], rows: [headingCells, lineCells(), lineCells({ amount: null, invoice: 'F2' })] },
    ]);
    expect(findingsOf(checkResult, 'required-empty')).toMatchObject([{ place: { cell: 'G3' } }]);
  });

  it('fill neither blank rows nor totals', async () => {
    const total = [null, null, null, null, null, null, 480, null, null];
    const checkResult = await checkSheets([
      { merged: ['A2:A5'], rows: [headingCells, lineCells(), lineCells({ buyer: null, invoice: 'F2' }), [], total] },
    ]);
    expect(checkResult).toMatchObject({ ok: true, rows: 2, totals: { amount: '480.00' } });
  });
});
