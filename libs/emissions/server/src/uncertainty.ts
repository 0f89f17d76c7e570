/**
 * How sure a total is: lognormal, by groups of lines that share one factor. The error of a shared factor does not shrink with the number of lines;
 * only the error of the lines' own quantities does. Method: GHG Protocol, Quantitative Inventory Uncertainty; the sum by Fenton and Wilkinson.
 */
export interface FactorGroup {
  /** Which factor: groups of two periods with the same key share its error. */
  readonly key: string;
  readonly kg: number;
  readonly lines: number;
  /** Geometric standard deviations of the factor and of a line's quantity, 1 or more. */
  readonly gsdFactor: number;
  readonly gsdQuantity: number;
}

export interface Interval {
  readonly kg: number;
  readonly low: number;
  readonly high: number;
  /** Standard deviation of the logarithm; null where the total is not positive. */
  readonly sigma: number | null;
}

const Z = 1.96;
/** Squared coefficient of variation of a lognormal with this geometric standard deviation. */
const cv2 = (gsd: number): number => Math.expm1(Math.log(gsd) ** 2);

/** The 95 % interval of a total. */
export function intervalOf(groups: readonly FactorGroup[]): Interval {
  return spread(groups, groups.reduce((sum, { kg, lines, gsdFactor, gsdQuantity }) => sum + kg ** 2 * (cv2(gsdFactor) + cv2(gsdQuantity) / Math.max(1, lines)), 0));
}

/** What it would be were every line's factor its own: falsely narrow, shown to say why it is not used. */
export function naiveIntervalOf(groups: readonly FactorGroup[]): Interval {
  return spread(groups, groups.reduce((sum, { kg, lines, gsdFactor, gsdQuantity }) => sum + (kg ** 2 / Math.max(1, lines)) * (cv2(gsdFactor) + cv2(gsdQuantity)), 0));
}

function spread(groups: readonly FactorGroup[], variance: number): Interval {
  const kg = groups.reduce((sum, group) => sum + group.kg, 0);
  if (kg <= 0) return { kg, low: kg - Z * Math.sqrt(variance), high: kg + Z * Math.sqrt(variance), sigma: null };
  const sigma = Math.sqrt(Math.log1p(variance / kg ** 2));
  return { kg, low: kg * Math.exp(-(sigma ** 2) / 2 - Z * sigma), high: kg * Math.exp(-(sigma ** 2) / 2 + Z * sigma), sigma };
}

export type Verdict = 'fall' | 'rise' | 'unclear';

export interface Change {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: Verdict;
}

const DRAWS = 4000;

/**
 * The change between two periods with its own 95 % interval, by 4,000 draws of every factor and quantity. A factor used in both periods is drawn once
 * for both: it errs the same way in both, so a fall by the same factor is certain whatever the factor is. The draws are the same each time, so the
 * answer is. The interval is that of the relative change, told at the total before: no total falls by more than all of it. Where a total is not above
 * zero in every draw, credit notes being more than purchases, there is no relative change, and the interval is that of the difference. `unweighed` is
 * how many kg the kroner without a number would add to the change did they weigh as the others do: a rise or fall that they could undo is not certain.
 * `prices` is how many kg of the change higher prices alone may be, where no index takes them out: a rise of no more than that is not certain.
 */
export function changeOf(before: readonly FactorGroup[], after: readonly FactorGroup[], unweighed = 0, prices = 0): Change {
  const total = (groups: readonly FactorGroup[]) => groups.reduce((sum, { kg }) => sum + kg, 0);
  const draw = normals(20260101);
  const [befores, afters] = [new Float64Array(DRAWS), new Float64Array(DRAWS)];
  const keys = [...new Set([...before, ...after].map(({ key }) => key))].toSorted();
  const [earlier, later] = [byKey(before), byKey(after)];
  for (const key of keys) {
    const [a, b] = [earlier.get(key), later.get(key)];
    const factor = Math.log(Math.max(a?.gsdFactor ?? 1, b?.gsdFactor ?? 1));
    for (let at = 0; at < DRAWS; at += 1) {
      const error = scaled(factor, draw());
      afters[at] = (afters[at] ?? 0) + error * drawn(b, draw);
      befores[at] = (befores[at] ?? 0) + error * drawn(a, draw);
    }
  }
  const start = total(before);
  const isRelative = start > 0 && befores.every((kg) => kg > 0) && afters.every((kg) => kg >= 0);
  const changes = befores.map((kg, at) => (isRelative ? start * ((afters[at] ?? 0) / kg - 1) : (afters[at] ?? 0) - kg)).toSorted();
  const [low, high] = [changes[Math.floor(DRAWS * 0.025)] ?? 0, changes[Math.ceil(DRAWS * 0.975) - 1] ?? 0];
  const verdict = high + Math.max(0, unweighed) < 0 ? 'fall' : low + Math.min(0, unweighed) - prices > 0 ? 'rise' : 'unclear';
  return { before: start, after: total(after), difference: total(after) - start, low, high, verdict };
}

const byKey = (groups: readonly FactorGroup[]) => new Map(groups.map((group) => [group.key, group]));

/** A lognormal with mean 1. */
const scaled = (sigma: number, normal: number): number => Math.exp(sigma * normal - sigma ** 2 / 2);

/** A group's kg with the error of its lines' own quantities, which many lines even out. */
function drawn(group: FactorGroup | undefined, draw: () => number): number {
  const normal = draw();
  return group ? group.kg * scaled(Math.sqrt(Math.log1p(cv2(group.gsdQuantity) / Math.max(1, group.lines))), normal) : 0;
}

/** Standard normal numbers, the same for the same seed (mulberry32, then Box and Muller). */
function normals(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Said in a word: how far apart the ends are. */
export function levelOf({ sigma }: Interval): 'low' | 'middle' | 'high' {
  if (sigma === null) return 'high';
  return sigma < Math.log(1.2) ? 'low' : sigma < Math.log(1.5) ? 'middle' : 'high';
}
