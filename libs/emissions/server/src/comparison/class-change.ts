import { add } from '@tallgrunn/values';
import type { AccountClass } from '../emission-filter.ts';

/** Purchases of one buyer in one period by account class. `size` is the sum of absolute amounts. */
export interface ClassSum {
  readonly buyerId: string | null;
  readonly name: string | null;
  readonly accountClass: AccountClass | null;
  readonly amount: string;
  readonly size: number;
  readonly kg: number;
}

/** Spend (NOK) and emissions (kg CO2e) of two periods, decimal text. */
export interface ClassChange {
  readonly spendBefore: string;
  readonly spendAfter: string;
  readonly before: string;
  readonly after: string;
}

export interface UnclassifiedBuyer {
  readonly buyerId: string;
  readonly name: string;
  readonly spendBefore: string;
  readonly spendAfter: string;
}

/**
 * Two periods by account class. `isKnown`: the unclassified share is so small that operating and investment can be
 * reported separately.
 */
export interface ChangeClasses {
  readonly operating: ClassChange;
  readonly investment: ClassChange;
  readonly unknown: ClassChange;
  readonly unknownOf: readonly UnclassifiedBuyer[];
  readonly isKnown: boolean;
}

/**
 * Maximum share of a period's spend on unclassified accounts. The direction of a change is still tested against that
 * share.
 */
export const UNCLASSIFIED_SHARE_MAX = 0.01;

const sumAmounts = (amounts: readonly string[]): string => amounts.reduce((total, amount) => add(total, amount), '0');
const sumKg = (sums: readonly ClassSum[]): string => sums.reduce((total, { kg }) => total + kg, 0).toFixed(3);

/** Returns the purchases of two periods by account class, and the buyers with unclassified accounts. */
export function changeByClass(before: readonly ClassSum[], after: readonly ClassSum[]): ChangeClasses {
  const of = (wanted: AccountClass | null): ClassChange => {
    const [then, now] = [before, after].map((sums) => sums.filter(({ accountClass }) => accountClass === wanted)) as [
      ClassSum[],
      ClassSum[],
    ];
    return {
      spendBefore: sumAmounts(then.map(({ amount }) => amount)),
      spendAfter: sumAmounts(now.map(({ amount }) => amount)),
      before: sumKg(then),
      after: sumKg(now),
    };
  };
  const unknown = [before, after].map((sums) =>
    sums.filter(({ accountClass, size }) => accountClass === null && size > 0),
  ) as [ClassSum[], ClassSum[]];
  const buyers = new Map(
    unknown.flat().flatMap(({ buyerId, name }) => (buyerId === null ? [] : [[buyerId, name ?? ''] as const])),
  );
  const sumOf = (sums: readonly ClassSum[], id: string): string =>
    sumAmounts(sums.flatMap(({ buyerId, amount }) => (buyerId === id ? amount : [])));
  return {
    operating: of('operating'),
    investment: of('investment'),
    unknown: of(null),
    unknownOf: [...buyers]
      .map(([buyerId, name]) => ({
        buyerId,
        name,
        spendBefore: sumOf(unknown[0], buyerId),
        spendAfter: sumOf(unknown[1], buyerId),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    isKnown: unclassifiedShare(before) <= UNCLASSIFIED_SHARE_MAX && unclassifiedShare(after) <= UNCLASSIFIED_SHARE_MAX,
  };
}

/** Returns the unclassified share of the spend; 0 for a period without purchases. */
function unclassifiedShare(sums: readonly ClassSum[]): number {
  const size = (of: readonly ClassSum[]) => of.reduce((total, each) => total + each.size, 0);
  const all = size(sums);
  return all === 0 ? 0 : size(sums.filter(({ accountClass }) => accountClass === null)) / all;
}
