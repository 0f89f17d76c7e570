import { checkSheets, headingCells, lineCells, findingsOf } from '../testing.ts';

describe('hidden-rows', () => {
  it('accepts visible rows', async () => {
    expect(findingsOf(await checkSheets([{ rows: [headingCells, lineCells()] }]), 'hidden-rows')).toEqual([]);
  });

  it('reads hidden rows and asks whether they belong', async () => {
    const rows = [headingCells, lineCells(), lineCells({ invoice: 'F2' }), lineCells({ invoice: 'F3' })];
    const checkResult = await checkSheets([{ rows, hiddenRows: [3, 4] }]);
    expect(findingsOf(checkResult, 'hidden-rows')).toMatchObject([
      { class: 8, severity: 'confirm', place: { row: 3 }, cause: 'Ark1' },
      { place: { row: 4 } },
    ]);
    expect(checkResult.accepted).toBe(3);
  });

  it('asks about hidden sheets with lines', async () => {
    const checkResult = await checkSheets([
      { rows: [headingCells, lineCells()] },
      { name: 'Skjult', hidden: true, rows: [headingCells, lineCells({ invoice: 'F2' })] },
    ]);
    expect(findingsOf(checkResult, 'hidden-rows')).toMatchObject([{ place: { sheet: 'Skjult', row: null } }]);
  });
});
