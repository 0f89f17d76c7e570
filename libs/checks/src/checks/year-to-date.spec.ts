import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

const items = Array.from({ length: 10 }, (_, at) => `V${at}`);
const sums = {
  item: items,
  buyer: items.map(() => 'k'),
  month: items.map(() => '2026-02'),
  quantity: items.map((_, at) => String(10 + at)),
  amount: items.map(() => '100'),
};
const context = { ...march, earlier: [{ key: '2026-02', start: '2026-02-01', end: '2026-03-01', sums }] };
const sold = (quantity: (at: number) => number): string =>
  report(...items.map((item, at) => line({ item, name: 'Vare', quantity: String(quantity(at)), amount: '' })));

describe('year-to-date', () => {
  it('accepts varying sales', async () => {
    expect(
      findingsOf(
        await checkCsv(
          sold((at) => (at % 2 === 0 ? 25 : 5)),
          { context },
        ),
        'year-to-date',
      ),
    ).toEqual([]);
  });

  it('asks when all of the earlier report recurs with larger quantities', async () => {
    const checkResult = await checkCsv(
      sold((at) => 10 + at + 3),
      { context },
    );
    expect(findingsOf(checkResult, 'year-to-date')).toMatchObject([
      { class: 48, severity: 'blocksRow', place: null, found: '10/10', params: { previous: '2026-02' } },
    ]);
    expect(checkResult.ok).toBe(false);
  });

  it('does not compare with last year', async () => {
    const lastYear = { ...march, earlier: [{ key: '2025-12', start: '2025-12-01', end: '2026-01-01', sums }] };
    expect(
      findingsOf(
        await checkCsv(
          sold((at) => 10 + at + 3),
          { context: lastYear },
        ),
        'year-to-date',
      ),
    ).toEqual([]);
  });
});
