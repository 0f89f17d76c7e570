import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('date-1904', () => {
  it('accepts dates in the period, and leaves others to other checks', async () => {
    expect(
      findingsOf(await checkCsv(report(rightLine, line({ date: '03.04.2026', invoice: 'F2' }))), 'date-1904'),
    ).toEqual([]);
  });

  it('recognises the distance between the two calendars', async () => {
    expect(findingsOf(await checkCsv(report(line({ date: '04.03.2022' }))), 'date-1904')).toMatchObject([
      {
        class: 45,
        severity: 'confirm',
        found: '04.03.2022',
        expected: '2026-03-05',
        fix: { patches: [{ set: 'date-shift', field: 'deliveredOn', days: 1462 }] },
      },
    ]);
  });

  it('is one question with an answer that moves the dates', async () => {
    const text = report(line({ date: '04.03.2022' }));
    expect(findingsOf(await checkCsv(text), 'date-outside-period')).toEqual([]);
    expect(
      (await checkCsv(text, { patches: [{ set: 'date-shift', field: 'deliveredOn', days: 1462 }] })).findings,
    ).toEqual([]);
  });
});
