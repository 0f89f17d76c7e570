import type { Cell } from '@tallgrunn/tabular';
import { dateOfDay, dayNumber, weekday } from '@tallgrunn/values';
import { cellText } from '../cells/cell-text.ts';
import { monthNumber, parseDate } from '../cells/parse-date.ts';
import type { ColumnMatch, DateParts } from '../facts.ts';
import type { Plan, PlanField, PlanTable } from '../plan/plan.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import { isWeekHeading } from './match-columns.ts';
import type { SheetSample } from './sheet-sample.ts';

const headingOf: Readonly<Record<'year' | 'month' | 'day', RegExp>> = {
  year: /^(?:(?:salgs|leverings|kalender|regnskaps|rapport|periode)?ar|year|jahr|aar|vuosi)$/,
  month:
    /^(?:(?:salgs|leverings|kalender|rapport|periode)?(?:maned|mnd|manad|maaned)(?:s?(?:nr|navn|namn|nummer))?|md|month|monat|kuukausi)$/,
  day: /^(?:(?:salgs|leverings|kalender)?dag(?:nr)?|day|tag|paiva)$/,
};
const SHARE_MIN = 0.8;
const basisRoles = { delivered: 'deliveredOn', ordered: 'orderedOn', invoiced: 'invoicedOn' } as const;

const whole = (text: string, min: number, max: number): number | null => {
  const number = /^\d{1,4}(?:[.,]0+)?$/.test(text) ? Math.trunc(Number(text.replace(',', '.'))) : NaN;
  return number >= min && number <= max ? number : null;
};
const yearOf = (text: string): number | null => whole(text, 2000, 2099);
const monthOf = (text: string): number | null => whole(text, 1, 12) ?? monthNumber(text);
const dayOf = (text: string): number | null => whole(text, 1, 31);

const weekWords = '(?:uke|veke|vecka|uge|week|woche|kw|w|v|u)';
const weekFirst = new RegExp(`^${weekWords}?[ .]*(\\d{1,2})(?:[ ,./-]+(\\d{4}))?$`, 'i');
const weekLast = new RegExp(`^(\\d{4})[ ,./-]*${weekWords}?[ .]*(\\d{1,2})$`, 'i');

/** Reads "Uke 12", "12/2026", "2026-W12" and "202612". */
function weekOf(text: string): { week: number; year: number | null } | null {
  const [first, last] = [weekFirst.exec(text), weekLast.exec(text)];
  const week = Number(first?.[1] ?? last?.[2] ?? NaN);
  const year = first?.[2] ?? last?.[1];
  return week >= 1 && week <= 53 ? { week, year: year === undefined ? null : Number(year) } : null;
}

/** Returns the Monday of an ISO week; the first week has 4 January. */
function mondayOf(year: number, week: number): string {
  const fourth = `${year}-01-04`;
  return dateOfDay(dayNumber(fourth)! - (weekday(fourth) - 1) + (week - 1) * 7);
}

type Period = Plan['period'];

/** Returns the year of a month or week without one: the year in which it is in the period. */
function yearsOf(period: Period): number[] {
  if (period === null) return [];
  const [start, last] = [Number(period.start.slice(0, 4)), Number(period.end.slice(0, 4))];
  return start === last ? [start] : [start, last];
}

/** Returns the first day of the period, when a week begins before it and ends in it. */
function clip(monday: string, period: Period): string {
  if (period === null || monday >= period.start) return monday;
  return dateOfDay(dayNumber(monday)! + 6) >= period.start ? period.start : monday;
}

const isIn = (day: string, period: Period): boolean => period !== null && day >= period.start && day < period.end;

/** The date that columns of one row give together, and how they write it. */
export interface PartedDate {
  readonly text: string;
  readonly written: string;
}

