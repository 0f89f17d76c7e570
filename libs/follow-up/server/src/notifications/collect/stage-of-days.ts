/**
 * Returns the smallest threshold that is at least the number of days left: of 90, 30 and 7 days, 25 days left gives 30.
 * Null before the first threshold and after the date.
 */
export function stageOfDays(daysLeft: number, thresholds: readonly number[]): number | null {
  if (daysLeft < 0) return null;
  return thresholds.toSorted((a, b) => a - b).find((days) => daysLeft <= days) ?? null;
}

/** Returns the highest threshold reached by a share; null below the first. */
export function stageOfShare(share: number, thresholds: readonly number[]): number | null {
  return thresholds.toSorted((a, b) => b - a).find((threshold) => share >= threshold) ?? null;
}
