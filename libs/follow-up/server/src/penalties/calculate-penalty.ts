import {
  add,
  addDays,
  addWorkingDays,
  compare,
  holidayOn,
  isWorkingDay,
  subtract,
  sum,
  type DecimalText,
  type Holiday,
} from '@tallgrunn/values';
import type { PenaltyClause } from './penalty-clause.ts';

/** One submission of a report. Dates are in the time zone of Oslo. */
export interface PenaltySubmission {
  readonly submittedOn: string;
  /** Day of acceptance or return; null while undecided. */
  readonly decidedOn: string | null;
  readonly isReturned: boolean;
  /** False when rows are excluded and the terms do not accept such a report as delivered. */
  readonly isComplete: boolean;
}

/** A period excluded by a person, such as force majeure, both days inclusive. */
export interface PenaltyExclusion {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** The facts for calculating a penalty: one obligation on a given day. */
export interface PenaltyFacts {
  readonly dueOn: string;
  /** A later due date that was granted. */
  readonly extension: { readonly dueOn: string; readonly reason: string } | null;
  /** Day on which the obligation was created. */
  readonly createdOn: string;
  /** First day on which the supplier was invited or had access; null when it never was. */
  readonly invitedOn: string | null;
  readonly isExempt: boolean;
  /** In order of submission. */
  readonly submissions: readonly PenaltySubmission[];
  readonly exclusions: readonly PenaltyExclusion[];
  /** Days on which the portal was down for long enough that they do not count. */
  readonly downtimeDays: readonly string[];
  readonly today: string;
}

export const penaltyReasons = [
  'late',
  'above-cap',
  'weekend',
  'holiday',
  'starts-later',
  'force-majeure',
  'portal-downtime',
  'in-review',
  'before-invitation',
  'created-after-due',
  'exempt',
] as const;
export type PenaltyReason = (typeof penaltyReasons)[number];

/** One day after the due date: whether it counts, and why. */
export interface PenaltyDay {
  readonly on: string;
  readonly isCounted: boolean;
  readonly reason: PenaltyReason;
  readonly holiday: Holiday | null;
  /** The reason given for an excluded period. */
  readonly note: string | null;
  /** Amount that this day adds; for weeks, on the day a week starts. */
  readonly amount: DecimalText;
}

export interface Penalty {
  /** The due date that applies: the extended one if there is an extension. */
  readonly dueOn: string;
  /** Day on which the report counts as delivered; null until then. */
  readonly deliveredOn: string | null;
  /** Oldest first; empty when the report was on time. */
  readonly days: readonly PenaltyDay[];
  readonly countedDayCount: number;
  /** Working days or started weeks. */
  readonly unitCount: number;
  readonly amount: DecimalText;
  /** Amount without the cap. */
  readonly uncappedAmount: DecimalText;
  readonly currency: string;
  /** The report was late by at least one counted day. */
  readonly isFailure: boolean;
}

const DAYS_PER_WEEK = 7;
/** Maximum number of listed days; with longer lateness a person must decide on the obligation. */
const DAYS_MAX = 3660;

/** Calculates the penalty of one obligation, day by day. It decides nothing: a person waives, warns or claims. */
export function calculatePenalty(clause: PenaltyClause, facts: PenaltyFacts): Penalty {
  const dueOn = dueOnOf(facts);
  const deliveredOn = deliveredOnOf(clause, facts.submissions);
  const last = deliveredOn ?? facts.today;
  const reasonOn = reasons(clause, facts, dueOn);
  const days: PenaltyDay[] = [];
  const meter = new UnitMeter(clause);
  for (let on = addDays(dueOn, 1); on <= last && days.length < DAYS_MAX; on = addDays(on, 1)) {
    const { reason, note = null } = reasonOn(on);
    const counted = reason === 'late' ? meter.count() : null;
    days.push({
      on,
      isCounted: counted?.isCounted ?? false,
      reason: counted && !counted.isCounted ? 'above-cap' : reason,
      holiday: reason === 'holiday' ? holidayOn(on) : null,
      note,
      amount: counted?.amount ?? '0',
    });
  }
  const countedDayCount = days.filter(({ isCounted }) => isCounted).length;
  return {
    dueOn,
    deliveredOn,
    days,
    countedDayCount,
    unitCount: meter.unitCount,
    amount: sum(days.map(({ amount }) => amount)),
    uncappedAmount: meter.uncappedAmount,
    currency: clause.currency,
    isFailure: days.some(({ reason }) => reason === 'late' || reason === 'above-cap'),
  };
}

function dueOnOf({ dueOn, extension }: PenaltyFacts): string {
  return extension && extension.dueOn > dueOn ? extension.dueOn : dueOn;
}

/** Returns the day of the first complete submission. A returned one counts only where the clause says so. */
function deliveredOnOf(clause: PenaltyClause, submissions: readonly PenaltySubmission[]): string | null {
  const delivered = submissions.filter(
    ({ isComplete, isReturned }) => isComplete && (clause.returnedReport === 'delivered' || !isReturned),
  );
  return delivered.map(({ submittedOn }) => submittedOn).toSorted()[0] ?? null;
}

interface DayReason {
  readonly reason: PenaltyReason;
  readonly note?: string;
}

/** Returns a function that gives the first applicable reason for a day. */
function reasons(clause: PenaltyClause, facts: PenaltyFacts, dueOn: string): (on: string) => DayReason {
  const down = downtimeOf(facts.downtimeDays, dueOn);
  const startsOn =
    clause.per === 'working-day'
      ? addWorkingDays(dueOn, clause.startsAfterDays)
      : addDays(dueOn, clause.startsAfterDays);
  const isCreatedLate = facts.createdOn > dueOn;
  const inReview = ({ submittedOn, decidedOn }: PenaltySubmission, on: string) =>
    on > submittedOn && (decidedOn === null || on <= decidedOn);
  return (on) => {
    if (facts.isExempt) return { reason: 'exempt' };
    if (isCreatedLate) return { reason: 'created-after-due' };
    if (facts.invitedOn === null || on <= facts.invitedOn) return { reason: 'before-invitation' };
    if (clause.per === 'working-day' && !isWorkingDay(on))
      return { reason: holidayOn(on) === null ? 'weekend' : 'holiday' };
    if (on <= startsOn) return { reason: 'starts-later' };
    const excluded = facts.exclusions.find(({ from, to }) => from <= on && on <= to);
    if (excluded) return { reason: 'force-majeure', note: excluded.reason };
    if (down.has(on)) return { reason: 'portal-downtime' };
    if (facts.submissions.some((each) => inReview(each, on))) return { reason: 'in-review' };
    return { reason: 'late' };
  };
}

/**
 * Returns the days of downtime. If the portal was down on the due date, the next working day without downtime is added.
 */
function downtimeOf(days: readonly string[], dueOn: string): ReadonlySet<string> {
  const down = new Set(days);
  for (let on = dueOn; down.has(on);) {
    on = addWorkingDays(on, 1);
    if (down.has(on)) continue;
    down.add(on);
    break;
  }
  return down;
}

/** Counts working days or started weeks up to the cap. */
class UnitMeter {
  unitCount = 0;
  uncappedAmount: DecimalText = '0';
  #days = 0;
  #amount: DecimalText = '0';
  #isCapped = false;

  constructor(private readonly clause: PenaltyClause) {}

  /** Counts one more day. Only the first day of a week adds an amount. */
  count(): { readonly isCounted: boolean; readonly amount: DecimalText } {
    const { per, amount: perUnit, capAmount, capUnits } = this.clause;
    this.#days += 1;
    if (per === 'week' && this.#days % DAYS_PER_WEEK !== 1) return { isCounted: !this.#isCapped, amount: '0' };
    const unit = perUnit ?? '0';
    this.uncappedAmount = add(this.uncappedAmount, unit);
    const left = capAmount === null ? null : subtract(capAmount, this.#amount);
    this.#isCapped = (capUnits !== null && this.unitCount >= capUnits) || (left !== null && compare(left, '0') <= 0);
    if (this.#isCapped) return { isCounted: false, amount: '0' };
    this.unitCount += 1;
    const amount = left !== null && compare(left, unit) < 0 ? left : unit;
    this.#amount = add(this.#amount, amount);
    return { isCounted: true, amount };
  }
}
