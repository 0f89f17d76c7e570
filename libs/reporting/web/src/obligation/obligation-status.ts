import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import type { StatusTone } from '@tallgrunn/design';
import { daysBetween } from '@tallgrunn/values';
import type { ReportingTexts } from '../texts/nb.ts';

export type ObligationStatus = ObligationDto['state'];
type ObligationStatusInput = Pick<ObligationDto, 'state' | 'dueOn' | 'daysLate'>;

const urgencyOrder: readonly ObligationStatus[] = [
  'overdue',
  'returned',
  'partly',
  'due-soon',
  'open',
  'running',
  'submitted',
  'accepted',
  'nil',
  'exempt',
];

export const statusTones: Record<ObligationStatus, StatusTone> = {
  running: 'quiet',
  open: 'waiting',
  'due-soon': 'attention',
  overdue: 'stopped',
  submitted: 'waiting',
  accepted: 'good',
  partly: 'attention',
  nil: 'good',
  returned: 'attention',
  exempt: 'quiet',
};

/** Returns whether the supplier must deliver the report now. */
export function isDue({ state }: Pick<ObligationDto, 'state'>): boolean {
  return state === 'overdue' || state === 'returned' || state === 'partly' || state === 'due-soon' || state === 'open';
}

/** Sorts obligations: overdue, then returned, then by due date. */
export function byUrgency<T extends ObligationStatusInput>(obligations: readonly T[]): T[] {
  return [...obligations].sort(
    (a, b) => urgencyOrder.indexOf(a.state) - urgencyOrder.indexOf(b.state) || a.dueOn.localeCompare(b.dueOn),
  );
}

/** Describes the time until, or since, the due date. */
export function describeDue(
  { dueOn, daysLate }: Pick<ObligationStatusInput, 'dueOn' | 'daysLate'>,
  today: string,
  t: ReportingTexts,
): string {
  const days = daysBetween(today, dueOn);
  if (days < 0) return t.late({ days: daysLate });
  return days === 0 ? t.dueToday : t.dueIn({ days });
}

/** Describes whose report it is and when it is due; adds the time left or overdue while the report is due. */
export function describeObligation(
  obligation: ObligationStatusInput & { readonly supplier: { readonly name: string } },
  today: string,
  t: ReportingTexts,
): string {
  const { report } = t;
  const params = { supplier: obligation.supplier.name, date: obligation.dueOn };
  if (isDue(obligation)) return report.lead({ ...params, due: describeDue(obligation, today, t).toLowerCase() });
  return daysBetween(today, obligation.dueOn) < 0 ? report.leadSent(params) : report.leadRunning(params);
}
