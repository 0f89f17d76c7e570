import { addDays, dueDate, Period, type DueRule, type PeriodKind } from '@tallgrunn/values';

/** The schedule of a terms version from a day on. When several apply on a day, the newest version counts. */
export interface DatedTerms {
  readonly id: string;
  readonly version: number;
  readonly holdsFrom: string;
  readonly frequency: PeriodKind;
  readonly due: DueRule;
  /** Days after the end of the agreement in which deliveries called off before it are still reported. */
  readonly runOffDays?: number;
}

export interface ObligationPeriod {
  readonly termsId: string;
  readonly key: string;
  /** Half-open range; narrower than the period when agreement or terms change within it. */
  readonly start: string;
  readonly end: string;
  readonly dueOn: string;
  /** True when it begins after the agreement's last day: only deliveries called off before it are reported. */
  readonly runOff: boolean;
}

export interface ObligationScope {
  readonly terms: readonly DatedTerms[];
  /** First and last day of the supplier in the agreement; `until` null: until further notice. */
  readonly from: string;
  readonly until: string | null;
  /** Only periods that have begun on this day get an obligation. */
  readonly today: string;
}

interface TermsRange {
  readonly terms: DatedTerms;
  readonly from: string;
  /** day after the last day; null: open-ended */
  readonly end: string | null;
}

/**
 * Returns the periods a supplier must report: those that have begun, cut to the supplier's days in the agreement, and
 * divided when new terms apply from a day within one. A part is due when the whole period is, according to its own
 * terms.
 */
export function obligationPeriods({ terms, from, until, today }: ObligationScope): ObligationPeriod[] {
  return termsRanges(terms, from, until).flatMap((stretch) => periodsOf(stretch, until, today));
}

/** Returns the ranges of days in which each terms version applies. */
function termsRanges(terms: readonly DatedTerms[], from: string, until: string | null): TermsRange[] {
  const newestFirst = [...terms].sort((a, b) => b.version - a.version);
  const termsOn = (day: string) => newestFirst.find(({ holdsFrom }) => holdsFrom <= day);
  const days = [...new Set([from, ...terms.map(({ holdsFrom }) => holdsFrom)])].filter((day) => day >= from).sort();
  const list: TermsRange[] = [];
  for (const day of days) {
    const found = termsOn(day);
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

function periodsOf({ terms, from, end }: TermsRange, until: string | null, today: string): ObligationPeriod[] {
  const list: ObligationPeriod[] = [];
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
