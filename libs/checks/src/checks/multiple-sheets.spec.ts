import { checkSheets, headingCells, lineCells, findingsOf } from '../testing.ts';

const noBuyer = <T>(cells: readonly T[]): T[] => cells.slice(1);

describe('multiple-sheets', () => {
  it('reports nothing about one sheet', async () => {
    expect(findingsOf(await checkSheets([{ rows: [headingCells, lineCells()] }]), 'multiple-sheets')).toEqual([]);
  });

  it('reads a sheet per municipality and leaves out the sum', async () => {
    const checkResult = await checkSheets([
      { name: 'Kongsvinger', rows: [noBuyer(headingCells), noBuyer(lineCells())] },
      { name: 'Sør-Odal', rows: [noBuyer(headingCells), noBuyer(lineCells())] },
      {
        name: 'Sum',
        rows: [
          ['Kommune', 'Beløp'],
          ['Kongsvinger', 240],
          ['Sør-Odal', 240],
        ],
      },
    ]);
    expect(findingsOf(checkResult, 'multiple-sheets')).toMatchObject([
      { class: 7, severity: 'info', found: 'Sum', params: { sheets: 3, read: 2 }, place: { sheet: 'Sum' } },
    ]);
    expect(checkResult.totals.byBuyer.map((each) => each.buyer).sort()).toEqual(['k', 's']);
    expect(checkResult.sheets.map((sheet) => [sheet.role, sheet.rows])).toEqual([
      ['lines', 1],
      ['lines', 1],
      ['summary', 0],
    ]);
  });

  it('reports when all of them were read', async () => {
    const checkResult = await checkSheets([
      { rows: [headingCells, lineCells()] },
      { rows: [headingCells, lineCells({ invoice: 'F2' })] },
    ]);
    expect(findingsOf(checkResult, 'multiple-sheets')).toMatchObject([{ found: 'Ark1 · Ark2' }]);
  });

  it("prefers the name of the sheet to a column of the supplier's customer numbers", async () => {
    const numbered = (cells: readonly (string | number | object | null)[], first: string) => [first, ...noBuyer(cells)];
    const sheet = (name: string) => ({
      name,
      rows: [numbered(headingCells, 'Kundenr'), numbered(lineCells(), '240397')],
    });
    const checkResult = await checkSheets([sheet('Kongsvinger'), sheet('Sør-Odal')]);
    expect(checkResult).toMatchObject({ ok: true, accepted: 2 });
    expect(checkResult.totals.byBuyer.map((each) => each.buyer).sort()).toEqual(['k', 's']);
  });
});
