import type { Terms } from '@tallgrunn/checks';
import { addDays } from '@tallgrunn/values';
import type { SubmissionRefusal } from '../versions/submission.ts';

/** Why a report is corrected, as a supplier may choose to say it. */
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

/** Why a correction waits for the manager. */
export type CorrectionAsks = 'large-effect' | 'period-closed';

export interface GivenReason {
  readonly code: CorrectionReason;
  readonly text?: string;
}

/** What one corrects, and what that comes to. Amounts in the currency of the terms. */
export interface CorrectionFacts {
  /** whether what is corrected counts today, or waits to: a returned report does neither */
  readonly standing: boolean;
  readonly baseAmount: number;
  /** what is added and taken away, summed over buyers and items without regard to sign */
  readonly movement: number;
  /** the last day (Oslo) on which a report is in time */
  readonly dueOn: string;
  readonly today: string;
}

/** Holds where the terms say nothing: a tenth of the report, or this many of its currency. */
const usual = { percent: 10, amount: 25_000 } as const;
const TEXT_MIN = 3;

/** The first day on which a period is closed: no report for it is in time any more, days of grace counted. */
export function closesOn(dueOn: string, { graceDays = 0 }: Pick<Terms, 'graceDays'>): string {
  return addDays(dueOn, graceDays + 1);
}

/** Why the manager must see a correction. Nothing, for one of a report that was returned: it does not count yet. */
export function asksOf(
  { standing, baseAmount, movement, dueOn, today }: CorrectionFacts,
  terms: Pick<Terms, 'corrections' | 'graceDays'>,
): CorrectionAsks[] {
  if (!standing) return [];
  const { percent, amount } = { ...usual, ...terms.corrections };
  const large = movement > amount || movement * 100 > percent * Math.abs(baseAmount);
  return [
    ...(large ? ['large-effect' as const] : []),
    ...(today >= closesOn(dueOn, terms) ? ['period-closed' as const] : []),
  ];
}

/** What is missing in the reason for a correction. */
export function refusalsOf(given: GivenReason | undefined): SubmissionRefusal[] {
  if (!given) return [{ code: 'correction-reason-missing', params: {} }];
  return given.code === 'other' && (given.text ?? '').trim().length < TEXT_MIN
    ? [{ code: 'correction-reason-missing', params: { reason: 'other' } }]
    : [];
}
