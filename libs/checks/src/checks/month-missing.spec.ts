import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

const quarter = { ...march, period: { key: '2026-Q1', start: '2026-01-01', end: '2026-04-01' } };
const on = (...dates: string[]): string => report(...dates.map((date, at) => line({ date, invoice: `F${at}` })));

describe('month-missing', () => {
  it('accepts a period with lines in all months, and a single month', async () => {
    expect(
      findingsOf(
        await checkCsv(on('05.01.2026', '05.02.2026', '05.03.2026', '06.03.2026', '07.03.2026'), { context: quarter }),
        'month-missing',
      ),
    ).toEqual([]);
    expect(
      findingsOf(
        await checkCsv(on('05.03.2026', '06.03.2026', '07.03.2026', '08.03.2026', '09.03.2026')),
        'month-missing',
      ),
    ).toEqual([]);
  });

  it('asks about months without lines', async () => {
    const checkResult = await checkCsv(
      on('05.01.2026', '06.01.2026', '05.03.2026', '06.03.2026', '07.03.2026', '08.03.2026'),
      { context: quarter },
    );
    expect(findingsOf(checkResult, 'month-missing')).toMatchObject([
      { class: 49, severity: 'confirm', params: { month: '2026-02', average: '720.00' } },
    ]);
  });

  it('does not conclude from a handful of lines', async () => {
    expect(findingsOf(await checkCsv(on('05.01.2026'), { context: quarter }), 'month-missing')).toEqual([]);
  });
});
