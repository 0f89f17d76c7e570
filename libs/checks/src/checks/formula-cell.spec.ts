import { checkCsv, checkSheets, headingCells, line, lineCells, report, rightLine, findingsOf } from '../testing.ts';

describe('formula-cell', () => {
  it('accepts values', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'formula-cell')).toEqual([]);
  });

  it('asks for a value', async () => {
    expect(findingsOf(await checkCsv(report(line({ amount: '=D2*F2' }))), 'formula-cell')).toMatchObject([
      { class: 13, severity: 'blocksRow', found: '=D2*F2', place: { cell: 'G2' } },
    ]);
  });

  it('suggests the last result of a workbook', async () => {
    const rows = [
      headingCells,
      lineCells({ amount: { kind: 'number', text: '240', formula: '=D2*F2' } }),
      lineCells({ amount: { kind: 'error', text: '#REF!' } }),
    ];
    expect(findingsOf(await checkSheets([{ rows }]), 'formula-cell')).toMatchObject([
      { found: '=D2*F2', expected: '240', fix: { patches: [{ set: 'cell', row: 2, column: 6, value: '240' }] } },
      { found: '#REF!', expected: null },
    ]);
  });
});
