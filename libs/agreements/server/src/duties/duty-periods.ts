import { addDays, dueDate, Period, type DueRule, type PeriodKind } from '@tallgrunn/values';

/** What a terms version asks, from a day on. Where several hold on a day, the newest version does. */
export interface TermsInTime {
  readonly id: string;
  readonly version: number;
  readonly holdsFrom: string;
  readonly frequency: PeriodKind;
  readonly due: DueRule;
  /** Days after the agreement has ended in which what was called off before is still reported. */
  readonly runOffDays?: number;
}

export interface DutyPeriod {
  readonly termsId: string;
  readonly key: string;
  /** Half-open range; narrower than the period where agreement or terms change inside it. */
  readonly start: string;
  readonly end: string;
  readonly dueOn: string;
  /** Begins after the agreement's last day: only what was called off before it is reported. */
  readonly runOff: boolean;
}

export interface Owing {
  readonly terms: readonly TermsInTime[];
  /** First and last day (null: until further notice) of the supplier in the agreement. */
  readonly from: string;
  readonly until: string | null;
  /** Periods that have begun on this day are owed. */
  readonly today: string;
}

interface Stretch {
  readonly terms: TermsInTime;
  readonly from: string;
  /** the day after the last day, or null */
  readonly end: string | null;
}

/**
 * The periods a supplier owes a report for: those that have begun, cut to the days the supplier holds the agreement, and
 * divided where new terms begin to hold inside one. A part of a period is due when the whole period is, as the part's terms say.
 */
export function dutyPeriods({ terms, from, until, today }: Owing): DutyPeriod[] {
  return stretches(terms, from, until).flatMap((stretch) => periodsOf(stretch, until, today));
}

/** Which terms hold when: the days on which the newest version changes, as stretches. */
function stretches(terms: readonly TermsInTime[], from: string, until: string | null): Stretch[] {
  const newestFirst = [...terms].sort((a, b) => b.version - a.version);
  const holding = (day: string) => newestFirst.find(({ holdsFrom }) => holdsFrom <= day);
  const days = [...new Set([from, ...terms.map(({ holdsFrom }) => holdsFrom)])].filter((day) => day >= from).sort();
  const list: Stretch[] = [];
  for (const day of days) {
    const found = holding(day);
    const last = list.at(-1);
    if (!found || found === last?.terms) continue;
    if (last) list[list.length - 1] = { ...last, end: day };
    list.push({ terms: found, from: day, end: null });
  }
  return list.flatMap((stretch) => {
    const end = until === null ? null : addDays(until, 1 + (stretch.terms.runOffDays ?? 0));
    const cut = earliest(stretch.end, end);
    return cut !== null && cut <= stretch.from ? [] : [{ ...stretch, end: cut }];
  });
}

function periodsOf({ terms, from, end }: Stretch, until: string | null, today: string): DutyPeriod[] {
  const list: DutyPeriod[] = [];
  for (
    let period = Period.containing(terms.frequency, from);
    period.start <= today && (end === null || period.start < end);
    period = Period.next(period)
  ) {
    const start = period.start < from ? from : period.start;
    if (start > today) break;
    const cut = earliest(end, period.end) ?? period.end;
    list.push({
      termsId: terms.id,
      key: period.key,
      start,
      end: cut,
      dueOn: dueDate(terms.due, period),
      runOff: until !== null && start > until,
    });
  }
  return list;
}

function earliest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
