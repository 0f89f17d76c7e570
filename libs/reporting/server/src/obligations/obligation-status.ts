import { addDays, daysBetween, isWorkingDay, osloDate, workingDaysAfter } from '@tallgrunn/values';
import type { VersionState } from '../versions/submission.ts';

/** The status of a reporting obligation, as shown to users. */
export type ObligationStatus =
  'running' | 'open' | 'due-soon' | 'overdue' | 'submitted' | 'accepted' | 'partly' | 'nil' | 'returned' | 'exempt';
export const obligationStatuses: readonly ObligationStatus[] = [
  'running',
  'open',
  'due-soon',
  'overdue',
  'submitted',
  'accepted',
  'partly',
  'nil',
  'returned',
  'exempt',
];

export interface ObligationFacts {
  /** The day after the last day of the period. */
  readonly periodEnd: string;
  readonly dueOn: string;
  /**
   * The version in force, else the one awaiting a decision, else the last one returned; null when none is submitted.
   * `isPart`: rows await correction, and under the terms the report is not delivered until they are corrected.
   */
  readonly standing: { readonly state: VersionState; readonly kind: 'lines' | 'nil'; readonly isPart?: boolean } | null;
  /**
   * Time of first delivery: of the earliest version that was not returned, or that counts under the terms although it
   * was returned.
   */
  readonly deliveredAt: Date | null;
  /**
   * Days (Oslo) of submission and decision of versions that did not count as delivered. Days after the submission, up
   * to and including the decision, count for the buyer.
   */
  readonly reviews?: readonly { readonly from: string; readonly to: string | null }[];
  /** True when the obligation is exempt. */
  readonly exempt?: boolean;
}

export interface ObligationState {
  readonly state: ObligationStatus;
  /**
   * Working days from the due date to delivery, or to today, excluding those on which a submission awaited the buyer; 0
   * when on time.
   */
  readonly daysLate: number;
}

const SOON_DAYS = 14;

/**
 * Returns the status of an obligation on a day (Oslo). A report is on time when submitted on or before the due date.
 */
export function obligationStatus(
  { periodEnd, dueOn, standing, deliveredAt, reviews = [], exempt }: ObligationFacts,
  today: string,
): ObligationState {
  const until = deliveredAt ? osloDate(deliveredAt) : today;
  const daysLate = until > dueOn ? workingDaysOfSupplier(dueOn, until, reviews) : 0;
  if (standing?.state === 'accepted')
    return { state: standing.kind === 'nil' ? 'nil' : standing.isPart ? 'partly' : 'accepted', daysLate };
  if (standing?.state === 'submitted') return { state: 'submitted', daysLate };
  if (standing?.state === 'returned') return { state: 'returned', daysLate };
  if (exempt) return { state: 'exempt', daysLate: 0 };
  if (today > dueOn) return { state: 'overdue', daysLate };
  if (today < periodEnd) return { state: 'running', daysLate };
  return { state: daysBetween(today, dueOn) <= SOON_DAYS ? 'due-soon' : 'open', daysLate };
}

/** Returns the working days after the due date on which no submission awaited the buyer. */
function workingDaysOfSupplier(dueOn: string, until: string, reviews: NonNullable<ObligationFacts['reviews']>): number {
  if (reviews.length === 0) return workingDaysAfter(dueOn, until);
  let days = 0;
  for (let on = addDays(dueOn, 1); on <= until; on = addDays(on, 1))
    if (isWorkingDay(on) && !reviews.some(({ from, to }) => on > from && (to === null || on <= to))) days += 1;
  return days;
}
