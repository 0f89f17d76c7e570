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

export interface UnknownClass {
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
  readonly unknownOf: readonly UnknownClass[];
  readonly isKnown: boolean;
}

/**
 * Maximum share of a period's spend on unclassified accounts. The direction of a change is still tested against that
 * share.
 */
export const UNKNOWN_CLASS_MAX = 0.01;

const added = (amounts: readonly string[]): string => amounts.reduce((total, amount) => add(total, amount), '0');
const kgOf = (sums: readonly ClassSum[]): string => sums.reduce((total, { kg }) => total + kg, 0).toFixed(3);

/** Returns the purchases of two periods by account class, and the buyers with unclassified accounts. */
export function classesOf(before: readonly ClassSum[], after: readonly ClassSum[]): ChangeClasses {
  const of = (wanted: AccountClass | null): ClassChange => {
    const [then, now] = [before, after].map((sums) => sums.filter(({ accountClass }) => accountClass === wanted)) as [
      ClassSum[],
      ClassSum[],
    ];
    return {
      spendBefore: added(then.map(({ amount }) => amount)),
      spendAfter: added(now.map(({ amount }) => amount)),
      before: kgOf(then),
      after: kgOf(now),
    };
  };
  const unknown = [before, after].map((sums) =>
    sums.filter(({ accountClass, size }) => accountClass === null && size > 0),
  ) as [ClassSum[], ClassSum[]];
  const buyers = new Map(
    unknown.flat().flatMap(({ buyerId, name }) => (buyerId === null ? [] : [[buyerId, name ?? ''] as const])),
  );
  const sumOf = (sums: readonly ClassSum[], id: string): string =>
    added(sums.flatMap(({ buyerId, amount }) => (buyerId === id ? amount : [])));
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
    isKnown: shareUnknown(before) <= UNKNOWN_CLASS_MAX && shareUnknown(after) <= UNKNOWN_CLASS_MAX,
  };
}

/** Returns the unclassified share of the spend; 0 for a period without purchases. */
function shareUnknown(sums: readonly ClassSum[]): number {
  const size = (of: readonly ClassSum[]) => of.reduce((total, each) => total + each.size, 0);
  const all = size(sums);
  return all === 0 ? 0 : size(sums.filter(({ accountClass }) => accountClass === null)) / all;
}
