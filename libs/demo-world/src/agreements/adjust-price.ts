import type { AdjustmentClause } from '../setting/agreement.ts';

/** Values of an index in tenths, by period. */
export type IndexValues = readonly (readonly [period: string, tenths: number])[];

/** Returns the adjustment factor 1 + share × (compare / base − 1), as a whole numerator and denominator. */
export function adjustmentFactor(
  values: IndexValues,
  { share, basePeriod }: AdjustmentClause,
  comparePeriod: string,
): [up: number, down: number] {
  const tenthsOf = (period: string): number => values.find(([key]) => key === period)?.[1] as number;
  const base = tenthsOf(basePeriod);
  return [base * 100 + share * (tenthsOf(comparePeriod) - base), base * 100];
}

/** Applies an adjustment factor to a price in øre. Rounds half up to whole øre, once. */
export const adjustPrice = (ore: number, [up, down]: readonly [number, number]): number =>
  Math.floor((2 * ore * up + down) / (2 * down));
