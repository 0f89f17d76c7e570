import { add, compare, divide, isDate, multiply, normalise, subtract, type DecimalText } from '@tallgrunn/values';

/**
 * Price adjustment clause of an agreement. Periods are those of the index: 2025-10, 2025-Q4 or 2025. Percentages are of
 * 100.
 */
export interface AdjustmentClause {
  /** code of an index series */
  readonly index: string;
  /** part of the price that follows the index, 0 to 1: "0.65" for 65 % */
  readonly share: DecimalText;
  readonly basePeriod: string;
  /** months from the agreement's first day with fixed prices */
  readonly fixedMonths?: number;
  /** minimum months between two adjustments */
  readonly monthsBetween?: number;
  /** months of notice from the request to the new price */
  readonly noticeMonths?: number;
  /** smallest adjustment, per cent; a smaller one is not made */
  readonly threshold?: DecimalText;
  /** lowest and highest change of the price in one adjustment, per cent; a decrease is negative */
  readonly floor?: DecimalText;
  readonly cap?: DecimalText;
  /** decimals of the new price, rounded half away from zero; 2 by default */
  readonly decimals?: number;
}

/** One value of an index series. */
export interface IndexValue {
  readonly period: string;
  readonly value: DecimalText;
}

export type AdjustmentProblem =
  | 'no-index-value'
  | 'index-not-positive'
  | 'prices-are-fixed'
  | 'too-soon-after-last'
  | 'notice-too-short'
  | 'compare-before-base';

export type AdjustmentFactor =
  | {
      readonly known: true;
      readonly base: IndexValue;
      readonly compare: IndexValue;
      /** change of the index and of the price, per cent with four decimals, for display */
      readonly indexChange: DecimalText;
      readonly priceChange: DecimalText;
      readonly limitedBy: 'floor' | 'cap' | 'threshold' | null;
      /** the price is multiplied by `up`, divided by `down`, and rounded once */
      readonly up: DecimalText;
      readonly down: DecimalText;
    }
  | { readonly known: false; readonly reason: AdjustmentProblem; readonly period: string };

const HUNDRED = '100';
const SHOWN_DECIMALS = 4;

/** Returns the factor from base to compare period: 1 + share × (compare / base − 1), limited by floor and cap. */
export function adjustmentFactor(
  clause: AdjustmentClause,
  comparePeriod: string,
  values: readonly IndexValue[],
): AdjustmentFactor {
  const [base, compareValue] = [clause.basePeriod, comparePeriod].map((period) =>
    values.find((each) => each.period === period),
  );
  if (!base) return { known: false, reason: 'no-index-value', period: clause.basePeriod };
  if (!compareValue) return { known: false, reason: 'no-index-value', period: comparePeriod };
  if (comparePeriod <= clause.basePeriod) return { known: false, reason: 'compare-before-base', period: comparePeriod };
  if (compare(base.value, '0') <= 0 || compare(compareValue.value, '0') <= 0)
    return { known: false, reason: 'index-not-positive', period: comparePeriod };
  const indexDifference = subtract(compareValue.value, base.value);
  const indexChange = divide(multiply(indexDifference, HUNDRED), base.value, SHOWN_DECIMALS);
  // exact: change = share × moved / base, compared by cross-multiplication
  const share = multiply(clause.share, indexDifference);
  const percent = (limit: DecimalText) => multiply(limit, base.value);
  const change = multiply(share, HUNDRED);
  const commonFields = { base, compare: compareValue, indexChange };
  const magnitude = change.startsWith('-') ? change.slice(1) : change;
  if (clause.threshold !== undefined && compare(magnitude, percent(clause.threshold)) < 0)
    return { known: true, ...commonFields, priceChange: '0', limitedBy: 'threshold', up: '1', down: '1' };
  const limit =
    clause.cap !== undefined && compare(change, percent(clause.cap)) > 0
      ? 'cap'
      : clause.floor !== undefined && compare(change, percent(clause.floor)) < 0
        ? 'floor'
        : null;
  if (limit !== null) {
    const bound = clause[limit] ?? '0';
    return {
      known: true,
      ...commonFields,
      priceChange: normalise(bound),
      limitedBy: limit,
      up: add(HUNDRED, bound),
      down: HUNDRED,
    };
  }
  return {
    known: true,
    ...commonFields,
    priceChange: divide(change, base.value, SHOWN_DECIMALS),
    limitedBy: null,
    up: add(base.value, share),
    down: base.value,
  };
}

/** Returns the new price, rounded once. */
export function adjustPrice(
  price: DecimalText,
  factor: { readonly up: DecimalText; readonly down: DecimalText },
  decimals = 2,
): DecimalText {
  return divide(multiply(price, factor.up), factor.down, decimals);
}

/**
 * Returns the first possible day of an adjustment, after the fixed period, the interval between two adjustments, and
 * the notice; `because` is the limit that decides.
 */
export function earliestAdjustment(
  clause: AdjustmentClause,
  {
    startsOn,
    lastOn,
    requestedOn,
  }: { readonly startsOn: string; readonly lastOn: string | null; readonly requestedOn: string },
): { readonly on: string; readonly because: AdjustmentProblem } {
  const limits: { readonly on: string; readonly because: AdjustmentProblem }[] = [
    { on: addMonths(requestedOn, clause.noticeMonths ?? 0), because: 'notice-too-short' },
    { on: addMonths(startsOn, clause.fixedMonths ?? 0), because: 'prices-are-fixed' },
    ...(lastOn === null
      ? []
      : [{ on: addMonths(lastOn, clause.monthsBetween ?? 0), because: 'too-soon-after-last' as const }]),
  ];
  return limits.reduce((latest, each) => (each.on > latest.on ? each : latest));
}

/** Adds months, on the same day of the month or its last day: 31 January plus one month is 28 February. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const at = year * 12 + month - 1 + months;
  const head = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  const days = [day, 31, 30, 29, 28].filter((each) => each <= day);
  return days.map((each) => `${head}-${String(each).padStart(2, '0')}`).find(isDate) ?? `${head}-28`;
}
