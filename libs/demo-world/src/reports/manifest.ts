import type { Obligation } from '../setting/obligations.ts';
import { notice } from '../setting/notice.ts';
import type { Scenario } from '../setting/scenario.ts';
import type { Supplier } from '../setting/supplier.ts';
import { addDays, addWorkingDays, weekday, workingDaysBetween, type Day } from '../values/calendar.ts';
import type { Submission } from './submission.ts';
import type { WrittenReport } from './write-report.ts';

export interface ManifestEntry {
  supplier: string;
  supplierOrgNumber: string;
  agreement: string;
  /** Key of the branch, where a chain reports per branch. */
  branch?: string;
  period: string;
  dueOn: string;
  version: number | null;
  /** A file, or a nil return. */
  kind: 'file' | 'nil';
  path: string | null;
  submittedAt: string | null;
  by: string;
  workingDaysLate: number;
  outcome: string;
  decidedAt: string | null;
  decidedBy: string | null;
  reason: string | null;
  plants: string[];
  lines: number;
  amountOre: number;
}

/**
 * Returns the offset of Europe/Oslo at noon. Summer time lasts from the last Sunday of March to the last Sunday of
 * October.
 */
export function osloOffset(day: Day): '+01:00' | '+02:00' {
  const lastSunday = (month: string) => {
    const last = `${day.slice(0, 4)}-${month}-31`;
    return addDays(last, -weekday(last));
  };
  return day >= lastSunday('03') && day < lastSunday('10') ? '+02:00' : '+01:00';
}

const moment = (day: Day, time: string) => `${day}T${time}:00${osloOffset(day)}`;

function decidedAt({ at, outcome, decidedLater }: Submission, asOfDay: Day): string | null {
  const [day, time] = (at ?? '').split(' ') as [Day, string];
  if (decidedLater) return moment(addWorkingDays(asOfDay, 1), '10:00');
  if (outcome === 'returned') return moment(addWorkingDays(day, 1), '10:00');
  return outcome === 'accepted' ? moment(day, time) : null;
}

/** Returns true if the submission belongs to the obligation. */
export const belongsTo = (submission: Submission, obligation: Obligation): boolean =>
  obligation.supplier === submission.supplier &&
  obligation.agreement === submission.agreement &&
  obligation.period === submission.period &&
  (obligation.branch ?? null) === submission.branch;

/**
 * Builds the manifest entry of a submission: sender, time, obligation and outcome.
 * @throws Error if no obligation matches
 */
export function manifestEntry(
  { obligations, suppliers, asOfDay }: Scenario,
  submission: Submission,
  written: WrittenReport | null,
): ManifestEntry {
  const obligation = obligations.find((one) => belongsTo(submission, one));
  if (!obligation) throw new Error(`No obligation ${submission.supplier} ${submission.period}`);
  const [day, time] = (submission.at ?? '').split(' ') as [Day, string];
  const { outcome } = submission;
  return {
    supplier: submission.supplier,
    supplierOrgNumber: (suppliers.find(({ key }) => key === submission.supplier) as Supplier).orgNumber,
    agreement: obligation.agreement,
    ...(submission.branch !== null && { branch: submission.branch }),
    period: submission.period,
    dueOn: obligation.dueOn,
    version: submission.version,
    kind: submission.nil ? 'nil' : 'file',
    path: written?.path ?? null,
    submittedAt: submission.at ? moment(day, time) : null,
    by: submission.by,
    workingDaysLate: workingDaysBetween(obligation.dueOn, submission.at ? day : asOfDay),
    outcome,
    decidedAt: decidedAt(submission, asOfDay),
    decidedBy: outcome === 'returned' ? 'ingrid' : null,
    reason: submission.reason || null,
    plants: submission.plants.map(({ kind, count }) => (count > 1 ? `${kind}*${count}` : kind)),
    lines: written?.lines ?? 0,
    amountOre: written?.amount ?? 0,
  };
}

export const manifestOf = (entries: readonly ManifestEntry[]) => ({ notice, entries });
