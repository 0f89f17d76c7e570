/** Returns the squared coefficient of variation of a lognormal with this geometric standard deviation. */
export const cv2 = (gsd: number): number => Math.expm1(Math.log(gsd) ** 2);

/** Scales a standard normal number to a lognormal with mean 1. */
export const lognormal = (sigma: number, normal: number): number => Math.exp(sigma * normal - sigma ** 2 / 2);

/** Returns a generator of standard normal numbers, the same for the same seed (mulberry32, then Box–Muller). */
export function normals(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
