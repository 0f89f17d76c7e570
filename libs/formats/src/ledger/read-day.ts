import type { Cell } from '@tallgrunn/tabular';
import { dateOfDay } from '@tallgrunn/values';
import { isPlausibleDay } from '../plausible-day.ts';

export type DayOrder = 'day-first' | 'month-first';

const months = ['jan', 'feb', 'mar', 'apr', 'ma[iy]', 'jun', 'jul', 'aug', 'sep', 'o[kc]t', 'nov', 'de[sc]'].map(
  (name) => new RegExp(`^${name}`, 'i'),
);
/** Excel's day 0 as a day of 1970, and the serial numbers of 1954–2119. A number outside them is not a date. */
const EXCEL_EPOCH = -25_569;
const SERIAL_MIN = 20_000;
const SERIAL_MAX = 80_000;

/**
 * Parses the ISO day of a cell: a date cell, a serial number, or a date as written in ledgers. Null when it is not a
 * date.
 */
export function readDay(cell: Cell, order: DayOrder = 'day-first'): string | null {
  if (cell.kind === 'date') return isPlausibleDay(cell.text.slice(0, 10)) ? cell.text.slice(0, 10) : null;
  const text = cell.text.trim();
  const serial = cell.kind === 'number' ? Number(text) : NaN;
  if (serial >= SERIAL_MIN && serial <= SERIAL_MAX) return dateOfDay(Math.floor(serial) + EXCEL_EPOCH);
  return readWrittenDay(text.replace(/[T ]\d{1,2}[:.]\d{2}.*$/, ''), order);
}

function readWrittenDay(text: string, order: DayOrder): string | null {
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!);
  const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(text);
  if (numeric) {
    const [first, second, year] = [numeric[1]!, numeric[2]!, fullYear(numeric[3]!)];
    return order === 'day-first' || text.includes('.') ? day(year, second, first) : day(year, first, second);
  }
  const named = /^(\d{1,2})[.\s/-]*(\p{L}{3,9})\.?[\s/-]*(\d{4}|\d{2})$/u.exec(text);
  const month = named ? months.findIndex((name) => name.test(named[2]!)) + 1 : 0;
  return named && month > 0 ? day(fullYear(named[3]!), String(month), named[1]!) : null;
}

const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year);

function day(year: string, month: string, date: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isPlausibleDay(text) ? text : null;
}

/**
 * The month in which a posting is booked. `closing` is true for year-end closing: period 13 and later, which count as
 * December.
 */
export interface BookedMonth {
  /** YYYY-MM */
  readonly month: string;
  readonly closing: boolean;
}

/**
 * Parses "202603", "2026-03", "2026P03", "03.2026", "mars 2026", a date, or "3" and "P03" with a year from another
 * column or close to a day. Null when it is none of these.
 */
export function readPeriod(cell: Cell, year: string | null, near: string | null = null): BookedMonth | null {
  const text = cell.text.trim();
  const joined = /^((?:19|20)\d{2})[-./ ]?(?:p|per\.?|m)?[-./ ]?(\d{1,2})$/i.exec(text);
  if (joined) return period(joined[1]!, joined[2]!);
  const turned = /^(?:p|per\.?|m)?[-./ ]?(\d{1,2})[-./ ]((?:19|20)\d{2})$/i.exec(text);
  if (turned) return period(turned[2]!, turned[1]!);
  const alone = /^(?:p|per\.?|m)?[-./ ]?(\d{1,2})$/i.exec(text)?.[1];
  if (alone) {
    const of =
      year !== null && /^(19|20)\d{2}$/.test(year) ? year : near === null ? null : yearNear(Number(alone), near);
    return of === null ? null : period(of, alone);
  }
  const named = /^(\p{L}{3,9})\.?[\s/-]*(\d{4}|\d{2})$/u.exec(text);
  const month = named ? months.findIndex((name) => name.test(named[1]!)) + 1 : 0;
  if (named && month > 0) return period(fullYear(named[2]!), String(month));
  const date = readDay(cell);
  return date === null ? null : { month: date.slice(0, 7), closing: false };
}

/** Returns the year in which a month is closest to a day: postings of December may be written in January. */
function yearNear(month: number, day: string): string {
  const [year, at] = day.split('-').map(Number) as [number, number];
  return String(month - at > 6 ? year - 1 : at - month > 6 ? year + 1 : year);
}

function period(year: string, month: string): BookedMonth | null {
  const nth = Number(month);
  if (nth < 1 || nth > 16) return null;
  return { month: `${year}-${String(Math.min(nth, 12)).padStart(2, '0')}`, closing: nth > 12 };
}
