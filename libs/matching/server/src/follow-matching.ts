import { RUNS_KEPT } from './keeping/keep-changes.ts';
import type { Asked } from './linking/asked.ts';

/** How rooms to the right follow what match runs change, line by line. */
export interface Followed {
  /** The last match run; 0 where there is none. */
  readonly number: number;
  /** Whether all that changed since is listed, and no books came or went. */
  readonly isListed: boolean;
  /** The same, or books came or went: lines of the books that belong to no known buyer are in no list. */
  readonly isListedOfBuyers: boolean;
}

/** What is known of the runs after run `since`; null where nothing has been followed. */
export async function matchedSince(database: Asked, since: number | null): Promise<Followed> {
  const [row] = await database.query<Followed>(
    `select coalesce(max(number), 0)::int as number, $1::int is not null and coalesce(max(number), 0) - $1::int < ${RUNS_KEPT} and coalesce(bool_and(lists_changes and not read_batches) filter (where number > $1::int), true) as "isListed",
       $1::int is not null and coalesce(max(number), 0) - $1::int < ${RUNS_KEPT} and coalesce(bool_and(lists_changes) filter (where number > $1::int), true) as "isListedOfBuyers"
     from matching.door_run`,
    [since],
  );
  return row ?? { number: 0, isListed: false, isListedOfBuyers: false };
}

/** Temporary tables with the places of lines that are read again, by what they hold: for rooms that read them. */
export const touchedTables = { booked: 'touched_b', reported: 'touched_r', reports: 'touched_version' } as const;

/** Places of lines that are read again: booked ones, reported ones, and reports that came or went. */
const TOUCHED: readonly string[] = [
  'create temporary table touched_b (batch_id uuid, line_no int, primary key (batch_id, line_no)) on commit drop',
  'create temporary table touched_r (version_id uuid, line_no int, primary key (version_id, line_no)) on commit drop',
  'create temporary table touched_version (version_id uuid primary key) on commit drop',
];

const CHANGED: readonly string[] = [
  `insert into touched_b select distinct document_id, line_no from matching.door_run_change where side = 'booked' and run_number > $1`,
  `insert into touched_r select distinct document_id, line_no from matching.door_run_change where side = 'reported' and run_number > $1`,
  `insert into touched_version select distinct document_id from matching.door_source where side = 'reported' and (from_run > $1 or until_run > $1)`,
];

/** Makes `touched_b`, `touched_r` and `touched_version` of what runs after `since` changed. */
export async function touchMatched(database: Asked, since: number): Promise<void> {
  for (const sql of TOUCHED) await database.query(sql);
  for (const sql of CHANGED) await database.query(sql, [since]);
}

/** What shares of a line hang on: all lines tied to the reported lines that are tied to it, and so on. */
const WIDEN: readonly string[] = [
  `with added as (
    insert into touched_r select l.version_id, l.report_line_no from touched_b t cross join lateral (select k.version_id, k.report_line_no from matching.door_link k where k.batch_id = t.batch_id and k.spend_line_no = t.line_no offset 0) l on conflict do nothing returning 1
  ) select count(*)::int as rows from added`,
  `with added as (
    insert into touched_b select l.batch_id, l.spend_line_no from touched_r t cross join lateral (select k.batch_id, k.spend_line_no from matching.door_link k where k.version_id = t.version_id and k.report_line_no = t.line_no offset 0) l on conflict do nothing returning 1
  ) select count(*)::int as rows from added`,
];

/** Adds to the touched lines all that hang together with them. Many ties are between two lines: a few rounds are enough. */
export async function widenTouched(database: Asked): Promise<void> {
  for (;;) {
    await database.query('analyze touched_b, touched_r');
    const added: number[] = [];
    for (const sql of WIDEN) added.push((await database.query<{ rows: number }>(sql))[0]?.rows ?? 0);
    if (added[1] === 0) break;
  }
  await database.query('analyze touched_b, touched_r, touched_version');
}

export const DROP_TOUCHED = 'drop table touched_b, touched_r, touched_version';
