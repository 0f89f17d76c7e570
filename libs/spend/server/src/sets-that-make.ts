/** Maximum number of solutions returned. A caller that gets this many knows that the result is ambiguous. */
const SOLUTIONS_MAX = 32;

interface SubsetSum {
  readonly sum: number;
  readonly bits: number;
}

/**
 * Returns sets of positions whose amounts add up to a sum within a tolerance. Mandatory positions are in every set. At
 * most 32 sets are returned, none empty.
 * The optional positions are split in two halves whose subset sums are all built and compared (meet in the middle).
 * Cost for n of them is about n·2^(n/2), so the caller must limit n. @param room tolerance by number of positions
 */
export function subsetsWithSum(
  ore: number,
  amounts: readonly number[],
  mustBe: readonly boolean[],
  room: (size: number) => number,
): number[][] {
  const toleranceMax = room(amounts.length);
  const fixed = amounts.flatMap((_, at) => (mustBe[at] ? [at] : []));
  const free = amounts.flatMap((_, at) => (mustBe[at] ? [] : [at]));
  const wanted = ore - fixed.reduce((sum, at) => sum + (amounts[at] ?? 0), 0);
  const [left, right] = [free.slice(0, free.length >> 1), free.slice(free.length >> 1)];
  const of = (places: readonly number[]) => subsetSums(places.map((at) => amounts[at] ?? 0));
  const others = of(right).toSorted((a, b) => a.sum - b.sum);
  const sets: number[][] = [];
  for (const half of of(left)) {
    for (let at = firstFrom(others, wanted - toleranceMax - half.sum); at < others.length; at += 1) {
      const other = others[at] as SubsetSum;
      if (other.sum > wanted + toleranceMax - half.sum) break;
      const set = [...fixed, ...positionsOf(left, half.bits), ...positionsOf(right, other.bits)].toSorted(
        (a, b) => a - b,
      );
      if (set.length > 0 && Math.abs(half.sum + other.sum - wanted) <= room(set.length)) sets.push(set);
      if (sets.length >= SOLUTIONS_MAX) return sets;
    }
  }
  return sets;
}

function subsetSums(amounts: readonly number[]): SubsetSum[] {
  const sums: SubsetSum[] = [{ sum: 0, bits: 0 }];
  for (const [at, amount] of amounts.entries())
    sums.push(...sums.map(({ sum, bits }) => ({ sum: sum + amount, bits: bits | (1 << at) })));
  return sums;
}

const positionsOf = (places: readonly number[], bits: number): number[] =>
  places.filter((_, at) => (bits & (1 << at)) !== 0);

function firstFrom(sorted: readonly SubsetSum[], sum: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.sum ?? 0) < sum) low = middle + 1;
    else high = middle;
  }
  return low;
}