/** Returns the date that several columns give together; '' when they give none. */
export function dateOfParts(cells: readonly Cell[], parts: DateParts, period: Period): PartedDate {
  const textAt = (column: number | null): string => (column === null ? '' : cellText(cells[column]).trim());
  const main = textAt(parts.month ?? parts.week);
  const used = [parts.day, parts.week, parts.month, parts.year].map(textAt).filter((text) => text !== '');
  const written = used.join(' ');
  // A person's correction is a whole date.
  if (/\d[-./]\d{1,2}[-./]\d/.test(main) && parseDate(main, null).value !== null) return { text: main, written: main };
  const unread = { text: written, written };
  const own = yearOf(textAt(parts.year));
  if (parts.week !== null) {
    const read = weekOf(main);
    if (!read) return unread;
    const years = (read.year ?? own) === null ? yearsOf(period) : [(read.year ?? own)!];
    const days = years.map((year) => clip(mondayOf(year, read.week), period));
    return { text: days.find((day) => isIn(day, period)) ?? days[0] ?? written, written };
  }
  const month = monthOf(main);
  const day = parts.day === null ? 1 : dayOf(textAt(parts.day));
  const pad = (number: number): string => String(number).padStart(2, '0');
  if (month === null || day === null) return unread;
  const days = (own === null ? yearsOf(period) : [own]).map((year) => `${year}-${pad(month)}-${pad(day)}`);
  return { text: days.find((each) => isIn(each, period)) ?? days[0] ?? written, written };
}

/** Returns the columns of the sheet that are parts of a date. */
function partsIn(
  headings: readonly string[],
  sample: SheetSample,
  isFree: (column: number) => boolean,
): DateParts | null {
  const find = (isPart: (folded: string) => boolean, reads: (text: string) => unknown): number | null => {
    const columns = headings.flatMap((heading, column) => {
      const texts = sample.texts(column).map((text) => text.trim());
      const isRead =
        texts.length > 0 && texts.filter((text) => reads(text) !== null).length >= texts.length * SHARE_MIN;
      return isFree(column) && isPart(normaliseHeading(heading)) && isRead ? [column] : [];
    });
    return columns.length === 1 ? columns[0]! : null;
  };
  const [year, month, day, week] = [
    find((folded) => headingOf.year.test(folded), yearOf),
    find((folded) => headingOf.month.test(folded), monthOf),
    find((folded) => headingOf.day.test(folded), dayOf),
    find(isWeekHeading, weekOf),
  ];
  if (month !== null) return { year, month, day, week: null };
  return week === null ? null : { year, month: null, day: null, week };
}

/**
 * Adds the date when no column has one: a year, a month and a day in columns of their own, a month, or a week. A week is
 * read as its first day, and a year that is not written as that of the period.
 */
export function withDateParts(
  matches: readonly ColumnMatch[],
  headings: readonly string[],
  sample: SheetSample,
  table: PlanTable,
  plan: Plan,
): ColumnMatch[] {
  const field: PlanField | undefined = table.fields[table.role[basisRoles[plan.terms.basis]] ?? -1];
  const own = matches.find((match) => match.field === field);
  if (!field?.required || plan.period === null) return [...matches];
  const isDay = (text: string): boolean =>
    /\d[-./]\d{1,2}[-./]\d|^\d{5,8}$/.test(text) && parseDate(text, null).value !== null;
  if (own) {
    const texts = sample.texts(own.column);
    if (own.parts || texts.length === 0 || texts.filter(isDay).length >= texts.length * (1 - SHARE_MIN))
      return [...matches];
  }
  const others = matches.filter((match) => match !== own);
  const parts = partsIn(headings, sample, (column) => !others.some((match) => match.column === column));
  const column = parts && (parts.month ?? parts.week)!;
  if (column === null || (own && ![column, parts!.year, parts!.day].includes(own.column))) return [...matches];
  return [...others, { field, column, heading: headings[column] ?? '', how: own?.how ?? 'evidence', parts: parts! }];
}
