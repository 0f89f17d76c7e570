import { checkSheets, headingCells, lineCells, saidBy } from '../testing.ts';

const noBuyer = <T>(cells: readonly T[]): T[] => cells.slice(1);

describe('several-sheets', () => {
  it('reports nothing about one sheet', async () => {
    expect(saidBy(await checkSheets([{ rows: [headingCells, lineCells()] }]), 'several-sheets')).toEqual([]);
  });

  it('reads a sheet per municipality and leaves out the sum', async () => {
    const verdict = await checkSheets([
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
    expect(saidBy(verdict, 'several-sheets')).toMatchObject([
      { class: 7, severity: 'info', found: 'Sum', params: { sheets: 3, read: 2 }, place: { sheet: 'Sum' } },
    ]);
    expect(verdict.totals.byBuyer.map((each) => each.buyer).sort()).toEqual(['k', 's']);
    expect(verdict.sheets.map((sheet) => [sheet.role, sheet.rows])).toEqual([
      ['lines', 1],
      ['lines', 1],
      ['summary', 0],
    ]);
  });

  it('reports when all of them were read', async () => {
    const verdict = await checkSheets([
      { rows: [headingCells, lineCells()] },
      { rows: [headingCells, lineCells({ invoice: 'F2' })] },
    ]);
    expect(saidBy(verdict, 'several-sheets')).toMatchObject([{ found: 'Ark1 · Ark2' }]);
  });

  it("prefers the name of the sheet to a column of the supplier's customer numbers", async () => {
    const numbered = (cells: readonly (string | number | object | null)[], first: string) => [first, ...noBuyer(cells)];
    const sheet = (name: string) => ({
      name,
      rows: [numbered(headingCells, 'Kundenr'), numbered(lineCells(), '240397')],
    });
    const verdict = await checkSheets([sheet('Kongsvinger'), sheet('Sør-Odal')]);
    expect(verdict).toMatchObject({ ok: true, accepted: 2 });
    expect(verdict.totals.byBuyer.map((each) => each.buyer).sort()).toEqual(['k', 's']);
  });
});
