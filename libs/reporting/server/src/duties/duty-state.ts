import { addDays, daysBetween, isWorkingDay, osloDate, workingDaysAfter } from '@tallgrunn/values';
import type { VersionState } from '../versions/submission.ts';

/** How a duty stands, as people say it. */
export type DutyState =
  'running' | 'open' | 'due-soon' | 'overdue' | 'submitted' | 'accepted' | 'partly' | 'nil' | 'returned' | 'exempt';
export const dutyStates: readonly DutyState[] = [
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

export interface DutyFacts {
  /** The day after the period's last day. */
  readonly periodEnd: string;
  readonly dueOn: string;
  /** `isPart`: rows wait to be corrected, and by the terms it is not delivered before they are. What is in force, or waits for a decision, or was returned last; null when nothing was submitted. */
  readonly standing: { readonly state: VersionState; readonly kind: 'lines' | 'nil'; readonly isPart?: boolean } | null;
  /** When the report was first delivered: the earliest version that was not returned, or that counts by the terms although it was. */
  readonly deliveredAt: Date | null;
  /** Days (Oslo) of submission and decision of versions that did not count as delivered. The days after, up to and including the decision, are the buyer's. */
  readonly reviews?: readonly { readonly from: string; readonly to: string | null }[];
  /** Nothing is owed after all. */
  readonly exempt?: boolean;
}

export interface DutyStanding {
  readonly state: DutyState;
  /** Working days after the due date until delivery, or until today, without those on which a submission waited for the buyer; 0 when in time. */
  readonly daysLate: number;
}

const SOON_DAYS = 14;

/** How a duty stands on a day (Oslo). A report is in time when it is submitted on the due date or before. */
export function dutyStanding(
  { periodEnd, dueOn, standing, deliveredAt, reviews = [], exempt }: DutyFacts,
  today: string,
): DutyStanding {
  const until = deliveredAt ? osloDate(deliveredAt) : today;
  const daysLate = until > dueOn ? suppliersDays(dueOn, until, reviews) : 0;
  if (standing?.state === 'accepted')
    return { state: standing.kind === 'nil' ? 'nil' : standing.isPart ? 'partly' : 'accepted', daysLate };
  if (standing?.state === 'submitted') return { state: 'submitted', daysLate };
  if (standing?.state === 'returned') return { state: 'returned', daysLate };
  if (exempt) return { state: 'exempt', daysLate: 0 };
  if (today > dueOn) return { state: 'overdue', daysLate };
  if (today < periodEnd) return { state: 'running', daysLate };
  return { state: daysBetween(today, dueOn) <= SOON_DAYS ? 'due-soon' : 'open', daysLate };
}

/** Working days after the due date on which nothing waited for the buyer. */
function suppliersDays(dueOn: string, until: string, reviews: NonNullable<DutyFacts['reviews']>): number {
  if (reviews.length === 0) return workingDaysAfter(dueOn, until);
  let days = 0;
  for (let on = addDays(dueOn, 1); on <= until; on = addDays(on, 1))
    if (isWorkingDay(on) && !reviews.some(({ from, to }) => on > from && (to === null || on <= to))) days += 1;
  return days;
}
