/** A seeded stream of random numbers. Streams are independent by name, so a change in one output does not shift another. */
export interface Rng {
  /** Returns a number in [0, 1). */
  next(): number;
  /** Returns a whole number in [from, to], inclusive. */
  int(from: number, to: number): number;
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Returns one member of the list, chosen by weight. */
  weighted<T>(list: readonly T[], weight: (item: T) => number): T;
  /** Returns a multiplier with median 1; sigma is the standard deviation of its logarithm. */
  logNormal(sigma: number): number;
  /** Returns `count` different members, in their original order. */
  sample<T>(list: readonly T[], count: number): T[];
}

/** Hashes a name to a 32-bit seed: FNV-1a over the UTF-16 code units. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The sfc32 generator (Chris Doty-Humphrey, PractRand, public domain). */
function sfc32(a: number, b: number, c: number): () => number {
  let [x, y, z, counter] = [a | 0, b | 0, c | 0, 1];
  return () => {
    const sum = (((x + y) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    x = y ^ (y >>> 9);
    y = (z + (z << 3)) | 0;
    z = (((z << 21) | (z >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
}

export function randomStream(seed: number, name: string): Rng {
  const next = sfc32(hash32(`${seed}/${name}`), hash32(`${name}|${seed}`), seed);
  for (let i = 0; i < 15; i += 1) next();
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T;
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    int,
    pick,
    between: (from, to) => from + next() * (to - from),
    chance: (probability) => next() < probability,
    weighted: (list, weight) => {
      let left = next() * list.reduce((sum, item) => sum + weight(item), 0);
      return list.find((item) => (left -= weight(item)) < 0) ?? (list[list.length - 1] as (typeof list)[number]);
    },
    logNormal: (sigma) => Math.exp(sigma * normal()),
    sample: (list, count) => {
      const left = list.map((_, index) => index);
      const chosen = new Set<number>();
      while (chosen.size < count && left.length > 0) chosen.add(left.splice(int(0, left.length - 1), 1)[0] as number);
      return list.filter((_, index) => chosen.has(index));
    },
  };
}
