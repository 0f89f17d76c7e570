import { daysBetween, workingDaysAfter } from '@tallgrunn/values';
import type { Audience, NotificationKind } from '../notification-kinds.ts';

/** An obligation that is neither exempt nor delivered. Dates are in the time zone of Oslo. */
export interface OpenObligation {
  /** The day after the last day of the period. */
  readonly periodEnd: string;
  readonly dueOn: string;
  /** The day on which the obligation was created. */
  readonly openedOn: string;
  /** Days after the due date from which the sanction applies; null when the terms state none. */
  readonly sanctionStartsAfter: number | null;
  /** A file that was checked but not submitted. */
  readonly checked: { readonly versionId: string; readonly on: string } | null;
  /** A returned report without a newer version. */
  readonly returned: { readonly versionId: string; readonly on: string } | null;
}

export interface Notice {
  readonly kind: NotificationKind;
  readonly stage: string;
  readonly audiences: readonly Audience[];
  readonly details?: Readonly<Record<string, string | number | null>>;
}

const OPENED_DAYS = 6;
const LATE_STAGES = [1, 5, 10];
/** Working days after the last stage in which it is still sent, if the service did not run on the day itself. */
const LATE_WINDOW = 4;
const RETURNED_REMINDER_DAYS = 5;

/**
 * Returns the notices due on a day. Each has a stage, which prevents duplicates when the function runs several times.
 */
export function obligationNotices(obligation: OpenObligation, today: string): Notice[] {
  const { returned } = obligation;
  if (returned) return returnedNotices(returned, today);
  return [
    ...openedNotice(obligation, today),
    ...dueNotice(obligation, today),
    ...lateNotices(obligation, today),
    ...checkedNotice(obligation, today),
  ];
}

function returnedNotices({ versionId, on }: { versionId: string; on: string }, today: string): Notice[] {
  const days = workingDaysAfter(on, today);
  if (days < RETURNED_REMINDER_DAYS || days >= 2 * RETURNED_REMINDER_DAYS) return [];
  return [{ kind: 'report-returned', stage: `reminder/${versionId}`, audiences: ['supplier'] }];
}

/**
 * Returns the notice of a new obligation: within a week after the period, unless the reminder of the due date is about
 * as early.
 */
function openedNotice({ periodEnd, dueOn }: OpenObligation, today: string): Notice[] {
  const since = daysBetween(periodEnd, today);
  if (since < 0 || since > OPENED_DAYS || daysBetween(today, dueOn) <= 7) return [];
  return [{ kind: 'obligation-opened', stage: dueOn, audiences: ['supplier'] }];
}

function dueNotice({ dueOn }: OpenObligation, today: string): Notice[] {
  const daysLeft = daysBetween(today, dueOn);
  if (daysLeft < 0 || daysLeft > 7) return [];
  const stage = daysLeft === 0 ? 'due-today' : daysLeft <= 2 ? 'due-2' : 'due-7';
  return [{ kind: 'obligation-due', stage: `${stage}/${dueOn}`, audiences: ['supplier'], details: { daysLeft } }];
}

/** Returns the notices of lateness. An obligation created after its own due date never counts as late. */
function lateNotices({ dueOn, openedOn, sanctionStartsAfter }: OpenObligation, today: string): Notice[] {
  if (today <= dueOn || openedOn > dueOn) return [];
  const daysLate = workingDaysAfter(dueOn, today);
  const stages = lateStages(sanctionStartsAfter);
  const stage = stages.findLast((days) => days <= daysLate);
  if (stage === undefined || daysLate > (stages.at(-1) ?? 0) + LATE_WINDOW) return [];
  const notice = { stage: `late-${stage}/${dueOn}`, details: { daysLate } };
  return [
    { kind: 'obligation-late', audiences: ['supplier'], ...notice },
    { kind: 'supplier-late', audiences: ['cooperative'], ...notice },
  ];
}

/**
 * Returns the stages in working days: one, five and ten. If the terms state when the sanction starts, its first day
 * replaces five.
 */
export function lateStages(sanctionStartsAfter: number | null): readonly number[] {
  const second = sanctionStartsAfter !== null && sanctionStartsAfter > 0 ? sanctionStartsAfter + 1 : LATE_STAGES[1]!;
  return [...new Set([LATE_STAGES[0]!, second, LATE_STAGES[2]!])].toSorted((a, b) => a - b);
}

function checkedNotice({ checked, periodEnd }: OpenObligation, today: string): Notice[] {
  if (!checked || checked.on >= today || today < periodEnd) return [];
  return [
    { kind: 'check-not-submitted', stage: checked.versionId, audiences: ['supplier'], details: { date: checked.on } },
  ];
}
