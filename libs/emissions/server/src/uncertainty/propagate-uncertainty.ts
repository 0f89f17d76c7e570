import { cv2, lognormal, normals } from './lognormal.ts';

/**
 * Input of the uncertainty of a total: lines that share one factor. Each factor is lognormal. The error of a shared
 * factor does not decrease with the number of lines; only the errors of the lines' own quantities do.
 * Source: GHG Protocol, Quantitative Inventory Uncertainty. Sums by the Fenton–Wilkinson approximation.
 */
export interface FactorGroup {
  /** Key of the factor; groups of two periods with the same key share its error. */
  readonly key: string;
  readonly kg: number;
  readonly lines: number;
  /** Geometric standard deviation of the factor and of a line's quantity, at least 1. */
  readonly gsdFactor: number;
  readonly gsdQuantity: number;
}

export interface Interval {
  readonly kg: number;
  readonly low: number;
  readonly high: number;
  /** Standard deviation of the logarithm; null if the total is not positive. */
  readonly sigma: number | null;
}

const Z = 1.96;

/** Returns the 95 % interval of a total. */
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

/**
 * Returns the interval if the factors of all lines were independent. It is too narrow, and is shown to explain why it
 * is not used.
 */
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

export type ChangeDirection = 'fall' | 'rise' | 'unclear';

export interface EmissionChange {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: ChangeDirection;
}

/** A factor in two periods: kg CO2e and lines of each. Its uses are items, or lines without an item. */
export interface ChangedGroup {
  readonly key: string;
  readonly before: number;
  readonly after: number;
  readonly linesBefore: number;
  readonly linesAfter: number;
  /** Sums over the uses of the factor, with before and after in kg: before², before × after, and after². */
  readonly beforeSquared: number;
  readonly bothMultiplied: number;
  readonly afterSquared: number;
  readonly gsdFactor: number;
  readonly gsdQuantity: number;
  /** The factor is an average over products that differ. */
  readonly isOfSeveral: boolean;
}

/** Unknown effects on a change, kg CO2e. */
export interface UnknownEffects {
  /** Effect of spend without an emission figure, at the average intensity of the other spend. */
  readonly unweighed?: number;
  /** Effect of a price rise that no index removes. */
  readonly prices?: number;
  /** Effect of calculating the same items with other factors, without a change in purchasing. */
  readonly otherwise?: number;
  /** Effect of purchases that are booked in another period than they were made in. */
  readonly shifted?: number;
  /** Amount that may belong in the period before or after. */
  readonly undated?: number;
}

const DRAWS = 4000;

/**
 * Calculates the change between two periods with its 95 % interval, from 4,000 draws of every factor and quantity.
 *
 * A factor used in both periods is drawn once for both, because its error is the same. A decrease with the same factor
 * is therefore certain whatever its value is.
 *
 * An average factor does not describe how its products differ. Each product is assumed to deviate from it as much as
 * the factor may deviate from the truth. This widens the interval if other products are purchased in one period than in
 * the other.
 *
 * The draws use a fixed seed, so the result is reproducible. The interval is that of the relative change, applied to
 * the total before: a total cannot decrease by more than 100 %. If a total is not positive in every draw, because
 * credit notes exceed purchases, the interval is that of the difference.
 *
 * The direction is inconclusive if the unknown effects could reverse it.
 */
export function changeOf(
  groups: readonly ChangedGroup[],
  { unweighed = 0, prices = 0, otherwise = 0, shifted = 0, undated = 0 }: UnknownEffects = {},
): EmissionChange {
  const [start, end] = [
    groups.reduce((sum, { before }) => sum + before, 0),
    groups.reduce((sum, { after }) => sum + after, 0),
  ];
  const draw = normals(20260101);
  const [befores, afters] = [new Float64Array(DRAWS), new Float64Array(DRAWS)];
  for (const group of groups) {
    const sigma = Math.log(group.gsdFactor);
    const sigmaAfter = quantitySigma(group.linesAfter, group.gsdQuantity);
    const sigmaBefore = quantitySigma(group.linesBefore, group.gsdQuantity);
    for (let at = 0; at < DRAWS; at += 1) {
      const error = lognormal(sigma, draw());
      afters[at] = (afters[at] ?? 0) + error * (group.after * lognormal(sigmaAfter, draw()));
      befores[at] = (befores[at] ?? 0) + error * (group.before * lognormal(sigmaBefore, draw()));
    }
  }
  const productSpread = Math.sqrt(
    groups.reduce((sum, group) => sum + productVariance(group, start > 0 ? end / start : 1), 0),
  );
  for (let at = 0; at < DRAWS; at += 1) {
    const after = afters[at] ?? 0;
    afters[at] =
      end > 0
        ? after * lognormal(Math.sqrt(Math.log1p((productSpread / end) ** 2)), draw())
        : after + productSpread * draw();
  }
  const isRelative = start > 0 && befores.every((kg) => kg > 0) && afters.every((kg) => kg >= 0);
  const changes = befores
    .map((kg, at) => (isRelative ? start * ((afters[at] ?? 0) / kg - 1) : (afters[at] ?? 0) - kg))
    .toSorted();
  const [least, high] = [changes[Math.floor(DRAWS * 0.025)] ?? 0, changes[Math.ceil(DRAWS * 0.975) - 1] ?? 0];
  // The emissions afterwards are not negative, whatever credit notes give in a draw, so the decrease is at most the
  // total before.
  const low = start > 0 && end >= 0 ? Math.max(least, -start) : least;
  const verdict =
    high + Math.max(0, unweighed) + Math.max(0, -otherwise) + Math.max(0, -shifted) + undated < 0
      ? 'fall'
      : low + Math.min(0, unweighed) - Math.max(0, otherwise) - Math.max(0, shifted) - prices - undated > 0
        ? 'rise'
        : 'unclear';
  return { before: start, after: end, difference: end - start, low, high, verdict };
}

/**
 * Returns the variance (kg²) that differences between the products of an average factor add to the later period. For
 * each product it depends on how far its change deviates from the common `ratio`.
 */
function productVariance(
  { gsdFactor, isOfSeveral, beforeSquared, bothMultiplied, afterSquared }: ChangedGroup,
  ratio: number,
): number {
  if (!isOfSeveral) return 0;
  return cv2(gsdFactor) * Math.max(0, afterSquared - 2 * ratio * bothMultiplied + ratio ** 2 * beforeSquared);
}

/** Returns the standard deviation of the logarithm of the lines' own quantities, which decreases with their number. */
const quantitySigma = (lines: number, gsdQuantity: number): number =>
  Math.sqrt(Math.log1p(cv2(gsdQuantity) / Math.max(1, lines)));

/** Returns the width of an interval in three levels. */
export function levelOf({ sigma }: Interval): 'low' | 'middle' | 'high' {
  if (sigma === null) return 'high';
  return sigma < Math.log(1.2) ? 'low' : sigma < Math.log(1.5) ? 'middle' : 'high';
}
