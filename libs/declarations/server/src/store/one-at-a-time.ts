import type { Database } from '@tallgrunn/platform';

/**
 * Until the unit of work ends, nobody else of the cooperative ties a footprint to an item or decides on one. Taken before the moment is: an acceptance
 * holds for the links that stood when it was given, so whichever of the two is kept first must have the earlier moment.
 */
export async function oneAtATime(database: Database): Promise<void> {
  await database.query(
    `select pg_advisory_xact_lock(hashtextextended('declarations.word' || platform.cooperative(), 0))`,
  );
}
