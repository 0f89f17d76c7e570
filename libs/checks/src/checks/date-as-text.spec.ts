import { checkCsv, checkSheets, headingCells, line, lineCells, report, rightLine, findingsOf } from '../testing.ts';

describe('date-as-text', () => {
  it('accepts dates in the usual notations', async () => {
    expect(
      findingsOf(await checkCsv(report(rightLine, line({ date: '2026-03-05', invoice: 'F2' }))), 'date-as-text'),
    ).toEqual([]);
  });

  it('reads other notations of a date', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ date: '31.mar 26' }), line({ date: '2026/3', invoice: 'F2' }))),
        'date-as-text',
      ),
    ).toMatchObject([
      { class: 41, severity: 'info', found: '31.mar 26', expected: '2026-03-31' },
      { found: '2026/3', expected: '2026-03-01' },
    ]);
  });

  it('reports text dates in workbooks', async () => {
    const checkResult = await checkSheets([{ rows: [headingCells, lineCells({ date: '31.03.2026' })] }]);
    expect(findingsOf(checkResult, 'date-as-text')).toMatchObject([{ expected: '2026-03-31' }]);
  });
});
