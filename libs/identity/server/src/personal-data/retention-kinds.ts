import { limits } from '@tallgrunn/values';

interface RetentionDefault {
  /** Default in days; null: until the cooperative is deleted. */
  readonly days: number | null;
  readonly minDays: number;
  /** Whether the operator cannot change it: a limit of the program, or a record that others rely on. */
  readonly isFixed: boolean;
}

/** Kinds of record and how long each is retained. docs/operators.md has the same table. */
export const retentionKinds = {
  'security-events': { days: 365, minDays: 90, isFixed: false },
  sessions: { days: 1, minDays: 1, isFixed: false },
  'password-resets': { days: 30, minDays: 1, isFixed: false },
  'invitation-addresses': { days: 365, minDays: 30, isFixed: false },
  'report-drafts': { days: limits.leftLying.draftDays, minDays: 1, isFixed: true },
  'outbox-letters': { days: limits.leftLying.letterDays, minDays: 1, isFixed: true },
  'answers-to-programs': { days: limits.sending.answerDays, minDays: 1, isFixed: true },
  'audit-entries': { days: null, minDays: 1, isFixed: true },
  'submitted-reports': { days: null, minDays: 1, isFixed: true },
  spend: { days: null, minDays: 1, isFixed: true },
  declarations: { days: null, minDays: 1, isFixed: true },
  emissions: { days: null, minDays: 1, isFixed: true },
} as const satisfies Record<string, RetentionDefault>;

export type RetentionKind = keyof typeof retentionKinds;
