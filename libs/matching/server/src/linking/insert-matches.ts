import type { SqlClient } from './sql-client.ts';

/** A link found outside the database: ids of the lines in this run, and øre of the report line. */
export interface NewMatch {
  readonly report: number;
  readonly booked: number;
  readonly step: string;
  readonly ore: number;
  readonly score: number;
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** Links are buffered until their step is done, because its query still reads the open lines. */
export const CREATE_FOUND_MATCHES = 'create temporary table found (like pair) on commit drop';
export const INSERT_FOUND_MATCHES = 'insert into pair select * from found';

export async function insertMatches(database: SqlClient, matches: readonly NewMatch[]): Promise<void> {
  if (matches.length === 0) return;
  await database.query(
    `insert into found select x.report, x.booked, x.step, x.ore, x.score, x.evidence
     from jsonb_to_recordset($1::jsonb) as x (report bigint, booked bigint, step text, ore bigint, score real, evidence jsonb)`,
    [JSON.stringify(matches)],
  );
}
