import type { SqlClient } from '../linking/sql-client.ts';
import { READ_IN_OWN, TOUCHED_ELSEWHERE } from '../linking/other-ledgers.ts';
import type { Partition } from '../partitioning/partition.ts';
import { clearFalseRepeats } from './repeated-rows.ts';
import {
  bookedColumns,
  bookedLineQuery,
  hashOfId,
  CREATE_BUYER_LEDGERS,
  CREATE_AGREED_ITEMS,
  reportedColumns,
  reportedLinesSql,
  reassignableColumns,
} from './load-line-tables.ts';

/**
 * The changes since the last run. `whole`: everything is read, as in the first run and after a change of registered
 * parties.
 */
export interface Changes {
  readonly whole: boolean;
  readonly versions: readonly string[];
  readonly goneVersions: readonly string[];
  readonly batches: readonly string[];
  /** Buyers whose ledgers are reread. */
  readonly buyers: readonly string[];
  readonly lastDecision: string | null;
  /** Hash of the agreements and registered parties that reading depends on. */
  readonly ground: string;
}

/** Days on each side of a change within which lines are rematched: the longest time between delivery and booking. */
export const WINDOW_DAYS = 92;

interface RunSnapshot {
  readonly ground: string | null;
  readonly engine: string | null;
  readonly last: string | null;
}

const UNREAD_VERSIONS = `select v.id from reporting.door_report_version v where v.state = 'accepted' and not exists (select 1 from matching.run_input s where s.side = 'reported' and s.document_id = v.id and s.closed_by_run is null)`;
const REMOVED_VERSIONS = `select s.document_id as id from matching.run_input s where s.side = 'reported' and s.closed_by_run is null and not exists (select 1 from reporting.door_report_version v where v.id = s.document_id and v.state = 'accepted')`;
const UNREAD_BATCHES = `select b.id from spend.door_batch b where b.state = 'posted' and not exists (select 1 from matching.run_input s where s.side = 'booked' and s.document_id = b.id and s.closed_by_run is null)`;

/**
 * SQL: buyers whose ledger lines a batch affects. For a reversal batch, also those of the reversed batch; for despatch
 * advices, those of the invoices dated by them.
 */
const AFFECTED_BUYERS = `with b as (select unnest($1::uuid[]) as id union select reverses from spend.door_batch where id = any($1::uuid[]) and reverses is not null)
  select p.buyer_id as id from spend.door_posting p join b on b.id = p.batch_id union select i.buyer_id from spend.door_invoice i join b on b.id = i.batch_id union select d.buyer_id from spend.door_despatch_advice d join b on b.id = d.batch_id`;

/**
 * SQL: hash of seller numbers, bodies, the suppliers' agreements, participation and decisions on learned rules. Lines
 * are read differently when one changes.
 */
const FOUNDATION_HASH = `select md5(concat_ws('|',
  (select string_agg(concat_ws(' ', s.number, s.supplier_id, s.kind, s.valid_from, s.valid_to), ',' order by s.number, s.supplier_id, s.kind, s.valid_from) from spend.door_seller_identifier s),
  (select string_agg(concat_ws(' ', b.buyer_id, b.kind, b.host_municipality_id), ',' order by b.buyer_id) from agreements.door_buyer_type b),
  (select string_agg(concat_ws(' ', h.agreement_id, h.supplier_id, h.lot_id, h.valid_from, h.valid_to), ',' order by h.agreement_id, h.supplier_id, h.lot_id) from agreements.door_agreement_supplier h),
  (select string_agg(concat_ws(' ', p.agreement_id, p.buyer_id, p.valid_from, p.valid_to), ',' order by p.agreement_id, p.buyer_id) from agreements.door_participation p),
  (select max(d.id::text) from matching.rule_decision d))) as ground`;

