import { addDays } from '@tallgrunn/values';
import type { AgreedForUnit, Line } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import {
  agreedPrice,
  isQuantityMoney,
  looksVatIncluded,
  packInPrice,
  paidOf,
  scaleOfPrice,
  type Paid,
} from './line-arithmetic.ts';

/**
 * What the price of a line is beside the agreed one. `not-compared`: no agreed item, no price, or a fee or deposit. `unknown`: what is agreed
 * cannot be known. `other`: the price differs for another reason, such as a price for another pack, VAT or a wrong power of ten.
 */
export type PriceDifference =
  | { readonly kind: 'not-compared' | 'unknown' | 'other' }
  | ({ readonly kind: 'above' | 'not-above' } & AgreedForUnit & Pick<Paid, 'each' | 'role'>);

/** How many days back a sale may lie that a credit gives back. */
const creditDaysBack = [7, 14, 21, 28];

/** A credit gives back what was paid then: where prices change by the week or the day, it is right by the price of any of those days. */
function isOldSale(line: Line, plan: Plan, slackShare: number): boolean {
  if (!(line.quantity < 0) || line.date === '') return false;
  return creditDaysBack.some((days) => {
    const then = agreedPrice({ ...line, date: addDays(line.date, -days) }, plan);
    const { each, slack } = paidOf(line);
    return then !== null && each <= then.perUnit * (1 + slackShare) + slack;
  });
}

function isExplained(line: Line, plan: Plan, role: Paid['role']): boolean {
  return (
    packInPrice(line, plan) !== null ||
    scaleOfPrice(line, plan) !== null ||
    isQuantityMoney(line, plan) ||
    (plan.terms.vat === 'excluded' &&
      (looksVatIncluded(line, 25, plan) === role || looksVatIncluded(line, 15, plan) === role))
  );
}

/** Compares the price of a line in the plan's currency with the agreed one. `tolerancePercent` applies where the agreement names none. */
export function priceDifference(line: Line, plan: Plan, tolerancePercent: number): PriceDifference {
  const { each, role, slack: rounding } = paidOf(line);
  if (line.item < 0 || Number.isNaN(each) || line.kind === 'fee' || line.kind === 'deposit')
    return { kind: 'not-compared' };
  const price = agreedPrice(line, plan);
  if (!price) return { kind: 'unknown' };
  const { agreed, perUnit } = price;
  const tolerance = (agreed.tolerance ?? tolerancePercent) / 100;
  if (each <= perUnit + Math.max(perUnit * tolerance, rounding)) return { kind: 'not-above', ...price, each, role };
  if (isOldSale(line, plan, tolerance)) return { kind: 'not-above', ...price, each, role };
  return isExplained(line, plan, role) ? { kind: 'other' } : { kind: 'above', ...price, each, role };
}
