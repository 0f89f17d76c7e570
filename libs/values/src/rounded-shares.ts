/** Less than any share that is written: a part that is neither nothing nor everything is not written as either. */
const TRACE = 1e-9;

/**
 * Returns each value's share of the total, rounded so that the written shares add up to 100 % (largest remainder): 1/3
 * three times is 33.4, 33.3 and 33.3 %. A part too small to be written keeps a trace, so that `formatShare` writes
 * "under 0,1 %". Negative values count as zero; without a positive value all shares are 0.
 * @param decimals decimals of the percentage
 */
export function roundedShares(values: readonly number[], decimals = 1): readonly number[] {
  const parts = values.map((value) => Math.max(0, value));
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return parts;
  const units = 100 * 10 ** decimals;
  const exact = parts.map((part) => (part / total) * units);
  const whole = exact.map(Math.floor);
  const missing = Math.round(units - whole.reduce((sum, part) => sum + part, 0));
  const byRemainder = exact
    .map((part, at) => ({ at, remainder: part - (whole[at] ?? 0) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of byRemainder.slice(0, missing)) whole[at] = (whole[at] ?? 0) + 1;
  return whole.map((part, at) => {
    if (part === 0 && parts[at]! > 0) return TRACE;
    if (part === units && parts[at]! < total) return 1 - TRACE;
    return part / units;
  });
}
