import { add, compare, divide, signOf, sum } from '@tallgrunn/values';
import { forecast, type Forecast } from './forecast.ts';
import type { CompleteMonths } from './read-complete-months.ts';
import type { Consumed } from './read-consumption.ts';

export interface UseMonth {
  readonly month: string;
  readonly reported: string;
  readonly booked: string;
}

/** How far an agreement or a lot is used. Amounts without VAT, in the agreement's currency. */
export interface Use {
  readonly maximum: string | null;
  /** Which side knows most, and is measured against the maximum; the two are never added. */
  readonly basis: 'reported' | 'booked';
  readonly used: string;
  /** 0 to 1 and above; null without a maximum. */
  readonly share: string | null;
  readonly reported: string;
  readonly reportedLines: number;
  /** Matched and by-supplier together. */
  readonly booked: string;
  readonly bookedLines: number;
  readonly bookedBySupplier: string;
  readonly months: readonly UseMonth[];
  readonly forecast: Forecast;
}

export interface Measured {
  readonly maximum: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly today: string;
  /** Months that everything is here of, by side. */
  readonly complete: CompleteMonths;
}

const SHARE_SCALE = 6;

/** Measures what was consumed against a maximum. */
export function measureUse(consumed: readonly Consumed[], { maximum, startsOn, endsOn, today, complete }: Measured): Use {
  const of = (which: (how: Consumed['how']) => boolean) => consumed.filter(({ how }) => which(how));
  const total = (list: readonly Consumed[]) => sum(list.map(({ amount }) => amount));
  const lines = (list: readonly Consumed[]) => list.reduce((count, each) => count + each.lines, 0);
  const [reported, booked] = [of((how) => how === 'reported'), of((how) => how !== 'reported')];
  const basis = compare(total(booked), total(reported)) > 0 ? 'booked' : 'reported';
  const used = basis === 'booked' ? total(booked) : total(reported);
  const months = monthsOf(reported, booked);
  return {
    maximum,
    basis,
    used,
    share: maximum !== null && signOf(maximum) > 0 ? divide(used, maximum, SHARE_SCALE) : null,
    reported: total(reported),
    reportedLines: lines(reported),
    booked: total(booked),
    bookedLines: lines(booked),
    bookedBySupplier: total(of((how) => how === 'by-supplier')),
    months,
    forecast: forecast({ months: months.filter((each) => signOf(each[basis]) !== 0).map((each) => ({ month: each.month, amount: each[basis] })), maximum, today, startsOn, endsOn, complete: complete[basis] }),
  };
}

function monthsOf(reported: readonly Consumed[], booked: readonly Consumed[]): UseMonth[] {
  const of = (list: readonly Consumed[], month: string) => list.filter((each) => each.month === month).reduce((total, { amount }) => add(total, amount), '0');
  const keys = [...new Set([...reported, ...booked].map(({ month }) => month))].sort();
  return keys.map((month) => ({ month, reported: of(reported, month), booked: of(booked, month) }));
}
