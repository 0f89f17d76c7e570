import { checkCsv, line, march, report, saidBy } from '../testing.ts';

describe('day-month-unclear', () => {
  it('takes strokes where the column says which comes first', async () => {
    expect(
      saidBy(
        await checkCsv(report(line({ date: '05/03/2026' }), line({ date: '25/03/2026', invoice: 'F2' }))),
        'day-month-unclear',
      ),
    ).toEqual([]);
  });

  it('asks where nothing says it', async () => {
    expect(
      saidBy(
        await checkCsv(report(line({ date: '04/03/2026' }), line({ date: '05.03.2026', invoice: 'F2' }))),
        'day-month-unclear',
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

  it('takes what was answered of the heading before, where nothing says it; the column itself counts more', async () => {
    const context = {
      ...march,
      readAs: { field: ['deliveredOn'], heading: ['leveringsdato'], value: ['month-first' as const] },
    };
    expect((await checkCsv(report(line({ date: '03/05/2026' })), { context })).findings).toEqual([]);
    expect(
      saidBy(
        await checkCsv(report(line({ date: '05/03/2026' }), line({ date: '25/03/2026', invoice: 'F2' })), { context }),
        'date-outside-period',
      ),
    ).toEqual([]);
  });

  it('takes the answer for the whole column', async () => {
    const verdict = await checkCsv(report(line({ date: '03/05/2026' })), {
      patches: [{ set: 'date-order', field: 'deliveredOn', value: 'month-first' }],
    });
    expect(verdict.findings).toEqual([]);
  });
});
