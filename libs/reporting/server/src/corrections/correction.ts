import type { Terms } from '@tallgrunn/checks';
import { addDays } from '@tallgrunn/values';
import type { SubmissionRejection } from '../versions/submission.ts';

/** Reasons for a correction that a supplier can choose. */
export const correctionReasons = [
  'wrong-price',
  'wrong-quantity',
  'wrong-buyer',
  'lines-missing',
  'lines-too-many',
  'late-credit',
  'returned',
  'other',
] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

/** A reason why a correction requires review by the contract manager. */
export type ReviewReason = 'large-effect' | 'period-closed';

export interface StatedReason {
  readonly code: CorrectionReason;
  readonly text?: string;
}

/** The facts of a correction. Amounts are in the currency of the terms. */
export interface CorrectionFacts {
  /** true when the base version counts today or awaits acceptance; false when it was returned */
  readonly standing: boolean;
  readonly baseAmount: number;
  /** sum of additions and removals by buyer and item, in absolute amounts */
  readonly movement: number;
  /** last day (Oslo) on which a report is on time */
  readonly dueOn: string;
  readonly today: string;
}

/** Defaults when the terms state nothing: 10 % of the report, or this amount in its currency. */
const defaultLimits = { percent: 10, amount: 25_000 } as const;
const TEXT_MIN = 3;

/** Returns the first day on which a period is closed: the day after the due date and the grace days. */
export function closesOn(dueOn: string, { graceDays = 0 }: Pick<Terms, 'graceDays'>): string {
  return addDays(dueOn, graceDays + 1);
}

/**
 * Returns why the contract manager must review a correction. Empty for a correction of a returned report, which does
 * not count yet.
 */
export function reviewReasons(
  { standing, baseAmount, movement, dueOn, today }: CorrectionFacts,
  terms: Pick<Terms, 'corrections' | 'graceDays'>,
): ReviewReason[] {
  if (!standing) return [];
  const { percent, amount } = { ...defaultLimits, ...terms.corrections };
  const large = movement > amount || movement * 100 > percent * Math.abs(baseAmount);
  return [
    ...(large ? ['large-effect' as const] : []),
    ...(today >= closesOn(dueOn, terms) ? ['period-closed' as const] : []),
  ];
}

/** Returns what is missing in the reason for a correction; empty when it is complete. */
export function reasonRejections(reason: StatedReason | undefined): SubmissionRejection[] {
  if (!reason) return [{ code: 'correction-reason-missing', params: {} }];
  return reason.code === 'other' && (reason.text ?? '').trim().length < TEXT_MIN
    ? [{ code: 'correction-reason-missing', params: { reason: 'other' } }]
    : [];
}
