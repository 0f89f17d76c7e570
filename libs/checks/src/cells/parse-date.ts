import { dateOfDay, isDate } from '@tallgrunn/values';
import type { Note } from './notes.ts';
import { dayInNorway } from './utc-days.ts';
import { visibleText } from './visible-text.ts';

export type DateOrder = 'day-first' | 'month-first';

/**
 * Interpretation of a written date. `value` is an ISO date, the first of the month for a month; null when it is not a
 * date.
 */
export interface DateParse {
  readonly value: string | null;
  readonly note: Note | null;
  /** the order of day and month that this text proves; null when it proves none */
  readonly evidence: DateOrder | null;
  readonly other: string | null;
  readonly monthOnly: boolean;
}

const months: ReadonlyMap<string, number> = new Map(
  [
    ['jan'],
    ['feb'],
    ['mar', 'mars', 'mär', 'mrz'],
    ['apr'],
    ['mai', 'may', 'maj'],
    ['jun', 'juni', 'june'],
    ['jul', 'juli', 'july'],
    ['aug'],
    ['sep', 'sept'],
    ['okt', 'oct'],
    ['nov'],
    ['des', 'dec', 'dez'],
  ].flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);

/** A weekday before the date, as in "Tirsdag 3. mars"; ignored. */
const weekday =
  /^(?:(?:man|m\u00e5n|tirs|tys|tis|ons|tors|fre|l\u00f8r|l\u00f6r|laur|s\u00f8n|s\u00f6n|sun|mon|tues|wednes|thurs|fri|satur)(?:dag|day)?|tir|tor|tue|wed|thu|sat|ma|ti|on|to|fr|l\u00f8|s\u00f8|mo|di|mi|do|sa|so)[.,]?\s+(?=\d)/i;

/**
 * A time of day after the date, as systems and web shops print it; ignored: "T10:11:12.5+02:00", " 10:11:12 +0200",
 * ", 1:11 PM", ", 10:11 Uhr", " kl. 10.11", " 10:11 UTC".
 */
const timeOfDay =
  /(?:T|,?\s+(?:kl(?:okka|okken|ockan)?\.?\s*|um\s+|at\s+)?)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?(?:\s*(?:Uhr|Z|UTC|GMT|CES?T|ME[SZ]Z?))?(?:\s*[+-]\d{2}:?\d{2})?$/i;

const unparsedDate = (note: Note, other: string | null = null): DateParse => ({
  value: null,
  note,
  evidence: null,
  other,
  monthOnly: false,
});

function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 2 ? 2000 + year : year;
}

