import { addDays, dueDate, Period, type DueRule, type PeriodKind } from '@tallgrunn/values';

export interface DutyPeriod {
  readonly key: string;
  /** Half-open range; narrower than the period where the agreement begins or ends inside it. */
  readonly start: string;
  readonly end: string;
  readonly dueOn: string;
}

export interface DutyRule {
  readonly frequency: PeriodKind;
  readonly due: DueRule;
  /** First and last day (null: until further notice) of the supplier in the agreement. */
  readonly from: string;
  readonly until: string | null;
  /** Periods that have begun on this day are owed. */
  readonly today: string;
}

/** The periods a supplier owes a report for: those that have begun, cut to the days the supplier holds the agreement. */
export function dutyPeriods({ frequency, due, from, until, today }: DutyRule): DutyPeriod[] {
  const end = until === null ? null : addDays(until, 1);
  const list: DutyPeriod[] = [];
  for (let period = Period.containing(frequency, from); period.start <= today && (end === null || period.start < end); period = Period.next(period)) {
    const start = period.start < from ? from : period.start;
    if (start > today) break;
    list.push({ key: period.key, start, end: end !== null && end < period.end ? end : period.end, dueOn: dueDate(due, period) });
  }
  return list;
}
