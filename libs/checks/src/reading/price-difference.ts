import { addDays } from '@tallgrunn/values';
import type { AgreedUnitPrice, Line } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import {
  agreedPrice,
  isQuantityMoney,
  looksVatIncluded,
  packInPrice,
  paidPriceOf,
  scaleOfPrice,
  type PaidPrice,
} from './line-arithmetic.ts';

/**
 * Result of comparing a line's price with the agreed one. `not-compared`: no agreed item, no price, or a fee or
 * deposit. `unknown`: the agreed price cannot be determined. `other`: the price differs for another reason, such as
 * another pack, VAT or a wrong power of ten.
 */
export type PriceDifference =
  | { readonly kind: 'not-compared' | 'unknown' | 'other' }
  | ({ readonly kind: 'above' | 'not-above' } & AgreedUnitPrice & Pick<PaidPrice, 'each' | 'role'>);

/** Days before a credit on which the credited sale may have been made. */
const creditDaysBack = [7, 14, 21, 28];

/**
 * Returns whether a credit matches an earlier price. It refunds the price paid then, so with weekly or daily prices any
 * of those days may match.
 */
function isOldSale(line: Line, plan: Plan, slackShare: number): boolean {
  if (!(line.quantity < 0) || line.date === '') return false;
  return creditDaysBack.some((days) => {
    const then = agreedPrice({ ...line, date: addDays(line.date, -days) }, plan);
    const { each, slack } = paidPriceOf(line);
    return then !== null && each <= then.perUnit * (1 + slackShare) + slack;
  });
}

const WEEK_DAYS = 7;
const MONTH_DAYS = 31;

/** Returns the days of a line's week or month after its date, when the file states no day; else none. */
function laterDays({ sheet, date }: Line): string[] {
  const span = sheet.matches.find(({ parts }) => parts?.day === null)?.parts;
  if (!span || date === '') return [];
  const days = Array.from({ length: span.week === null ? MONTH_DAYS : WEEK_DAYS }, (_, at) => addDays(date, at)).slice(
    1,
  );
  return span.week === null ? days.filter((day) => day.slice(0, 7) === date.slice(0, 7)) : days;
}

/** Returns whether the price was agreed on a later day of the week or month that the file states without a day. */
function isAgreedLater(line: Line, plan: Plan, slackShare: number): boolean {
  const { each, slack } = paidPriceOf(line);
  return laterDays(line).some((date) => {
    const then = agreedPrice({ ...line, date }, plan);
    return then !== null && each <= then.perUnit * (1 + slackShare) + slack;
  });
}

function isExplained(line: Line, plan: Plan, role: PaidPrice['role']): boolean {
  return (
    packInPrice(line, plan) !== null ||
    scaleOfPrice(line, plan) !== null ||
    isQuantityMoney(line, plan) ||
    (plan.terms.vat === 'excluded' &&
      (looksVatIncluded(line, 25, plan) === role || looksVatIncluded(line, 15, plan) === role))
  );
}

/**
 * Compares a line's price in the plan's currency with the agreed one. `tolerancePercent` applies when the agreement
 * states none.
 */
export function priceDifference(line: Line, plan: Plan, tolerancePercent: number): PriceDifference {
  const { each, role, slack: rounding } = paidPriceOf(line);
  if (line.item < 0 || Number.isNaN(each) || line.kind === 'fee' || line.kind === 'deposit')
    return { kind: 'not-compared' };
  const price = agreedPrice(line, plan);
  if (!price) return { kind: 'unknown' };
  const { agreed, perUnit } = price;
  const tolerance = (agreed.tolerance ?? tolerancePercent) / 100;
  if (each <= perUnit + Math.max(perUnit * tolerance, rounding)) return { kind: 'not-above', ...price, each, role };
  if (isOldSale(line, plan, tolerance) || isAgreedLater(line, plan, tolerance))
    return { kind: 'not-above', ...price, each, role };
  return isExplained(line, plan, role) ? { kind: 'other' } : { kind: 'above', ...price, each, role };
}
