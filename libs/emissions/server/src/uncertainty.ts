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
  return spread(
    groups,
    groups.reduce(
      (sum, { kg, lines, gsdFactor, gsdQuantity }) =>
        sum + kg ** 2 * (cv2(gsdFactor) + cv2(gsdQuantity) / Math.max(1, lines)),
      0,
    ),
  );
}

/** What it would be were every line's factor its own: falsely narrow, shown to say why it is not used. */
export function naiveIntervalOf(groups: readonly FactorGroup[]): Interval {
  return spread(
    groups,
    groups.reduce(
      (sum, { kg, lines, gsdFactor, gsdQuantity }) =>
        sum + (kg ** 2 / Math.max(1, lines)) * (cv2(gsdFactor) + cv2(gsdQuantity)),
      0,
    ),
  );
}

function spread(groups: readonly FactorGroup[], variance: number): Interval {
  const kg = groups.reduce((sum, group) => sum + group.kg, 0);
  if (kg <= 0) return { kg, low: kg - Z * Math.sqrt(variance), high: kg + Z * Math.sqrt(variance), sigma: null };
  const sigma = Math.sqrt(Math.log1p(variance / kg ** 2));
  return {
    kg,
    low: kg * Math.exp(-(sigma ** 2) / 2 - Z * sigma),
    high: kg * Math.exp(-(sigma ** 2) / 2 + Z * sigma),
    sigma,
  };
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

/** A factor in two periods: kg and lines of each. Things are items, or lines that name none. */
export interface ChangedGroup {
  readonly key: string;
  readonly before: number;
  readonly after: number;
  readonly linesBefore: number;
  readonly linesAfter: number;
  /** Of the kg of each thing: the sum of squares before, of before times after, and of squares after. */
  readonly beforeSquared: number;
  readonly bothMultiplied: number;
  readonly afterSquared: number;
  readonly gsdFactor: number;
  readonly gsdQuantity: number;
  /** The factor is an average of things that differ. */
  readonly isOfSeveral: boolean;
}

/** What of a change is not known, kg. */
export interface Unknown {
  /** What kroner without a number would add to it, did they weigh as the others do. */
  readonly unweighed?: number;
  /** What of a rise higher prices alone may be, where no index takes them out. */
  readonly prices?: number;
  /** What the same items weigh otherwise by other factors: no change of what was bought. */
  readonly otherwise?: number;
  /** What may stand in one period and belong in the one before or after it. */
  readonly undated?: number;
}

const DRAWS = 4000;

/**
 * The change between two periods with its own 95 % interval, by 4,000 draws of every factor and quantity. A factor used in both periods is drawn once
 * for both: it errs the same way in both, so a fall by the same factor is certain whatever the factor is. But an average says nothing of how its things
 * differ: each is taken to lie as far from it as it may lie from the truth, and where others are bought in one period than in the other, that tells. The draws are the same each time, so the
 * answer is. The interval is that of the relative change, told at the total before: no total falls by more than all of it. Where a total is not above
 * zero in every draw, credit notes being more than purchases, there is no relative change, and the interval is that of the difference. A direction
 * that what is not known could undo is not certain.
 */
export function changeOf(
  groups: readonly ChangedGroup[],
  { unweighed = 0, prices = 0, otherwise = 0, undated = 0 }: Unknown = {},
): Change {
  const [start, end] = [
    groups.reduce((sum, { before }) => sum + before, 0),
    groups.reduce((sum, { after }) => sum + after, 0),
  ];
  const draw = normals(20260101);
  const [befores, afters] = [new Float64Array(DRAWS), new Float64Array(DRAWS)];
  for (const group of groups) {
    const sigma = Math.log(group.gsdFactor);
    for (let at = 0; at < DRAWS; at += 1) {
      const error = scaled(sigma, draw());
      afters[at] = (afters[at] ?? 0) + error * drawn(group.after, group.linesAfter, group.gsdQuantity, draw);
      befores[at] = (befores[at] ?? 0) + error * drawn(group.before, group.linesBefore, group.gsdQuantity, draw);
    }
  }
  const others = Math.sqrt(groups.reduce((sum, group) => sum + betweenThings(group, start > 0 ? end / start : 1), 0));
  for (let at = 0; at < DRAWS; at += 1) {
    const after = afters[at] ?? 0;
    afters[at] = end > 0 ? after * scaled(Math.sqrt(Math.log1p((others / end) ** 2)), draw()) : after + others * draw();
  }
  const isRelative = start > 0 && befores.every((kg) => kg > 0) && afters.every((kg) => kg >= 0);
  const changes = befores
    .map((kg, at) => (isRelative ? start * ((afters[at] ?? 0) / kg - 1) : (afters[at] ?? 0) - kg))
    .toSorted();
  const [least, high] = [changes[Math.floor(DRAWS * 0.025)] ?? 0, changes[Math.ceil(DRAWS * 0.975) - 1] ?? 0];
  // What is told to be there is not less than nothing, whatever credit notes make of a draw.
  const low = start > 0 && end >= 0 ? Math.max(least, -start) : least;
  const verdict =
    high + Math.max(0, unweighed) + Math.max(0, -otherwise) + undated < 0
      ? 'fall'
      : low + Math.min(0, unweighed) - Math.max(0, otherwise) - prices - undated > 0
        ? 'rise'
        : 'unclear';
  return { before: start, after: end, difference: end - start, low, high, verdict };
}

/** Variance (kg squared) that the differences between the things of an average add to the later period: of each, by how much more or less of it there is than had all changed alike, by `ratio`. */
function betweenThings(
  { gsdFactor, isOfSeveral, beforeSquared, bothMultiplied, afterSquared }: ChangedGroup,
  ratio: number,
): number {
  if (!isOfSeveral) return 0;
  return cv2(gsdFactor) * Math.max(0, afterSquared - 2 * ratio * bothMultiplied + ratio ** 2 * beforeSquared);
}

/** A lognormal with mean 1. */
const scaled = (sigma: number, normal: number): number => Math.exp(sigma * normal - sigma ** 2 / 2);

/** kg with the error of its lines' own quantities, which many lines even out. */
const drawn = (kg: number, lines: number, gsdQuantity: number, draw: () => number): number =>
  kg * scaled(Math.sqrt(Math.log1p(cv2(gsdQuantity) / Math.max(1, lines))), draw());

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
