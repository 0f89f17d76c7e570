import { Period, daysBetween, statedDueDate } from '@tallgrunn/values';
import type { PeriodKind } from '@tallgrunn/values';
import { numberOf, objectOf, duplicateIndexes, textOf, textsOf } from './parse-loose.ts';
import type { LooseObject } from './parse-loose.ts';
import type { ReportTermsProblem } from './terms-problem.ts';

const keysOf: Record<PeriodKind, readonly string[]> = {
  month: Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}`),
  quarter: ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'],
  tertial: ['2025-T1', '2025-T2', '2025-T3'],
  'half-year': ['2025-H1', '2025-H2'],
  year: ['2025'],
};
/** Days before a period's end in which a due date probably belongs to the period that is ending. */
const lastDays = 30;

/** Returns whether a day exists in every year: 29 February does not. */
function existsEveryYear(date: string): boolean {
  const [month, day] = date.split('-').map(Number);
  const at = new Date(Date.UTC(2025, month! - 1, day));
  return at.getUTCMonth() === month! - 1 && at.getUTCDate() === day;
}

function lintDates(dates: readonly string[], frequency: PeriodKind, blame: ReportTermsProblem): void {
  const shaped = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
  for (const at of duplicateIndexes(dates)) blame(`/due/dates/${at}`, 'due-date-twice', { date: dates[at]! });
  dates.forEach((date, at) => {
    if (shaped.test(date) && !existsEveryYear(date)) blame(`/due/dates/${at}`, 'due-date-impossible', { date });
  });
  const right = dates.filter((date) => shaped.test(date) && existsEveryYear(date));
  if (right.length === 0 || right.length < dates.length) return;
  const periods = keysOf[frequency].map((key) => Period.parse(key));
  for (const { key, end } of periods) {
    const due = statedDueDate({ kind: 'fixed-dates', dates: right }, { end });
    const length = Math.min(...periods.map((period) => daysBetween(period.start, period.end)));
    if (daysBetween(end, due) >= length) blame('/due/dates', 'due-date-lacking', { period: key, date: due.slice(5) });
  }
  if (frequency === 'month') return;
  right.forEach((date) => {
    const early = periods.find(({ end }) => {
      const days = daysBetween(`${Number(end.slice(0, 4)) - (date > end.slice(5) ? 1 : 0)}-${date}`, end);
      return days > 0 && days <= lastDays;
    });
    if (early) blame(`/due/dates/${dates.indexOf(date)}`, 'due-before-end', { date, period: early.key });
  });
}

/** Validates due dates: after the period, and exactly one per period. */
export function lintDue(terms: LooseObject, blame: ReportTermsProblem): void {
  const due = objectOf(terms.due);
  const frequency = textOf(terms.frequency) as PeriodKind;
  if (!(frequency in keysOf)) return;
  if (due.kind === 'fixed-dates') lintDates(textsOf(due.dates), frequency, blame);
  else if (numberOf(due.days) === 0) blame('/due/days', 'due-before-end', { date: '0', period: keysOf[frequency][0]! });
  const period = textOf(terms.period);
  if (period !== '' && Period.tryParse(period) && Period.tryParse(period)!.kind !== frequency)
    blame('/period', 'period-kind', { period, frequency });
}
