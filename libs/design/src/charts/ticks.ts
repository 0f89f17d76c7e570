/** Returns round steps from zero to the maximum or just above it: niceTicks(87, 5) is [0, 20, 40, 60, 80, 100]. */
export function niceTicks(max: number, about: number): readonly number[] {
  if (!(max > 0)) return [0, 1];
  const rough = max / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough) ?? 10;
  const step = factor * power;
  const count = Math.ceil(max / step - 1e-9);
  // whole multiples instead of repeated sums, which would show 0.1 + 0.2 on the axis as 0.30000000000000004
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