export async function findChanges(database: SqlClient, engine: string, whole: boolean): Promise<Changes> {
  const ids = async (sql: string, params: readonly unknown[] = []) =>
    (await database.query<{ id: string }>(sql, params)).map(({ id }) => id);
  const [snapshot] = await database.query<RunSnapshot>(
    `select read ->> 'ground' as ground, engine, read ->> 'lastDecision' as last from matching.run order by number desc limit 1`,
  );
  const [ground] = await database.query<{ ground: string }>(FOUNDATION_HASH);
  const [last] = await database.query<{ last: string | null }>(
    `select max(id::text) as last from (select id from matching.pair_decision union all select id from matching.line_resolution union all select id from matching.second_approval) d`,
  );
  const batches = await ids(UNREAD_BATCHES);
  const all = whole || !snapshot || snapshot.engine !== engine || snapshot.ground !== ground?.ground;
  const buyers = all || batches.length === 0 ? [] : await ids(AFFECTED_BUYERS, [batches]);
  return {
    whole: all,
    versions: await ids(UNREAD_VERSIONS),
    goneVersions: await ids(REMOVED_VERSIONS),
    batches,
    buyers: buyers.filter((id) => id !== null),
    lastDecision: last?.last ?? null,
    ground: ground?.ground ?? '',
  };
}

const FILES = {
  version_id: { books: 'ledger_buyer_id', all: 'reporting.door_report_version' },
  batch_id: { books: 'buyer_id', all: 'spend.door_batch' },
} as const;

/**
 * Id range per file: larger than the number of lines of any file, so that ids are unique. Not a power of two, because
 * PostgreSQL's hash would then collide often.
 */
export const IDS_PER_FILE = 1_000_000_007;

/**
 * SQL: numbers lines in the order of their files, whatever order they are read in. Of equally good lines the first is
 * taken, so every run takes the same.
 */
const numberedLinesSql = (query: string, file: keyof typeof FILES) => {
  const { books, all } = FILES[file];
  return `select f.place * ${IDS_PER_FILE} + q.line_no as id, ${hashOfId(`q.${books}`, hashOfId('q.supplier_id'))} as pair, (q.amount * 100)::bigint as ore, q.*
    from (${query}) q join (select id, row_number() over (order by id) as place from ${all}) f on f.id = q.${file}`;
};

/**
 * SQL: stored lines `l` of one side: standalone ones and those of one-to-one links. They are separate queries, because
 * PostgreSQL cannot push a lookup join into a union.
 */
const storedLinesSql = (side: 'report_line' | 'spend_line', querySql: (lines: string) => string) =>
  `${querySql(`matching.standalone_${side} l`)} union all ${querySql(`matching.inline_${side} l`)}`;

/** Creates `reported` and `booked` with every line that the run reads in the partition. */
export async function loadScope(database: SqlClient, changes: Changes, share: Partition): Promise<void> {
  for (const sql of [CREATE_BUYER_LEDGERS, ...CREATE_AGREED_ITEMS, 'analyze body, priced, held'])
    await database.query(sql);
  if (changes.whole) {
    await database.query(
      `create temporary table reported on commit drop as ${numberedLinesSql(reportedLinesSql(share.takes('l.buyer_id')), 'version_id')}`,
    );
    await database.query(
      `create temporary table booked on commit drop as ${numberedLinesSql(bookedLineQuery(share.takes('l.buyer_id')), 'batch_id')}`,
    );
  } else {
    await loadPartialScope(database, changes);
  }
  await database.query('analyze reported, booked');
  await clearFalseRepeats(database);
}

/**
 * Creates the tables of a partial run: changes by supplier and ledger buyer with their days, and the lines around them.
 */
