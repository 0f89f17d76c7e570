import { addDays, addWorkingDays, monthsFrom, onWorkingDay, periodRange, quarterOf, yearOf, type Day } from '../values/calendar.ts';
import { agreement } from './agreements.ts';
import { firstMonth, lastMonth, waitingMonth } from './notice.ts';
import { suppliers, type SupplierKey } from './suppliers.ts';

export interface Duty {
  supplier: SupplierKey;
  agreement: string;
  period: string;
  /** The last day on which the report is on time; a fixed date on a holiday moves to the next working day. */
  dueOn: Day;
}

/** The due date of a report by the terms of its agreement. */
export function dueDate(agreementNumber: string, period: string): Day {
  const { due } = agreement(agreementNumber).terms;
  const { end } = periodRange(period);
  if (due.kind === 'working-days-after') return addWorkingDays(addDays(end, -1), due.days);
  const next = [yearOf(end), yearOf(end) + 1].flatMap((year) => due.dates.map((date) => `${year}-${date}`)).sort().find((day) => day >= end);
  return onWorkingDay(next as Day);
}

/** All duties of the world, by supplier and period; the month that waits is a duty too. */
export const duties: readonly Duty[] = suppliers.flatMap((one) => {
  const monthly = agreement(one.agreement).terms.frequency === 'month';
  const months = monthsFrom(firstMonth, monthly ? waitingMonth : lastMonth);
  const periods = monthly ? months : [...new Set(months.map((month) => quarterOf(`${month}-01`)))];
  return periods.map((period) => ({ supplier: one.key, agreement: one.agreement, period, dueOn: dueDate(one.agreement, period) }));
});
