import {
  matchingChangesSince,
  changedLineTables,
  loadChangedLines,
  addConnectedLines,
} from '@tallgrunn/matching-server';
import type { Database } from '@tallgrunn/platform';

const { booked, reported, reports } = changedLineTables;

/** The state that a refresh has processed. */
interface ProcessedState {
  readonly matchRun: number;
  readonly emissionRun: number;
  readonly ground: string;
}

export interface ChangesSinceRefresh extends ProcessedState {
  /**
   * Whether the lines changed since the last refresh are known; they are then in the temporary tables `touched_b` and
   * `touched_r`.
   */
  readonly isFollowed: boolean;
}

/**
 * Number of changed lines from which everything is recalculated: reading line by line then costs more than reading all
 * lines. It is the lower of a fixed number and a quarter of the table, when more than a few thousand lines changed.
 */
const CHANGED_LINES_MAX = 100_000;
const CHANGED_LINES_FEW = 5_000;
const CHANGED_PART_MAX = 4;

/**
 * Returns whether so many lines changed that reading all lines costs less.
 * @param countRows counts the rows of the combined table, but no further than the given limit
 */
export async function isMostChanged(
  changedLines: number,
  countRows: (limit: number) => Promise<number>,
): Promise<boolean> {
  if (changedLines > CHANGED_LINES_MAX) return true;
  if (changedLines <= CHANGED_LINES_FEW) return false;
  const limit = changedLines * CHANGED_PART_MAX;
  return (await countRows(limit)) < limit;
}

const countRows = (database: Database) => async (limit: number) =>
  (
    await database.one<{ rows: number }>(
      'select count(*)::int as rows from (select from insight.combined_line limit $1) l',
      [limit],
    )
  )?.rows ?? 0;

/** Version of the row rules. Increment it with them, so that the next refresh recalculates every row. */
const ROW_RULES_VERSION = 'combined/2';

/**
 * SQL: hash of the inputs that no run lists. They are the rules of this room, agreements with their suppliers and item
 * lots, and supplier names. Also merged organisations, classification decisions, and the versions of engine, factor set
 * and account map.
 */
const INPUTS_HASH = `
  select md5(concat_ws('|', '${ROW_RULES_VERSION}',
    (select string_agg(concat_ws(' ', s.agreement_id, s.supplier_id, s.lot_id, a.starts_on, a.ends_on, a.cpv, n.name), ',' order by s.agreement_id, s.supplier_id, s.lot_id)
      from agreements.door_agreement_supplier s join agreements.door_agreement a on a.id = s.agreement_id left join identity.door_organisation n on n.id = s.supplier_id),
    (select count(*) || ' ' || bit_xor(hashtextextended(i.id || i.lot_id::text, 0)) from agreements.door_item i where i.lot_id is not null),
    (select string_agg(o.id || ' ' || o.merged_into_id, ',' order by o.id) from identity.door_organisation o where o.merged_into_id is not null),
    (select count(*) || ' ' || bit_xor(hashtextextended(d.system || d.code || d.correction_id, 0)) from catalogue.door_mapping_override d),
    (select concat_ws(' ', r.engine, r.factor_set_id, r.account_map_id) from emissions.door_run r order by r.number desc limit 1))) as ground`;

const CALCULATED_SINCE: readonly string[] = [
  `insert into ${booked} select distinct c.batch_id, c.line_no from emissions.door_result_change c where (c.opened_by_run > $1 or c.closed_by_run > $1) and c.buyer_id is not null on conflict do nothing`,
  `insert into ${reported} select distinct c.version_id, c.line_no from emissions.door_supplier_footprint_result_change c where (c.opened_by_run > $1 or c.closed_by_run > $1) on conflict do nothing`,
];

/** Adds all lines of reports added or removed, and the stored rows that depend on changed lines of either side. */
const ADD_DEPENDENT_LINES: readonly string[] = [
  `insert into ${reported} select r.version_id, r.line_no from ${reports} t cross join lateral (select d.version_id, d.line_no from reporting.door_report_line d where d.version_id = t.version_id offset 0) r on conflict do nothing`,
  `insert into ${reported} select distinct c.version_id, c.report_line_no from ${reports} t cross join lateral (select d.version_id, d.report_line_no from insight.combined_line d where d.version_id = t.version_id offset 0) c on conflict do nothing`,
  `analyze ${booked}, ${reported}`,
  `insert into ${reported} select distinct c.version_id, c.report_line_no from ${booked} t cross join lateral (select d.version_id, d.report_line_no from insight.combined_line d where d.batch_id = t.batch_id and d.spend_line_no = t.line_no and d.version_id is not null offset 0) c on conflict do nothing`,
  `insert into ${booked} select distinct c.batch_id, c.spend_line_no from ${reported} t cross join lateral (select d.batch_id, d.spend_line_no from insight.combined_line d where d.version_id = t.version_id and d.report_line_no = t.line_no and d.batch_id is not null offset 0) c on conflict do nothing`,
];

/**
 * Finds the lines changed since the last refresh. Reads the run numbers first, so that anything committed meanwhile
 * belongs to the next refresh.
 */
export async function findChanges(database: Database): Promise<ChangesSinceRefresh> {
  const last = await database.one<{ match_run: number; emission_run: number; ground: string }>(
    'select match_run, emission_run, ground from insight.followed_run',
  );
  const matched = await matchingChangesSince(database, last?.match_run ?? null);
  const latestRun = await database.one<{ number: number }>(
    'select coalesce(max(number), 0)::int as number from emissions.door_run',
  );
  const { ground } = (await database.one<{ ground: string }>(INPUTS_HASH)) ?? { ground: '' };
  const processed = { matchRun: matched.number, emissionRun: latestRun?.number ?? 0, ground };
  if (!last || last.ground !== ground || !matched.isListedOfBuyers) return { ...processed, isFollowed: false };
  await loadChangedLines(database, last.match_run);
  for (const sql of CALCULATED_SINCE) await database.query(sql, [last.emission_run]);
  await database.query(`analyze ${booked}, ${reported}, ${reports}`);
  const changed = await database.one<{ lines: number }>(
    `select ((select count(*) from ${booked}) + (select count(*) from ${reported}))::int as lines`,
  );
  if (await isMostChanged(changed?.lines ?? 0, countRows(database))) return { ...processed, isFollowed: false };
  for (const sql of ADD_DEPENDENT_LINES) await database.query(sql);
  await addConnectedLines(database);
  return { ...processed, isFollowed: true };
}

export async function storeProcessedState(
  database: Database,
  { matchRun, emissionRun, ground }: ProcessedState,
): Promise<void> {
  await database.query(
    `insert into insight.followed_run (match_run, emission_run, ground) values ($1, $2, $3)
     on conflict (cooperative_id) do update set match_run = excluded.match_run, emission_run = excluded.emission_run, ground = excluded.ground`,
    [matchRun, emissionRun, ground],
  );
}

export const DROP_TOUCHED_IF_THERE = `drop table if exists ${booked}, ${reported}, ${reports}`;
