import {
  addMonths,
  adjustPrice,
  adjustmentFactor,
  earliestAdjustment,
  type AdjustmentClause,
} from './index-adjustment.ts';

/** A fictitious index; each expected price is calculated by hand in the comment next to it. */
const values = [
  { period: '2024-10', value: '120' },
  { period: '2025-10', value: '126' }, // +5 %
  { period: '2025-11', value: '114' }, // −5 %
  { period: '2025-12', value: '120.6' }, // +0.5 %
  { period: '2026-10', value: '150' }, // +25 %
  { period: '2027-10', value: '127.7' }, // +6.41666… %
];
const clause = (more: Partial<AdjustmentClause> = {}): AdjustmentClause => ({
  index: 'demo',
  share: '1',
  basePeriod: '2024-10',
  ...more,
});

function adjusted(price: string, period: string, more: Partial<AdjustmentClause> = {}): string {
  const factor = adjustmentFactor(clause(more), period, values);
  return factor.known ? adjustPrice(price, factor, more.decimals) : factor.reason;
}

describe('an index adjustment', () => {
  it.each([
    ['100.00', '2025-10', {}, '105.00'], // 100 × 126 / 120
    ['100.00', '2025-10', { share: '0.65' }, '103.25'], // 100 × (120 + 0.65 × 6) / 120 = 100 × 123.9 / 120
    ['100.00', '2025-10', { share: '0.85' }, '104.25'], // 100 × 125.1 / 120
    ['100.00', '2025-11', {}, '95.00'], // down as well as up: 100 × 114 / 120
    ['19.90', '2025-11', { share: '0.65' }, '19.25'], // 19.90 × 116.1 / 120 = 19.25325
    ['87.35', '2027-10', { share: '0.65' }, '90.99'], // 87.35 × 125.005 / 120 = 90.9932…
    ['0.37', '2025-10', { share: '0.65', decimals: 4 }, '0.3820'], // 0.37 × 123.9 / 120 = 0.382025
    ['1500', '2026-10', { cap: '10' }, '1650.00'], // 25 % is limited to 10 %
    ['1500', '2026-10', { share: '0.4', cap: '10' }, '1650.00'], // 0.4 × 25 % is exactly the cap
    ['200', '2025-11', { floor: '-2' }, '196.00'], // −5 % is limited to −2 %
    ['200', '2025-11', { floor: '0' }, '200.00'], // never down
    ['200', '2025-12', { threshold: '1' }, '200.00'], // 0.5 % is below 1 %: no change
    ['200', '2025-10', { threshold: '5' }, '210.00'], // exactly the threshold counts
    ['10.01', '2025-12', {}, '10.06'], // 10.01 × 120.6 / 120 = 10.06005
    ['100', '2024-10', {}, 'compare-before-base'],
    ['100', '2025-09', {}, 'no-index-value'],
    ['100', '2025-10', { basePeriod: '2023-10' }, 'no-index-value'],
  ])('of %s to %s with %j is %s', (price, period, more, expected) =>
    expect(adjusted(price, period, more)).toBe(expected),
  );

  it('states what it was calculated from', () => {
    expect(adjustmentFactor(clause({ share: '0.65' }), '2025-10', values)).toEqual({
      known: true,
      base: values[0],
      compare: values[1],
      indexChange: '5.0000',
      priceChange: '3.2500',
      limitedBy: null,
      up: '123.90',
      down: '120',
    });
    expect(adjustmentFactor(clause({ cap: '10' }), '2026-10', values)).toMatchObject({
      indexChange: '25.0000',
      priceChange: '10',
      limitedBy: 'cap',
    });
    expect(adjustmentFactor(clause({ threshold: '1' }), '2025-12', values)).toMatchObject({
      priceChange: '0',
      limitedBy: 'threshold',
    });
    expect(adjustmentFactor(clause(), '2025-09', values)).toEqual({
      known: false,
      reason: 'no-index-value',
      period: '2025-09',
    });
  });
});

describe('the earliest adjustment', () => {
  const terms = clause({ fixedMonths: 12, monthsBetween: 12, noticeMonths: 2 });
  it.each([
    // fixed for a year from 1 January 2025; requested 15 September: the fixed year decides
    [{ startsOn: '2025-01-01', lastOn: null, requestedOn: '2025-09-15' }, '2026-01-01', 'prices-are-fixed'],
    // requested 1 December: two months' notice decides
    [{ startsOn: '2025-01-01', lastOn: null, requestedOn: '2025-12-01' }, '2026-02-01', 'notice-too-short'],
    // last changed 1 February 2026: a year from then
    [{ startsOn: '2025-01-01', lastOn: '2026-02-01', requestedOn: '2026-06-30' }, '2027-02-01', 'too-soon-after-last'],
    // a year has passed: notice decides
    [{ startsOn: '2025-01-01', lastOn: '2026-02-01', requestedOn: '2026-12-31' }, '2027-02-28', 'notice-too-short'],
  ])('%j: from %s', (when, on, because) => expect(earliestAdjustment(terms, when)).toEqual({ on, because }));

  it('limits the day to the last of the month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2027-12-31', 2)).toBe('2028-02-29');
    expect(addMonths('2026-11-15', 3)).toBe('2027-02-15');
  });
});