async function loadPartialScope(
  database: SqlClient,
  { versions, goneVersions, buyers, batches }: Changes,
): Promise<void> {
  const [snapshot] = await database.query<{ last: string | null }>(
    `select read ->> 'lastDecision' as last from matching.run order by number desc limit 1`,
  );
  await database.query(
    `create temporary table new_r on commit drop as ${reportedLinesSql('l.version_id = any($1::uuid[])')}`,
    [versions],
  );
  await database.query(
    `create temporary table gone_r on commit drop as select l.version_id, l.line_no, l.supplier_id, l.buyer_id, l.ledger_buyer_id, l.day from matching.report_line l where l.version_id = any($1::uuid[])`,
    [goneVersions],
  );
  await database.query(
    `create temporary table new_b on commit drop as ${bookedLineQuery(batches.length === 0 ? 'false' : 'l.buyer_id = any($1::uuid[])')}`,
    batches.length === 0 ? [] : [buyers],
  );
  const same = bookedColumns
    .filter((name) => !reassignableColumns.some((alias) => alias === name))
    .map((name) => `o.${name} is not distinct from n.${name}`)
    .join(' and ');
  await database.query(`create temporary table changed_b on commit drop as
    select n.batch_id, n.line_no, n.supplier_id, n.buyer_id, n.day from new_b n where not exists (select 1 from matching.standalone_spend_line o where o.batch_id = n.batch_id and o.line_no = n.line_no and ${same})
      and not exists (select 1 from matching.inline_spend_line o where o.batch_id = n.batch_id and o.line_no = n.line_no and ${same})`);
  await database.query(
    `create temporary table gone_b on commit drop as
     select o.batch_id, o.line_no, o.supplier_id, o.buyer_id, o.day from matching.spend_line o where o.buyer_id = any($1::uuid[]) and not exists (select 1 from new_b n where n.batch_id = o.batch_id and n.line_no = o.line_no)`,
    [batches.length === 0 ? [] : buyers],
  );
  await database.query(
    `create temporary table touched on commit drop as
     select supplier_id, ledger_buyer_id, min(day) as from_day, max(day) as until_day from (
       select supplier_id, ledger_buyer_id, day from new_r union all select supplier_id, ledger_buyer_id, day from gone_r
       union all select supplier_id, buyer_id, day from changed_b union all select supplier_id, buyer_id, day from gone_b
       union all select supplier_id, buyer_id, day from (
         ${storedLinesSql('spend_line', (lines) => `select d.supplier_id, d.buyer_id, l.day from matching.pair_decision d join ${lines} on l.supplier_id = d.supplier_id and l.buyer_id = d.buyer_id and l.line_key = d.spend_line_key where ${decidedSinceSql('d')}`)}
         union all ${storedLinesSql('report_line', (lines) => `select d.supplier_id, l.ledger_buyer_id, l.day from matching.pair_decision d join ${lines} on l.supplier_id = d.supplier_id and (l.ledger_buyer_id = d.buyer_id or l.buyer_id = d.buyer_id) and l.line_key = d.report_line_key where ${decidedSinceSql('d')}`)}
         union all ${storedLinesSql('spend_line', (lines) => `select a.supplier_id, a.buyer_id, l.day from matching.line_resolution a join ${lines} on l.supplier_id is not distinct from a.supplier_id and l.buyer_id = a.buyer_id and l.line_key = a.line_key where ${decidedSinceSql('a')} and a.side = 'booked'`)}
         union all ${storedLinesSql('report_line', (lines) => `select a.supplier_id, l.ledger_buyer_id, l.day from matching.line_resolution a join ${lines} on l.supplier_id = a.supplier_id and l.buyer_id = a.buyer_id and l.line_key = a.line_key where ${decidedSinceSql('a')} and a.side = 'reported'`)}) d
     ) c where supplier_id is not null and ledger_buyer_id is not null group by supplier_id, ledger_buyer_id`,
    [snapshot?.last ?? ''],
  );
  for (const sql of [
    'analyze new_r, new_b, gone_r, gone_b, changed_b, touched',
    ...TOUCHED_ELSEWHERE,
    'analyze touched',
    ...CREATE_PARTIAL_TABLES,
    READ_IN_OWN,
  ])
    await database.query(sql);
  await excludeLinkedOutside(database);
}

const LAST_DECISION = `(select coalesce(max(read ->> 'lastDecision'), '') from matching.run where number = (select max(number) from matching.run))`;
/** SQL condition: decided, or given second approval, since the last run. */
const decidedSinceSql = (alias: string, last = '$1') =>
  `(${alias}.id::text > ${last} or exists (select 1 from matching.second_approval c where c.decision_id = ${alias}.id and c.id::text > ${last}))`;

const isInWindowSql = (books: string) =>
  `t.supplier_id = l.supplier_id and t.ledger_buyer_id = l.${books} and l.day between t.from_day - ${WINDOW_DAYS} and t.until_day + ${WINDOW_DAYS}`;
const reportedLinksOfRemoved = `select l.report_line_no, l.version_id from matching.link l join gone_b g on g.batch_id = l.batch_id and g.line_no = l.spend_line_no where l.closed_by_run is null`;
const bookedLinksOfRemoved = `select l.spend_line_no, l.batch_id from matching.link l join gone_r g on g.version_id = l.version_id and g.line_no = l.report_line_no where l.closed_by_run is null`;

