import fc from 'fast-check';
import { findItemRuns, roundingOf, type ItemLine, type ItemTotal } from './item-runs.ts';
import { PERIODS } from './periods.ts';

interface Purchase {
  readonly day: number;
  readonly site: number;
  readonly quantity: number;
}

/** Purchases of one item in half a year, at one price: the amounts are multiples of it, and many recur. */
const purchases = (sites: number) =>
  fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 180 }),
      site: fc.integer({ min: 0, max: sites - 1 }),
      quantity: fc.integer({ min: 1, max: 40 }),
    }),
    { minLength: 6, maxLength: 24 },
  );
const PRICE = 19_133;
const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b).join();

function draw(own: readonly Purchase[], keyOf: (one: Purchase) => string, late: number, withPlaces: boolean) {
  const lines = own.map(({ day, quantity, site }, id): ItemLine => ({
    id,
    ore: quantity * PRICE,
    day: day + late,
    place: withPlaces ? String(site) : null,
  }));
  const truth = [...Map.groupBy(own.keys(), (at) => keyOf(own[at]!)).values()];
  const rows = truth.map((ids, id): ItemTotal => ({
    id,
    ore: ids.reduce((sum, at) => sum + lines[at]!.ore, 0),
    day: Math.max(...ids.map((at) => own[at]!.day)),
    place: withPlaces ? String(own[ids[0]!]!.site) : null,
  }));
  return { rows, lines, truth };
}

/** Lines of equal day, place and amount are interchangeable: they are compared by these. */
const looksOf = (lines: readonly ItemLine[], ids: readonly number[]) =>
  ids
    .map((id) => lines[id]!)
    .map(({ day, ore, place }) => `${day} ${ore} ${place}`)
    .toSorted()
    .join();

function measure(sites: number, keyOf: (one: Purchase) => string, late: number, withPlaces: boolean) {
  const counted = { rows: 0, right: 0, wrong: 0 };
  for (const own of fc.sample(purchases(sites), 200)) {
    const { rows, lines, truth } = draw(own, keyOf, late, withPlaces);
    counted.rows += rows.length;
    for (const run of findItemRuns(rows, lines, PERIODS))
      if (looksOf(lines, run.lines) === looksOf(lines, truth[run.row]!)) counted.right += 1;
      else counted.wrong += 1;
  }
  return counted;
}

const month = ({ day }: Purchase) => PERIODS[0]!(day).join();

describe('rows that sum an item', () => {
  it.each([
    ['a month', 1, month, 0, false, 0.9],
    ['a month, invoiced three days later', 1, month, 3, false, 0.6],
    ['a site and month, with places', 3, (one: Purchase) => `${one.site} ${month(one)}`, 0, true, 0.9],
    ['a site and month, without places', 3, (one: Purchase) => `${one.site} ${month(one)}`, 0, false, 0.2],
  ] as const)('finds those of %s, and hardly any other', (_, sites, keyOf, late, withPlaces, least) => {
    const { rows, right, wrong } = measure(sites, keyOf, late, withPlaces);
    expect(wrong).toBeLessThanOrEqual(0.04 * rows);
    expect(right).toBeGreaterThanOrEqual(least * rows);
  });

  it('finds none that is one unit too large', () => {
    const counted = { rows: 0, found: 0 };
    for (const own of fc.sample(purchases(1), 100)) {
      const { rows, lines } = draw(own, month, 0, false);
      counted.rows += rows.length;
      counted.found += findItemRuns(
        rows.map((row) => ({ ...row, ore: row.ore + 1 })),
        lines,
        PERIODS,
      ).length;
    }
    expect(counted.found).toBe(0);
  });

  it('finds those in whole kroner, or in a ledger of whole kroner', () => {
    const whole = <T extends { readonly ore: number }>(one: T): T => ({ ...one, ore: Math.round(one.ore / 100) * 100 });
    for (const side of ['rows', 'lines'] as const) {
      const counted = { rows: 0, right: 0, wrong: 0 };
      for (const own of fc.sample(purchases(1), 100)) {
        const { rows, lines, truth } = draw(own, month, 0, false);
        const [totals, parts] = side === 'rows' ? [rows.map(whole), lines] : [rows, lines.map(whole)];
        const unit = Math.max(roundingOf(Array.from({ length: 5 }, () => whole({ ore: 12_345 }))), 1);
        counted.rows += rows.length;
        for (const run of findItemRuns(totals, parts, PERIODS, { rows: 1, lines: 1, [side]: unit }))
          if (looksOf(parts, run.lines) === looksOf(parts, truth[run.row]!)) counted.right += 1;
          else counted.wrong += 1;
      }
      expect(counted.wrong).toBeLessThanOrEqual(0.04 * counted.rows);
      expect(counted.right).toBeGreaterThanOrEqual(0.9 * counted.rows);
    }
    expect([
      roundingOf([{ ore: 100 }]),
      roundingOf([]),
      roundingOf(Array.from({ length: 9 }, () => ({ ore: 3000 }))),
    ]).toEqual([1, 1, 1000]);
  });

  it('leaves a row open when its line may be another of the same amount', () => {
    const line = (id: number, day: number): ItemLine => ({ id, ore: 5 * PRICE, day, place: null });
    const row = (id: number, day: number): ItemTotal => ({ id, ore: 5 * PRICE, day, place: null });
    expect(findItemRuns([row(1, 10)], [line(1, 12), line(2, 14)], PERIODS)).toEqual([]);
    const [only] = findItemRuns([row(1, 10)], [line(1, 12)], PERIODS);
    expect([only?.row, sorted(only?.lines ?? [])]).toEqual([1, '1']);
  });
});
