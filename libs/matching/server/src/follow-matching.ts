import { RETAINED_RUNS } from './storing/store-changes.ts';
import type { SqlClient } from './linking/sql-client.ts';

/** The changes of match runs, for rooms to the right that process them line by line. */
export interface MatchingChanges {
  /** Number of the last match run; 0 without any run. */
  readonly number: number;
  /** True if all changes since then are listed and no run read ledger batches. */
  readonly isListed: boolean;
  /** True if all changes of lines with a known buyer are listed. Booked lines without a known buyer are in no list. */
  readonly isListedOfBuyers: boolean;
}

/** Returns the state after run `since`; null if no run has been processed yet. */
export async function matchingChangesSince(database: SqlClient, since: number | null): Promise<MatchingChanges> {
  const [row] = await database.query<MatchingChanges>(
    `select coalesce(max(number), 0)::int as number, $1::int is not null and coalesce(max(number), 0) - $1::int < ${RETAINED_RUNS} and coalesce(bool_and(lists_changes and not read_batches) filter (where number > $1::int), true) as "isListed",
       $1::int is not null and coalesce(max(number), 0) - $1::int < ${RETAINED_RUNS} and coalesce(bool_and(lists_changes) filter (where number > $1::int), true) as "isListedOfBuyers"
     from matching.door_run`,
    [since],
  );
  return row ?? { number: 0, isListed: false, isListedOfBuyers: false };
}

/** Temporary tables with the keys of lines to read, by content: for rooms that process changes. */
export const changedLineTables = { booked: 'touched_b', reported: 'touched_r', reports: 'touched_version' } as const;

/** SQL: creates the tables of booked lines, report lines and reports to read. */
const CREATE_CHANGED_TABLES: readonly string[] = [
  'create temporary table touched_b (batch_id uuid, line_no int, primary key (batch_id, line_no)) on commit drop',
  'create temporary table touched_r (version_id uuid, line_no int, primary key (version_id, line_no)) on commit drop',
  'create temporary table touched_version (version_id uuid primary key) on commit drop',
];

const FILL_CHANGED_TABLES: readonly string[] = [
  `insert into touched_b select distinct document_id, line_no from matching.door_run_change where side = 'booked' and run_number > $1`,
  `insert into touched_r select distinct document_id, line_no from matching.door_run_change where side = 'reported' and run_number > $1`,
  `insert into touched_version select distinct document_id from matching.door_run_input where side = 'reported' and (opened_by_run > $1 or closed_by_run > $1)`,
];

/** Creates `touched_b`, `touched_r` and `touched_version` with the changes of the runs after `since`. */
export async function loadChangedLines(database: SqlClient, since: number): Promise<void> {
  for (const sql of CREATE_CHANGED_TABLES) await database.query(sql);
  for (const sql of FILL_CHANGED_TABLES) await database.query(sql, [since]);
}

/**
 * SQL: adds the lines that the shares of a line depend on. These are all lines linked to its linked report lines, and
 * so on.
 */
const ADD_CONNECTED_LINES: readonly string[] = [
  `with added as (
    insert into touched_r select l.version_id, l.report_line_no from touched_b t cross join lateral (select k.version_id, k.report_line_no from matching.door_link k where k.batch_id = t.batch_id and k.spend_line_no = t.line_no offset 0) l on conflict do nothing returning 1
  ) select count(*)::int as rows from added`,
  `with added as (
    insert into touched_b select l.batch_id, l.spend_line_no from touched_r t cross join lateral (select k.batch_id, k.spend_line_no from matching.door_link k where k.version_id = t.version_id and k.report_line_no = t.line_no offset 0) l on conflict do nothing returning 1
  ) select count(*)::int as rows from added`,
];

/**
 * Adds all lines connected with the touched ones by links. Most links connect only two lines, so few rounds are needed.
 */
export async function addConnectedLines(database: SqlClient): Promise<void> {
  for (;;) {
    await database.query('analyze touched_b, touched_r');
    const added: number[] = [];
    for (const sql of ADD_CONNECTED_LINES) added.push((await database.query<{ rows: number }>(sql))[0]?.rows ?? 0);
    if (added[1] === 0) break;
  }
  await database.query('analyze touched_b, touched_r, touched_version');
}

export const DROP_CHANGED_TABLES = 'drop table touched_b, touched_r, touched_version';
