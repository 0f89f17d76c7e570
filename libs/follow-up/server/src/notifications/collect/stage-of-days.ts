/** The nearest of some thresholds that has been reached, counted down: of 90, 30 and 7 days, 25 days left is 30. Null before the first and after the day. */
export function stageOfDays(daysLeft: number, thresholds: readonly number[]): number | null {
  if (daysLeft < 0) return null;
  return thresholds.toSorted((a, b) => a - b).find((days) => daysLeft <= days) ?? null;
}

/** The highest of some shares that has been reached; null below the first. */
export function stageOfShare(share: number, thresholds: readonly number[]): number | null {
  return thresholds.toSorted((a, b) => b - a).find((threshold) => share >= threshold) ?? null;
}
