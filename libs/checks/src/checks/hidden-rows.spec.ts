import { checkSheets, headingCells, lineCells, saidBy } from '../testing.ts';

describe('hidden-rows', () => {
  it('accepts visible rows', async () => {
    expect(saidBy(await checkSheets([{ rows: [headingCells, lineCells()] }]), 'hidden-rows')).toEqual([]);
  });

  it('reads hidden rows and asks whether they belong', async () => {
    const rows = [headingCells, lineCells(), lineCells({ invoice: 'F2' }), lineCells({ invoice: 'F3' })];
    const verdict = await checkSheets([{ rows, hiddenRows: [3, 4] }]);
    expect(saidBy(verdict, 'hidden-rows')).toMatchObject([
      { class: 8, severity: 'confirm', place: { row: 3 }, cause: 'Ark1' },
      { place: { row: 4 } },
    ]);
    expect(verdict.accepted).toBe(3);
  });

  it('asks about hidden sheets with lines', async () => {
    const verdict = await checkSheets([
      { rows: [headingCells, lineCells()] },
      { name: 'Skjult', hidden: true, rows: [headingCells, lineCells({ invoice: 'F2' })] },
    ]);
    expect(saidBy(verdict, 'hidden-rows')).toMatchObject([{ place: { sheet: 'Skjult', row: null } }]);
  });
});
