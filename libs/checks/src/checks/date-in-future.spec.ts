import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

const context = { ...march, asOf: '2026-03-10' };
const check = async (dates: readonly string[], options = { context }) =>
  findingsOf(
    await checkCsv(report(...dates.map((date, at) => line({ date, invoice: `F${at}` }))), options),
    'date-in-future',
  );

describe('date-in-future', () => {
  it('blocks a line dated after the day of the check', async () => {
    expect(await check(['11.03.2026', '31.03.2026'])).toMatchObject([
      {
        class: 40,
        severity: 'blocksRow',
        found: '11.03.2026',
        expected: '2026-03-10',
        params: { date: '2026-03-11', today: '2026-03-10' },
        place: { row: 2, column: 'Leveringsdato' },
      },
      { found: '31.03.2026', place: { row: 3 } },
    ]);
  });

  it('accepts lines up to the day of the check', async () => {
    expect(await check(['01.03.2026', '10.03.2026'])).toEqual([]);
  });

  it('leaves dates outside the period to another check', async () => {
    const checkResult = await checkCsv(report(line({ date: '02.04.2026' })), { context });
    expect(findingsOf(checkResult, 'date-in-future')).toEqual([]);
    expect(findingsOf(checkResult, 'date-outside-period')).toHaveLength(1);
  });

  it('reports nothing without a day of the check, as for a period that is over', async () => {
    expect(await check(['31.03.2026'], { context: march as typeof context })).toEqual([]);
  });
});
