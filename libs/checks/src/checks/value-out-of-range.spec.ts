import { monthlyFuel } from '../examples/monthly-fuel.ts';
import { checkCsv, heading, line, march, findingsOf } from '../testing.ts';

const context = { ...march, items: undefined, prices: undefined, formerItems: undefined, units: undefined };
const withShare = (share: string): string => `${heading};Bioandel (%)\n${line({ unit: 'l' })};${share}`;

describe('value-out-of-range', () => {
  it.each(['0', '20,5', '100', ''])('accepts %s', async (share) => {
    expect(
      findingsOf(await checkCsv(withShare(share), { terms: monthlyFuel(), context }), 'value-out-of-range'),
    ).toEqual([]);
  });

  it.each([
    ['-1', '0'],
    ['120', '100'],
  ])('blocks %s', async (share, limit) => {
    expect(
      findingsOf(await checkCsv(withShare(share), { terms: monthlyFuel(), context }), 'value-out-of-range'),
    ).toMatchObject([
      { class: 0, severity: 'blocksRow', found: share, expected: limit, place: { row: 2, column: 'Bioandel (%)' } },
    ]);
  });
});
