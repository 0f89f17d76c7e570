import { compare, divide, sum } from '@tallgrunn/values';
import type { StatementFigures } from './statement-figures.ts';

/** The five ratings of the contract performance notice of the United Kingdom, best first. `other`: cannot be rated. */
export const ratings = ['good', 'approaching-target', 'requires-improvement', 'inadequate', 'other'] as const;
export type Rating = (typeof ratings)[number];

/** Key figures of a statement, in the order they are shown. */
export const figureKeys = ['punctuality', 'data-quality', 'coverage', 'prices', 'declarations', 'open-cases'] as const;
export type FigureKey = (typeof figureKeys)[number];

export interface ProposedRatings {
  readonly ratings: Readonly<Record<FigureKey, Rating>>;
  readonly overall: Rating;
}

/** Limits of good, approaching target, and requires improvement. Beyond the last: inadequate. */
type Limits = readonly [good: string, approaching: string, improvement: string];

/**
 * Limits of the rules, as shares. `share`: at least, of punctuality, coverage, and the required share of declarations.
 * `prices`: at most, of the charged amount. `openCases`: at most.
 */
export const ratingLimits = {
  share: ['0.95', '0.85', '0.7'],
  prices: ['0.001', '0.01', '0.03'],
  openCases: ['0', '2', '5'],
} as const satisfies Record<string, Limits>;

/** Rated figures that an overall rating needs. */
const RATED_MIN = 2;

const atLeast = (value: string, limits: Limits): Rating =>
  ratings[limits.findIndex((limit) => compare(value, limit) >= 0)] ?? 'inadequate';
const atMost = (value: string, limits: Limits): Rating =>
  ratings[limits.findIndex((limit) => compare(value, limit) <= 0)] ?? 'inadequate';

/** Proposes a rating of each figure and overall. A person decides. */
export function proposeRatings(figures: StatementFigures): ProposedRatings {
  const proposed: Record<FigureKey, Rating> = {
    punctuality: ofPunctuality(figures),
    'data-quality': ofQuality(figures),
    coverage: ofCoverage(figures),
    prices: ofPrices(figures),
    declarations: ofDeclarations(figures),
    'open-cases': atMost(String(figures.openCases.length), ratingLimits.openCases),
  };
  return { ratings: proposed, overall: overallOf(Object.values(proposed)) };
}

/** Returns the lowest rating of those that could be rated. */
function overallOf(all: readonly Rating[]): Rating {
  const rated: readonly Rating[] = all.filter((rating) => rating !== 'other');
  return rated.length < RATED_MIN ? 'other' : (ratings.findLast((rating) => rated.includes(rating)) ?? 'other');
}

/** Late reports of which no day counts as the supplier's lateness are rated as in time. */
function ofPunctuality({ punctuality: { due, onTime, excused } }: StatementFigures): Rating {
  return due === 0 ? 'other' : atLeast(divide(String(onTime + excused), String(due), 6), ratingLimits.share);
}

function ofQuality({ quality: { level, reports, returned } }: StatementFigures): Rating {
  if (level === null) return 'other';
  if (level === 'required') return 'approaching-target';
  if (level !== 'below-required') return 'good';
  return returned >= reports ? 'inadequate' : 'requires-improvement';
}

function ofCoverage({ coverage: { share } }: StatementFigures): Rating {
  return share === null ? 'other' : atLeast(share, ratingLimits.share);
}

/** Rates the basis and currency with the largest share above agreed prices. Accepted reasons do not count. */
function ofPrices({ prices }: StatementFigures): Rating {
  const shares = prices
    .filter(({ chargedAmount }) => compare(chargedAmount, '0') > 0)
    .map(({ openAmount, claimedAmount, chargedAmount }) => divide(sum([openAmount, claimedAmount]), chargedAmount, 6));
  const largest = shares.toSorted(compare).at(-1);
  return largest === undefined ? 'other' : atMost(largest, ratingLimits.prices);
}

/** Rates declared items against the share that the terms require by that day. */
function ofDeclarations({ declarations: { items, declared, requiredShare } }: StatementFigures): Rating {
  if (requiredShare === null || items === 0 || compare(requiredShare, '0') <= 0) return 'other';
  const share = divide(String(declared), String(items), 6);
  return compare(share, requiredShare) >= 0 ? 'good' : atLeast(divide(share, requiredShare, 6), ratingLimits.share);
}
