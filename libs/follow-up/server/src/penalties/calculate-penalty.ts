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

/** One submission of a report. Days are those of Oslo. */
export interface PenaltySubmission {
  readonly submittedOn: string;
  /** The day of acceptance or return; null while it waits. */
  readonly decidedOn: string | null;
  readonly isReturned: boolean;
  /** False where rows are kept out and the terms say that such a report is not delivered. */
  readonly isComplete: boolean;
}

/** A period that a person excluded, such as force majeure, both days included. */
export interface PenaltyExclusion {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** The facts that a penalty is calculated from: one obligation, on a day. */
export interface PenaltyFacts {
  readonly dueOn: string;
  /** A later due date that a person granted. */
  readonly extension: { readonly dueOn: string; readonly reason: string } | null;
  /** The day the obligation was created. */
  readonly createdOn: string;
  /** The first day the supplier was invited or had access; null when it never was. */
  readonly invitedOn: string | null;
  readonly isExempt: boolean;
  /** In the order of submission. */
  readonly submissions: readonly PenaltySubmission[];
  readonly exclusions: readonly PenaltyExclusion[];
  /** Days on which the portal was down for so long that they do not count. */
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

/** One day after the due date, whether it counts, and why. */
export interface PenaltyDay {
  readonly on: string;
  readonly isCounted: boolean;
  readonly reason: PenaltyReason;
  readonly holiday: Holiday | null;
  /** The reason that a person gave for an excluded period. */
  readonly note: string | null;
  /** The amount that this day adds: of a week, on the day it starts. */
  readonly amount: DecimalText;
}

export interface Penalty {
  /** The due date that counts: the extended one where there is an extension. */
  readonly dueOn: string;
  /** The day the report counts as delivered; null while it does not. */
  readonly deliveredOn: string | null;
  /** Oldest first; empty when the report was in time. */
  readonly days: readonly PenaltyDay[];
  readonly countedDayCount: number;
  /** Working days or started weeks. */
  readonly unitCount: number;
  readonly amount: DecimalText;
  /** The amount without the cap. */
  readonly uncappedAmount: DecimalText;
  readonly currency: string;
  /** The report was late by at least one day that counts. */
  readonly isFailure: boolean;
}

const DAYS_PER_WEEK = 7;
/** Longer lateness is not listed day by day: the obligation is then a matter for a person. */
const DAYS_MAX = 3660;

/** Calculates the penalty of one obligation, day by day. Nothing is decided: a person waives, warns or claims. */
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

/** The first complete submission; one that was returned only where the clause says that it counts. */
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

/** Returns the reason of each day, the first that applies. */
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

/** Days of downtime, and the working day after the due date where the portal was down on the due date itself. */
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

  /** Counts one day more. A day of a week that has started adds nothing. */
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
