import { Period } from '@tallgrunn/values';

/** Months, both inclusive: 2025-01 to 2025-06. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

export interface Buyer {
  readonly id: string;
  readonly name: string;
}

/** A buyer with the months (YYYY-MM) for which its ledger is complete. */
export interface BuyerMonths extends Buyer {
  readonly complete: ReadonlySet<string>;
}

/**
 * A buyer excluded from a comparison, with the months missing from its ledger within the range compared, in either
 * period.
 */
export interface ExcludedBuyer extends Buyer {
  readonly missing: readonly string[];
}

/**
 * Whether two periods can be compared. `sound`: the same months of two years, for buyers with complete ledgers in both.
 * `other-season`: other months of the year, so a difference may be seasonal. `incomplete`: no buyer has a month that is
 * complete in both.
 */
export type ComparisonStatus = 'sound' | 'other-season' | 'incomplete';
export const comparisonStatuses: readonly ComparisonStatus[] = ['sound', 'other-season', 'incomplete'];

export interface Comparison {
  readonly standing: ComparisonStatus;
  /**
   * The months compared: equally many, counted from the start of both periods. As requested if no comparison is
   * possible.
   */
  readonly before: Months;
  readonly after: Months;
  readonly buyers: readonly Buyer[];
  readonly leftOut: readonly ExcludedBuyer[];
}

interface Range {
  readonly first: number;
  readonly last: number;
  readonly buyers: readonly BuyerMonths[];
}

/**
 * Returns the months and buyers by which two periods can be compared: consecutive months, and the buyers whose ledgers
 * are complete in each of them, in both periods. It selects the range with the most buyer-months; among equals the
 * longer one, then the earlier.
 */
export function comparableMonths(before: Months, after: Months, buyers: readonly BuyerMonths[]): Comparison {
  const [earlier, later] = [monthsOf(before), monthsOf(after)];
  const pairs = earlier.slice(0, later.length).map((month, at) => [month, later[at] ?? month] as const);
  const best = rangesOf(pairs, buyers).reduce<Range | null>(
    (most, range) => (isBetter(range, most) ? range : most),
    null,
  );
  const [first, last] = [pairs[best?.first ?? 0], pairs[best?.last ?? pairs.length - 1]];
  const chosen = best?.buyers ?? [];
  const compared = best ? pairs.slice(best.first, best.last + 1).flat() : pairs.flat();
  const months = [...new Set(compared)].toSorted();
  return {
    standing: !best ? 'incomplete' : before.from.slice(5) === after.from.slice(5) ? 'sound' : 'other-season',
    before: best && first && last ? { from: first[0], to: last[0] } : before,
    after: best && first && last ? { from: first[1], to: last[1] } : after,
    buyers: chosen.map(({ id, name }) => ({ id, name })),
    leftOut: buyers
      .filter((buyer) => !chosen.includes(buyer))
      .map(({ id, name, complete }) => ({ id, name, missing: months.filter((month) => !complete.has(month)) })),
  };
}

const monthsOf = ({ from, to }: Months): string[] => {
  const months: string[] = [];
  for (let period = Period.parse(from); period.key <= to; period = Period.next(period)) months.push(period.key);
  return months;
};

function rangesOf(pairs: readonly (readonly [string, string])[], buyers: readonly BuyerMonths[]): Range[] {
  return pairs.flatMap((_, first) => {
    let left = buyers;
    return pairs.slice(first).map(([earlier, later], length) => {
      left = left.filter(({ complete }) => complete.has(earlier) && complete.has(later));
      return { first, last: first + length, buyers: left };
    });
  });
}

const lengthOf = ({ first, last }: Range): number => last - first + 1;
const sizeOf = (range: Range): number => range.buyers.length * lengthOf(range);

function isBetter(range: Range, most: Range | null): boolean {
  if (range.buyers.length === 0) return false;
  if (!most || sizeOf(range) !== sizeOf(most)) return !most || sizeOf(range) > sizeOf(most);
  return lengthOf(range) > lengthOf(most);
}
