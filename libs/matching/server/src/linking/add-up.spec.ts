import fc from 'fast-check';
import { addUp, type Part, type Total } from './add-up.ts';
import { ANY_TIME, PERIODS } from './periods.ts';

interface Delivery {
  readonly day: number;
  readonly site: number;
  readonly ore: number;
}

/** Deliveries of half a year to some sites; amounts in øre. */
const deliveries = (sites: number) =>
  fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 180 }),
      site: fc.integer({ min: 0, max: sites - 1 }),
      ore: fc.integer({ min: 12_000, max: 4_000_000 }),
    }),
    { minLength: 20, maxLength: 36 },
  );
const lag = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 36, maxLength: 36 });

/** Sum rows of deliveries grouped by a key, and an invoice for each delivery some days later. */
function draw(own: readonly Delivery[], late: readonly number[], keyOf: (one: Delivery) => string) {
  const parts = own.map(({ day, ore }, at): Part => ({ day: day + (late[at] ?? 0), ore, place: null, lines: [at] }));
  const truth = [...Map.groupBy(own, keyOf).values()].map((group) => group.map((one) => own.indexOf(one)));
  const totals = truth.map((lines, id): Total => ({
    id,
    ore: lines.reduce((sum, at) => sum + own[at]!.ore, 0),
    day: Math.max(...lines.map((at) => own[at]!.day)),
    place: null,
  }));
  return { parts, totals, truth };
}

const [month, week] = [PERIODS[0]!, PERIODS[1]!];
const keys: Readonly<Record<string, (one: Delivery) => string>> = {
  'a month': ({ day }) => month(day).join(),
  'a week': ({ day }) => week(day).join(),
  'a site and month': ({ day, site }) => `${site} ${month(day).join()}`,
};
const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b).join();

/** Counts totals found with the right parts, and with others, over many generated worlds. */
function measure(keyOf: (one: Delivery) => string, change: (totals: readonly Total[]) => readonly Total[] = (t) => t) {
  const counted = { totals: 0, right: 0, wrong: 0 };
  for (const [own, late] of fc.sample(fc.tuple(deliveries(3), lag), 60)) {
    const { parts, totals, truth } = draw(own, late, keyOf);
    counted.totals += totals.length;
    for (const { total, lines } of addUp(change(totals), parts, PERIODS))
      if (sorted(lines) === sorted(truth[total]!)) counted.right += 1;
      else counted.wrong += 1;
  }
  return counted;
}

describe('finding the parts of totals', () => {
  it.each(Object.keys(keys))('finds totals of %s when invoices come some days later, with hardly any wrong', (name) => {
    const { totals, right, wrong } = measure(keys[name]!);
    expect(wrong).toBeLessThanOrEqual(0.01 * totals);
    expect(right).toBeGreaterThanOrEqual(0.6 * totals);
  });

  it('hardly ever finds a total when one øre is missing', () => {
    const { totals, right, wrong } = measure(keys['a month']!, (all) =>
      all.map((total) => ({ ...total, ore: total.ore + 1 })),
    );
    expect(right + wrong).toBeLessThanOrEqual(0.03 * totals);
  });

  it('finds none when two parts have the same amount, or two totals are equal', () => {
    const part = (ore: number, day: number, line: number): Part => ({ ore, day, place: null, lines: [line] });
    const total = (id: number, ore: number, day: number): Total => ({ id, ore, day, place: null });
    const twice = [part(123_457, 20, 1), part(98_761, 33, 2), part(98_761, 34, 3)];
    expect(addUp([total(1, 222_218, 25)], twice, PERIODS)).toEqual([]);
    const once = [part(123_457, 20, 1), part(98_761, 29, 2)];
    expect(addUp([total(1, 222_218, 25), total(2, 222_218, 27)], once, PERIODS)).toEqual([]);
    expect(addUp([total(1, 222_218, 25)], once, PERIODS)).toEqual([{ total: 1, lines: [1, 2], edge: 0 }]);
  });

  it('finds them by day when both sides use the same days, even if amounts repeat', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 5, maxLength: 40 }), (days) => {
        const parts = days.flatMap((day, at): Part[] =>
          [12_300, 45_600].map((ore, nth) => ({ ore, day, place: null, lines: [2 * at + nth] })),
        );
        const totals = days.map((day, id): Total => ({ id, ore: 57_900, day, place: null }));
        expect(addUp(totals, parts, PERIODS).map(({ total, lines }) => [total, lines])).toEqual(
          days.map((_, at) => [at, [2 * at, 2 * at + 1]]),
        );
      }),
    );
  });

  it('divides the lines of an invoice among several totals', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 10_001, max: 9_000_000 }), { minLength: 5, maxLength: 9 }),
        (ore) => {
          const parts = ore.map((each, at): Part => ({ ore: each, day: at, place: null, lines: [at] }));
          const totals = [0, 1].map((id): Total => ({
            id,
            ore: ore.reduce((sum, each, at) => sum + (at % 2 === id ? each : 0), 0),
            day: 9,
            place: null,
          }));
          const found = addUp(totals, parts, [ANY_TIME]);
          // Where other lines make the same sums, or so many could, none is taken.
          fc.pre(found.length > 0);
          expect(found.map(({ lines }) => lines.every((at) => at % 2 === lines[0]! % 2))).toEqual([true, true]);
        },
      ),
    );
  });
});
