import { Problem, type Database } from '@tallgrunn/platform';

/** The newest decision on two lines, or answer on a line. */
export interface CurrentDecision {
  readonly id: string;
  readonly own: boolean;
  readonly alike: boolean;
  readonly requires_second_approval: boolean;
  /** True if it is pending second approval on its own, not as part of a bulk decision. */
  readonly waits: boolean;
}

/**
 * Returns true if another person has made the same decision and it is pending second approval: repeating it is the
 * approval.
 */
export const isSecondApproval = (current: CurrentDecision | undefined): current is CurrentDecision =>
  current !== undefined && current.waits && current.alike && !current.own;

/**
 * Takes an advisory lock on one decision subject until the transaction ends.
 * @param subject id of a decision or bulk answer, or line keys
 */
export async function lockDecision(database: Database, subject: string): Promise<void> {
  await database.query(
    `select pg_advisory_xact_lock(hashtextextended('matching.pair_decision' || platform.cooperative() || $1, 0))`,
    [subject],
  );
}

/**
 * Returns the user's own decision made after `viewedId`, if it equals the new one, so that a repeated request is idempotent;
 * otherwise null.
 * @param viewedId newest decision that the user saw; null for none, omitted by callers without this check
 * @throws Problem 'concurrent-decision' (409) if another person has made a newer decision
 */
export function existingDecision(
  current: CurrentDecision | undefined,
  viewedId: string | null | undefined,
): { id: string; needsSecond: boolean } | null {
  if (viewedId === undefined || !current || current.id === viewedId) return null;
  if (current.own) return current.alike ? { id: current.id, needsSecond: current.requires_second_approval } : null;
  throw new Problem(409, 'concurrent-decision');
}
