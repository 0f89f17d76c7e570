import type { DutyShape } from '@tallgrunn/api-client/shapes';
import type { StatusTone } from '@tallgrunn/design';
import { daysBetween } from '@tallgrunn/values';
import type { ReportingTexts } from '../texts/nb.ts';

export type DutyState = DutyShape['state'];
type Standing = Pick<DutyShape, 'state' | 'dueOn' | 'daysLate'>;

const order: readonly DutyState[] = [
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

export const tones: Record<DutyState, StatusTone> = {
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
export function waits({ state }: Pick<DutyShape, 'state'>): boolean {
  return state === 'overdue' || state === 'returned' || state === 'partly' || state === 'due-soon' || state === 'open';
}

/** Sorts obligations: overdue, then returned, then by due date. */
export function byUrgency<T extends Standing>(duties: readonly T[]): T[] {
  return [...duties].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.dueOn.localeCompare(b.dueOn));
}

/** Describes the time until, or since, the due date. */
export function dueInWords(
  { dueOn, daysLate }: Pick<Standing, 'dueOn' | 'daysLate'>,
  today: string,
  t: ReportingTexts,
): string {
  const days = daysBetween(today, dueOn);
  if (days < 0) return t.late({ days: daysLate });
  return days === 0 ? t.dueToday : t.dueIn({ days });
}

/** Describes whose report it is and when it is due; adds the time left or overdue while the report is due. */
export function leadInWords(
  duty: Standing & { readonly supplier: { readonly name: string } },
  today: string,
  t: ReportingTexts,
): string {
  const { report } = t;
  const told = { supplier: duty.supplier.name, date: duty.dueOn };
  if (waits(duty)) return report.lead({ ...told, due: dueInWords(duty, today, t).toLowerCase() });
  return daysBetween(today, duty.dueOn) < 0 ? report.leadSent(told) : report.leadRunning(told);
}