function iso(year: number, monthParse: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(monthParse).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function dateParse(year: number, monthParse: number, day: number, note: Note | null): DateParse {
  const value = iso(year, monthParse, day);
  return isDate(value)
    ? { value, note, evidence: null, other: null, monthOnly: false }
    : unparsedDate('impossible-date', value);
}

function monthParse(year: number, nth: number, note: Note | null): DateParse {
  return nth >= 1 && nth <= 12
    ? { value: iso(year, nth, 1), note, evidence: null, other: null, monthOnly: true }
    : unparsedDate('impossible-date');
}

/** Interprets two numbers and a year. With a point the day comes first; with a slash or hyphen the order is open. */
function dayAndMonth(
  first: number,
  second: number,
  year: number,
  sign: string,
  order: DateOrder | null,
  note: Note | null,
): DateParse {
  if (sign === '.') return dateParse(year, second, first, note);
  if (first > 12 || second > 12) {
    const evidence: DateOrder = first > 12 ? 'day-first' : 'month-first';
    const read = evidence === 'day-first' ? dateParse(year, second, first, note) : dateParse(year, first, second, note);
    return { ...read, evidence };
  }
  const known = order === 'month-first' ? dateParse(year, first, second, note) : dateParse(year, second, first, note);
  if (order !== null || first === second) return known;
  return { ...known, note: 'day-month', other: iso(year, first, second) };
}

function monthByName(text: string): number | undefined {
  return months.get(text.toLowerCase()) ?? months.get(text.toLowerCase().slice(0, 3));
}

/** Returns the number of a month by its name or the first letters of it; null when the text is none. */
export const monthNumber = (text: string): number | null =>
  /^\p{L}{3,9}\.?$/u.test(text) ? (monthByName(text.replace('.', '')) ?? null) : null;

function withMonthName(text: string): DateParse | null {
  const norwegian = /^(\d{1,2})\.?[\s./-]*(\p{L}{3,9})\.?[\s./-]*(\d{4}|\d{2})$/u.exec(text);
  const nth = norwegian && monthByName(norwegian[2]!);
  if (norwegian && nth) return dateParse(fullYear(norwegian[3]!), nth, Number(norwegian[1]), 'date-text');
  const english = /^(\p{L}{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(text);
  const englishMonth = english && monthByName(english[1]!);
  if (english && englishMonth) return dateParse(Number(english[3]), englishMonth, Number(english[2]), 'date-text');
  const only = /^(\p{L}{3,9})\.?[\s./-]*(\d{4}|\d{2})$/u.exec(text);
  const onlyMonth = only && monthByName(only[1]!);
  return only && onlyMonth ? monthParse(fullYear(only[2]!), onlyMonth, 'date-text') : null;
}

function digitsOnly(text: string): DateParse | null {
  const day = /^(19|20)(\d{2})(\d{2})(\d{2})$/.exec(text);
  // "20032026" has no month 20: the day comes first, as mainframes print it.
  const dayFirst = /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])((?:19|20)\d{2})$/.exec(text);
  const isYearFirst = day !== null && Number(day[3]) >= 1 && Number(day[3]) <= 12;
  if (dayFirst && !isYearFirst)
    return dateParse(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]), 'date-text');
  if (day) return dateParse(Number(day[1]! + day[2]!), Number(day[3]), Number(day[4]), 'date-text');
  const yearMonth = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/.exec(text);
  if (yearMonth) return monthParse(Number(yearMonth[1]), Number(yearMonth[2]), 'date-text');
  const serial = /^(\d{5})(?:[.,]\d+)?$/.exec(text);
  const days = serial ? Number(serial[1]) : 0;
  // Excel counts days from 1899-12-30; the range is the years 2000 to 2099.
  return days >= 36_526 && days <= 73_050
    ? { value: dateOfDay(days - 25_569), note: 'serial', evidence: null, other: null, monthOnly: false }
    : null;
}

/** Reads the text of a date without a time of day. */
function parseDay(text: string, order: DateOrder | null): DateParse {
  const isoMatch = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (isoMatch) return dateParse(Number(isoMatch[1]), Number(isoMatch[2]), Number(isoMatch[3]), null);
  const commonMatch = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (commonMatch)
    return dayAndMonth(
      Number(commonMatch[1]),
      Number(commonMatch[3]),
      fullYear(commonMatch[4]!),
      commonMatch[2]!,
      order,
      commonMatch[4]!.length === 2 ? 'date-text' : null,
    );
  // The notation "3/3-26" always has the day first.
  const mixedMatch = /^(\d{1,2})[./](\d{1,2})-(\d{4}|\d{2})$/.exec(text);
  if (mixedMatch) return dateParse(fullYear(mixedMatch[3]!), Number(mixedMatch[2]), Number(mixedMatch[1]), 'date-text');
  const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(text);
  if (yearFirst) return dateParse(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]), 'date-text');
  const yearMonth = /^(\d{4})[./-](\d{1,2})$/.exec(text);
  if (yearMonth)
    return monthParse(
      Number(yearMonth[1]),
      Number(yearMonth[2]),
      yearMonth[0].includes('-') && yearMonth[2]!.length === 2 ? null : 'date-text',
    );
  const monthYear = /^(\d{1,2})[./-](\d{4})$/.exec(text);
  if (monthYear) return monthParse(Number(monthYear[2]), Number(monthYear[1]), 'date-text');
  return digitsOnly(text) ?? withMonthName(text) ?? unparsedDate('not-a-date');
}

/**
 * Reads a date as people and spreadsheets write it. `order` decides "04/03/2025" when the order of the column is known.
 * An instant in UTC gives its day in Norway.
 */
export function parseDate(written: string, order: DateOrder | null): DateParse {
  const visible = visibleText(written);
  const text = visible.replace(weekday, '').replace(timeOfDay, '');
  const read = parseDay(text, order);
  if (read.value === null || read.monthOnly || text.length === visible.length) return read;
  const value = dayInNorway(visible, read.value);
  return value === read.value ? read : { ...read, value, note: read.note ?? 'date-text' };
}
