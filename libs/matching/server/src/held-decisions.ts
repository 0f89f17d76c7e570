import { Problem, type Database } from '@tallgrunn/platform';

/** The newest that was said of two lines or a line. */
export interface Newest {
  readonly id: string;
  readonly own: boolean;
  readonly alike: boolean;
  readonly needs_second: boolean;
  /** A second person is waited for, for this alone. */
  readonly waits: boolean;
}

/** Whether somebody else has said just this already and waits for a second person: who says the same is that person. */
export const isSecondTo = (newest: Newest | undefined): newest is Newest =>
  newest !== undefined && newest.waits && newest.alike && !newest.own;

/** Nobody else says something of the same until this unit of work ends. `subject`: what is decided on, an id of a confirmation or keys of lines. */
export async function holdDecision(database: Database, subject: string): Promise<void> {
  await database.query(
    `select pg_advisory_xact_lock(hashtextextended('matching.decision' || platform.cooperative() || $1, 0))`,
    [subject],
  );
}

/**
 * What stands already of the two lines or the line, where it is what one says oneself: the same click twice is one decision.
 * `seen`: the newest that whoever decides has seen, null for none; left out where nobody asks. 409 where somebody else has said something since.
 */
export function standingOf(
  newest: Newest | undefined,
  seen: string | null | undefined,
): { id: string; needsSecond: boolean } | null {
  if (seen === undefined || !newest || newest.id === seen) return null;
  if (newest.own) return newest.alike ? { id: newest.id, needsSecond: newest.needs_second } : null;
  throw new Problem(409, 'decided-meanwhile');
}
