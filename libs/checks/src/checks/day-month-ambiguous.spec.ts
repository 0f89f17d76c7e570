import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

describe('day-month-ambiguous', () => {
  it('accepts slashes when the column proves the order', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ date: '05/03/2026' }), line({ date: '25/03/2026', invoice: 'F2' }))),
        'day-month-ambiguous',
      ),
    ).toEqual([]);
  });

  it('asks when nothing proves it', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ date: '04/03/2026' }), line({ date: '05.03.2026', invoice: 'F2' }))),
        'day-month-ambiguous',
      ),
    ).toMatchObject([
      {
        class: 42,
        severity: 'confirm',
        found: '04/03/2026',
        expected: '2026-03-04 | 2026-04-03',
        place: { cell: 'H2' },
      },
    ]);
  });

  it('uses an earlier answer about the heading when nothing proves it; the column takes precedence', async () => {
    const context = {
      ...march,
      readAs: { field: ['deliveredOn'], heading: ['leveringsdato'], value: ['month-first' as const] },
    };
    expect((await checkCsv(report(line({ date: '03/05/2026' })), { context })).findings).toEqual([]);
    expect(
      findingsOf(
        await checkCsv(report(line({ date: '05/03/2026' }), line({ date: '25/03/2026', invoice: 'F2' })), { context }),
        'date-outside-period',
      ),
    ).toEqual([]);
  });

  it('applies the answer to the whole column', async () => {
    const checkResult = await checkCsv(report(line({ date: '03/05/2026' })), {
      patches: [{ set: 'date-order', field: 'deliveredOn', value: 'month-first' }],
    });
    expect(checkResult.findings).toEqual([]);
  });
});