/** SQL: lines around the changes, lines that changed ones were linked to, and new lines. */
const CREATE_PARTIAL_TABLES: readonly string[] = [
  `create temporary table near_r on commit drop as
    ${storedLinesSql('report_line', (lines) => `select l.version_id, l.line_no from ${lines} join touched t on ${isInWindowSql('ledger_buyer_id')} where not exists (select 1 from gone_r g where g.version_id = l.version_id and g.line_no = l.line_no)`)}
    union select p.version_id, p.report_line_no from (${reportedLinksOfRemoved}) p`,
  `create temporary table near_b on commit drop as
    ${storedLinesSql('spend_line', (lines) => `select l.batch_id, l.line_no from ${lines} join touched t on ${isInWindowSql('buyer_id')} where not exists (select 1 from gone_b g where g.batch_id = l.batch_id and g.line_no = l.line_no)`)}
    union select p.batch_id, p.spend_line_no from (${bookedLinksOfRemoved}) p
    union select c.batch_id, c.line_no from changed_b c
    union select l.batch_id, l.line_no from matching.line_resolution a join matching.standalone_spend_line l on l.buyer_id = a.buyer_id and l.supplier_id is null and l.line_key = a.line_key where a.supplier_id is null and a.side = 'booked' and ${decidedSinceSql('a', LAST_DECISION)}`,
  'analyze near_r, near_b', // so that the lines are looked up instead of scanned
  `create temporary table reported on commit drop as ${numberedLinesSql(
    `${storedLinesSql('report_line', (lines) => `select ${reportedColumns.map((name) => `l.${name}`).join(', ')} from ${lines} join near_r n on n.version_id = l.version_id and n.line_no = l.line_no where not exists (select 1 from new_r x where x.version_id = l.version_id and x.line_no = l.line_no)`)}
     union all select ${reportedColumns.map((name) => `x.${name}`).join(', ')} from new_r x`,
    'version_id',
  )}`,
  `create temporary table booked on commit drop as ${numberedLinesSql(
    `${storedLinesSql('spend_line', (lines) => `select ${bookedColumns.map((name) => (reassignableColumns.some((alias) => alias === name) ? `l.read_${name} as ${name}` : `l.${name}`)).join(', ')} from ${lines} join near_b n on n.batch_id = l.batch_id and n.line_no = l.line_no where not exists (select 1 from new_b x where x.batch_id = l.batch_id and x.line_no = l.line_no)`)}
     union all select ${bookedColumns.map((name) => `x.${name}`).join(', ')} from new_b x join near_b n on n.batch_id = x.batch_id and n.line_no = x.line_no`,
    'batch_id',
  )}`,
];

/** Excludes lines linked to a line outside the window, and the lines linked to them: they stay unchanged. */
async function excludeLinkedOutside(database: SqlClient): Promise<void> {
  await database.query(`create temporary table standing on commit drop as
    select l.* from matching.link l join (select version_id, line_no from reported union all select version_id, line_no from gone_r) r on r.version_id = l.version_id and r.line_no = l.report_line_no where l.closed_by_run is null
    union all select l.* from matching.link l join booked b on b.batch_id = l.batch_id and b.line_no = l.spend_line_no where l.closed_by_run is null
      and not exists (select 1 from reported r where r.version_id = l.version_id and r.line_no = l.report_line_no) and not exists (select 1 from gone_r g where g.version_id = l.version_id and g.line_no = l.report_line_no)`);
  await database.query('analyze standing, reported, booked');
  for (;;) {
    const outside = await database.query<{ n: number }>(`delete from reported r using standing l
      where l.version_id = r.version_id and l.report_line_no = r.line_no
        and not exists (select 1 from booked b where b.batch_id = l.batch_id and b.line_no = l.spend_line_no) and not exists (select 1 from gone_b g where g.batch_id = l.batch_id and g.line_no = l.spend_line_no)
      returning 1 as n`);
    const across = await database.query<{ n: number }>(`delete from booked b using standing l
      where l.batch_id = b.batch_id and l.spend_line_no = b.line_no
        and not exists (select 1 from reported r where r.version_id = l.version_id and r.line_no = l.report_line_no) and not exists (select 1 from gone_r g where g.version_id = l.version_id and g.line_no = l.report_line_no)
      returning 1 as n`);
    if (outside.length + across.length === 0) return;
    await database.query(
      `delete from standing l where not exists (select 1 from reported r where r.version_id = l.version_id and r.line_no = l.report_line_no) and not exists (select 1 from gone_r g where g.version_id = l.version_id and g.line_no = l.report_line_no)`,
    );
  }
}
