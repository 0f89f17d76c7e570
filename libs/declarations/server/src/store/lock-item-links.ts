import type { Database } from '@tallgrunn/platform';

/**
 * Locks footprint links and reviews of the cooperative until the transaction ends.
 * Call it before reading the decision time: an acceptance covers the links that exist at that time, so the order of the
 * locks must equal the order of the times.
 */
export async function lockItemLinks(database: Database): Promise<void> {
  await database.query(
    `select pg_advisory_xact_lock(hashtextextended('declarations.word' || platform.cooperative(), 0))`,
  );
}
