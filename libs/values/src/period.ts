import { requireDay } from './calendar.ts';

export type PeriodKind = 'month' | 'quarter' | 'tertial' | 'half-year' | 'year';

/** A reporting period: a half-open range of Oslo days with a key that sorts within its kind. */
export interface Period {
  /** 2026-03, 2026-Q1, 2026-T1, 2026-H1 or 2026 */
  readonly key: string;
  readonly kind: PeriodKind;
  /** first day, YYYY-MM-DD */
  readonly start: string;
  /** the day after the last day, YYYY-MM-DD */
  readonly end: string;
}

const monthsOf: Record<PeriodKind, number> = { month: 1, quarter: 3, tertial: 4, 'half-year': 6, year: 12 };
const letterOf: Record<PeriodKind, string> = { month: '', quarter: 'Q', tertial: 'T', 'half-year': 'H', year: '' };
const kindOfLetter: Record<string, PeriodKind> = { Q: 'quarter', T: 'tertial', H: 'half-year' };
const keyPattern = /^(\d{4})(?:-(?:(\d{2})|([QTH])(\d)))?$/;

/**
 * Returns the period of a kind by its index, counted from year 0 in units of that kind. @throws RangeError outside the
 * years 1900 to 9998
 */
function at(kind: PeriodKind, index: number): Period {
  const months = monthsOf[kind];
  const perYear = 12 / months;
  const year = Math.floor(index / perYear);
  const nth = (index % perYear) + 1;
  if (year < 1900 || year > 9998) throw new RangeError(`period out of range: ${year}`);
  const first = index * months;
  const tail =
    kind === 'year' ? '' : kind === 'month' ? `-${String(nth).padStart(2, '0')}` : `-${letterOf[kind]}${nth}`;
  return Object.freeze({ key: `${year}${tail}`, kind, start: firstOfMonth(first), end: firstOfMonth(first + months) });
}

function firstOfMonth(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

function indexOf(period: Pick<Period, 'kind' | 'start'>): number {
  const months = Number(period.start.slice(0, 4)) * 12 + Number(period.start.slice(5, 7)) - 1;
  return Math.floor(months / monthsOf[period.kind]);
}

/** Returns the period of a key, or null when the key is malformed. */
function tryParse(key: string): Period | null {
  const match = keyPattern.exec(key.trim().toUpperCase());
  if (!match) return null;
  const kind: PeriodKind = match[2] ? 'month' : match[3] ? kindOfLetter[match[3]]! : 'year';
  const nth = Number(match[2] ?? match[4] ?? 1);
  const perYear = 12 / monthsOf[kind];
  const year = Number(match[1]);
  if (nth < 1 || nth > perYear || year < 1900 || year > 9998) return null;
  return at(kind, year * perYear + nth - 1);
}

/** Returns the period of a key. @throws RangeError when the key is malformed */
function parse(key: string): Period {
  const period = tryParse(key);
  if (!period) throw new RangeError(`not a period: ${key}`);
  return period;
}

/** Returns the period of a kind that contains a date. */
function containing(kind: PeriodKind, date: string): Period {
  requireDay(date);
  return at(kind, indexOf({ kind, start: date }));
}

/** Returns the period of the same kind `count` steps later (negative: earlier). */
function shift(period: Period, count: number): Period {
  return at(period.kind, indexOf(period) + count);
}

/** Returns the periods of a kind that begin in the half-open range [from, until). */
function between(kind: PeriodKind, from: string, until: string): Period[] {
  const list: Period[] = [];
  let period = containing(kind, from);
  if (period.start < from) period = shift(period, 1);
  for (; period.start < until; period = shift(period, 1)) list.push(period);
  return list;
}

/** Returns whether an ISO date is in a half-open range. ISO dates sort as text. */
function contains(period: Pick<Period, 'start' | 'end'>, date: string): boolean {
  return date >= period.start && date < period.end;
}

/** Returns the months of a period. */
function months(period: Period): Period[] {
  return between('month', period.start, period.end);
}

export const Period = {
  parse,
  tryParse,
  containing,
  next: (period: Period) => shift(period, 1),
  previous: (period: Period) => shift(period, -1),
  shift,
  between,
  contains,
  months,
};
