import { addDays, Period } from '@tallgrunn/values';
import type { OtherReports } from '../context.ts';
import type { Line } from '../line.ts';
import { valueOf } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import type { FieldRole } from '../terms.ts';
import { shiftDays, within } from './period-dates.ts';

/** Another report that a line belongs to: agreement, period, and its days (half-open). */
export interface OtherReport {
  readonly agreement: string;
  readonly title: string;
  readonly key: string;
  readonly start: string;
  readonly end: string;
}

/**
 * Placement of a line in time, relative to its report.
 * `part`: on the other side of a change of agreement or terms; `from` and `end` are the days of this side (half-open,
 * '' when open). `late`: of a closed period, accepted here. `outside`: of another period; `amend` when the agreement
 * requires a correction of that period's report.
 */
export type LinePlacement =
  | { readonly kind: 'here' }
  | {
      readonly kind: 'part';
      readonly role: FieldRole;
      readonly date: string;
      readonly from: string;
      readonly end: string;
      readonly other: OtherReport | null;
    }
  | { readonly kind: 'late'; readonly right: string }
  | { readonly kind: 'outside'; readonly right: string; readonly amend: boolean };

export type PlaceLine = (line: Line) => LinePlacement;

const inThisReport: LinePlacement = { kind: 'here' };
const roles = { delivered: 'deliveredOn', ordered: 'orderedOn', invoiced: 'invoicedOn' } as const;

/** Half-open range of days on this side of all changes; '' when unlimited. */
interface DateRange {
  readonly from: string;
  readonly end: string;
}

const latest = (...days: readonly string[]): string => days.reduce((one, other) => (other > one ? other : one), '');
const earliest = (...days: readonly string[]): string =>
  days.filter((day) => day !== '').reduce((one, other) => (one === '' || other < one ? other : one), '');

function otherReportsOf(
  table: OtherReports | undefined,
): (OtherReport & { readonly from: string; readonly until: string | null })[] {
  return (table?.key ?? []).map((key, at) => ({
    key,
    agreement: table!.agreement[at]!,
    title: table!.title[at]!,
    start: table!.start[at]!,
    end: table!.end[at]!,
    from: table!.from[at]!,
    until: table!.until[at] ?? null,
  }));
}

/**
 * Returns the range limited by changes within the period, and by other parts of the same agreement with the same
 * period.
 */
function rangeInPeriod({ context }: Plan, period: NonNullable<Plan['period']>, natural: Period | null): DateRange {
  const own = otherReportsOf(context.otherParts).filter(({ agreement }) => agreement === context.agreement?.id);
  return {
    from: latest(
      natural && period.start > natural.start ? period.start : '',
      ...own.filter(({ end }) => end <= period.start).map(({ end }) => end),
    ),
    end: earliest(
      natural && period.end < natural.end ? period.end : '',
      ...own.filter(({ start }) => start >= period.end).map(({ start }) => start),
    ),
  };
}

/** Limits the range by the term of the agreement itself; only the transition date counts for it. */
function rangeOfAgreement({ context: { holds } }: Plan, side: DateRange): DateRange {
  if (!holds) return side;
  return {
    from: latest(side.from, holds.from),
    end: earliest(side.end, holds.until === null ? '' : addDays(holds.until, 1)),
  };
}

function otherReportFor(plan: Plan, day: string, date: string): OtherReport | null {
  const parts = otherReportsOf(plan.context.otherParts);
  const onAgreement = parts.filter(({ from, until }) => day >= from && (until === null || day <= until));
  return (
    onAgreement.find((part) => within(day, part)) ??
    onAgreement.find((part) => within(date, part)) ??
    parts.find((part) => within(day, part)) ??
    null
  );
}

const daysRememberedMax = 10_000;

/** Caches a function of a day, since the same days recur in a file. */
function memoiseDay<T>(calculate: (day: string) => T): (day: string) => T {
  const placementByPlan = new Map<string, T>();
  return (day) => {
    let answer = placementByPlan.get(day);
    if (answer === undefined && !placementByPlan.has(day)) {
      answer = calculate(day);
      if (placementByPlan.size < daysRememberedMax) placementByPlan.set(day, answer);
    }
    return answer as T;
  };
}

function createPlaceLine(plan: Plan): PlaceLine {
  const { terms, context } = plan;
  const period = plan.period!;
  const natural = Period.tryParse(period.key);
  const role = roles[terms.transition ?? terms.basis];
  const inPeriod = rangeInPeriod(plan, period, natural);
  const ofAgreement = rangeOfAgreement(plan, inPeriod);
  // When a change cuts the period, the transition date decides, since the reporting date may be after the cut.
  const span = {
    start: natural && inPeriod.from === period.start ? natural.start : period.start,
    end: natural && inPeriod.end === period.end ? natural.end : period.end,
  };
  const open = context.openPeriods;
  const stillOpen = (date: string): boolean =>
    open?.start.some((start, at) => date >= start && date < open.end[at]!) ?? false;
  const rightOf = memoiseDay((date) => {
    const year = Number(date.slice(0, 4));
    return year > 1900 && year < 9000 ? Period.containing(terms.frequency, date).key : '';
  });
  const offByCalendar = memoiseDay((date) => shiftDays(date, period) !== null);
  return (line) => {
    const { date } = line;
    const decisive = valueOf(line, role);
    const day = decisive === '' ? date : decisive;
    if (day === '' || offByCalendar(date) || (day !== date && offByCalendar(day))) return inThisReport;
    const side = decisive === '' || terms.transition === undefined ? inPeriod : ofAgreement;
    if (day < side.from || (side.end !== '' && day >= side.end))
      return {
        kind: 'part',
        role: decisive === '' ? line.dateRole : role,
        date: day,
        ...side,
        other: otherReportFor(plan, day, date),
      };
    if (date === '' || within(date, span)) return inThisReport;
    const closed = date < span.start && !stillOpen(date);
    if (closed && terms.lateLines === 'open-period' && date >= (context.holds?.from ?? ''))
      return { kind: 'late', right: rightOf(date) };
    return { kind: 'outside', right: rightOf(date), amend: closed && terms.lateLines === 'own-period' };
  };
}

const placementByPlan = new WeakMap<Plan, PlaceLine>();

/**
 * Returns the function that places lines in time by one plan. Several checks use it; each line is calculated once. The
 * plan must have a period.
 */
export function linePlacement(plan: Plan): PlaceLine {
  let answer = placementByPlan.get(plan);
  if (!answer) {
    const placeLine = createPlaceLine(plan);
    let last: Line | null = null;
    let placement: LinePlacement = inThisReport;
    answer = (line) => {
      if (line !== last) [last, placement] = [line, placeLine(line)];
      return placement;
    };
    placementByPlan.set(plan, answer);
  }
  return answer;
}
