/** Random draws that a seed reproduces. */
export interface Draws {
  /** Returns a whole number from 0, below the bound. */
  below(bound: number): number;
  between(least: number, most: number): number;
  /** Returns true with this probability in per cent. */
  chance(percent: number): boolean;
  one<T>(of: readonly T[]): T;
}

export function drawsOf(seed: number): Draws {
  let state = seed >>> 0;
  // Mulberry32 (public domain).
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (percent) => below(100) < percent,
    one: (of) => of[below(of.length)]!,
  };
}
