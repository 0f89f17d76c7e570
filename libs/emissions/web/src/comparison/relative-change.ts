/** Change of a figure relative to the previous one. `share`: its size, 0 to 1, as decimal text. */
export interface RelativeChange {
  readonly way: 'up' | 'down' | 'same' | 'none';
  readonly share: string;
}

/** Changes below this share do not indicate a direction. */
const SAME_WITHIN = 0.01;

/** Returns the change between two amounts (decimal text); `none` if the previous amount is not positive. */
export function relativeChange(now: string, before: string): RelativeChange {
  const [later, earlier] = [Number(now), Number(before)];
  if (!(earlier > 0)) return { way: 'none', share: '0' };
  const change = (later - earlier) / earlier;
  if (Math.abs(change) < SAME_WITHIN) return { way: 'same', share: '0' };
  return { way: change > 0 ? 'up' : 'down', share: Math.abs(change).toFixed(4) };
}
