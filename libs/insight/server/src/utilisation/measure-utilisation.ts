import { add, compare, divide, signOf, sum } from '@tallgrunn/values';
import { forecast, type Forecast } from './forecast.ts';
import type { CompleteMonths } from './read-complete-months.ts';
import type { Consumed } from './read-consumption.ts';
import type { Opening } from './read-opening-amounts.ts';

export interface UtilisationMonth {
  readonly month: string;
  readonly reported: string;
  readonly booked: string;
  /** Whether the month is complete: all due reports, or the ledgers of all buyers. */
  readonly isReportedComplete: boolean;
  readonly isBookedComplete: boolean;
}

/** Utilisation of an agreement or a lot. Amounts excl. VAT, in the agreement's currency. */
export interface Utilisation {
  readonly maximum: string | null;
  /** Stated call-offs before the ledgers start; null = not stated. Included in `used`. */
  readonly opening: { readonly amount: string; readonly beforeMonth: string; readonly isWhole: boolean } | null;
  /** The side with the larger total, which is compared with the maximum; the two sides are never added. */
  readonly basis: 'reported' | 'booked';
  readonly used: string;
  /** 0 to 1 and above; null without a maximum. */
  readonly share: string | null;
  readonly reported: string;
  readonly reportedLines: number;
  /** Total of matched and by-supplier. */
  readonly booked: string;
  readonly bookedLines: number;
  readonly bookedBySupplier: string;
  readonly months: readonly UtilisationMonth[];
  readonly forecast: Forecast;
}

export interface UtilisationInput {
  readonly maximum: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly today: string;
  /** Complete months by side. */
  readonly complete: CompleteMonths;
  /** Stated amounts, and the suppliers who must all have stated theirs for the total to be complete. */
  readonly openings?: readonly Opening[];
  readonly holders?: readonly string[];
}

const SHARE_SCALE = 6;

/** Calculates the utilisation from the consumed amounts and the maximum. */
export function measureUtilisation(
  consumed: readonly Consumed[],
  { maximum, startsOn, endsOn, today, complete, openings = [], holders = [] }: UtilisationInput,
): Utilisation {
  const opening = openingOf(openings, holders);
  // Lines of these months are already included in the stated amounts.
  const counted = consumed.filter(
    (each) =>
      !openings.some(
        (one) =>
          one.supplierId === each.supplierId &&
          (one.lotId === null || one.lotId === each.lotId) &&
          each.month < one.beforeMonth,
      ),
  );
  const of = (which: (how: Consumed['how']) => boolean) => consumed.filter(({ how }) => which(how));
  const total = (list: readonly Consumed[]) => sum(list.map(({ amount }) => amount));
  const lines = (list: readonly Consumed[]) => list.reduce((count, each) => count + each.lines, 0);
  const [reported, booked] = [of((how) => how === 'reported'), of((how) => how !== 'reported')];
  const basis = compare(total(booked), total(reported)) > 0 ? 'booked' : 'reported';
  const side = counted.filter(({ how }) => (how === 'reported') === (basis === 'reported'));
  const used = add(total(side), opening?.amount ?? '0');
  const months = monthsOf(reported, booked, complete);
  const known = monthsOf(side, side, complete);
  return {
    maximum,
    opening,
    basis,
    used,
    share: maximum !== null && signOf(maximum) > 0 ? divide(used, maximum, SHARE_SCALE) : null,
    reported: total(reported),
    reportedLines: lines(reported),
    booked: total(booked),
    bookedLines: lines(booked),
    bookedBySupplier: total(of((how) => how === 'by-supplier')),
    months,
    forecast: forecast({
      months: known
        .filter(({ reported: amount }) => signOf(amount) !== 0)
        .map(({ month, reported: amount }) => ({ month, amount })),
      opening,
      maximum,
      today,
      startsOn,
      endsOn,
      complete: complete[basis],
    }),
  };
}

/** Returns the total of the stated amounts. `isWhole`: every supplier has stated one; `beforeMonth` is the earliest. */
function openingOf(openings: readonly Opening[], holders: readonly string[]): Utilisation['opening'] {
  const [beforeMonth] = openings.map((each) => each.beforeMonth).sort();
  if (beforeMonth === undefined) return null;
  const stated = new Set(openings.map(({ supplierId }) => supplierId));
  return {
    amount: sum(openings.map(({ amount }) => amount)),
    beforeMonth,
    isWhole: holders.every((holder) => stated.has(holder)),
  };
}

function monthsOf(
  reported: readonly Consumed[],
  booked: readonly Consumed[],
  complete: CompleteMonths,
): UtilisationMonth[] {
  const of = (list: readonly Consumed[], month: string) =>
    list.filter((each) => each.month === month).reduce((total, { amount }) => add(total, amount), '0');
  const keys = [...new Set([...reported, ...booked].map(({ month }) => month))].sort();
  return keys.map((month) => ({
    month,
    reported: of(reported, month),
    booked: of(booked, month),
    isReportedComplete: complete.reported.has(month),
    isBookedComplete: complete.booked.has(month),
  }));
}
