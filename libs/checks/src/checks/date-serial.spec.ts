import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('date-serial', () => {
  it('accepts dates', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'date-serial')).toEqual([]);
  });

  it('reads serial numbers', async () => {
    expect(findingsOf(await checkCsv(report(line({ date: '46086' }))), 'date-serial')).toMatchObject([
      { class: 44, severity: 'info', found: '46086', expected: '2026-03-05' },
    ]);
  });
});
