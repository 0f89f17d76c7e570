import type { Asked } from '../linking/asked.ts';
import { READ_IN_OWN, TOUCHED_ELSEWHERE } from '../linking/other-ledgers.ts';
import type { Share } from '../sharing/share.ts';
import {
  bookedColumns,
  bookedLines,
  ofId,
  READ_BODIES,
  READ_ITEMS,
  reportedColumns,
  reportedLines,
  saidOfBooked,
} from './line-tables.ts';

/** What has changed since the last run. `whole`: all is read anew, as in the first run and when who is who has changed. */
export interface Changes {
  readonly whole: boolean;
  readonly versions: readonly string[];
  readonly goneVersions: readonly string[];
  readonly batches: readonly string[];
  /** Buyers whose books are read anew. */
  readonly buyers: readonly string[];
  readonly lastDecision: string | null;
  /** Of what is agreed and who is who, as far as lines are read by it. */
  readonly ground: string;
}

/** Days on each side of a change within which lines are matched again: what may be booked of what was reported, and the other way. */
export const WINDOW_DAYS = 92;

interface Seen {
  readonly ground: string | null;
  readonly engine: string | null;
  readonly last: string | null;
}

const NEW_VERSIONS = `select v.id from reporting.door_version v where v.state = 'accepted' and not exists (select 1 from matching.source s where s.side = 'reported' and s.document_id = v.id and s.until_run is null)`;
const GONE_VERSIONS = `select s.document_id as id from matching.source s where s.side = 'reported' and s.until_run is null and not exists (select 1 from reporting.door_version v where v.id = s.document_id and v.state = 'accepted')`;
const NEW_BATCHES = `select b.id from spend.door_batch b where b.state = 'posted' and not exists (select 1 from matching.source s where s.side = 'booked' and s.document_id = b.id and s.until_run is null)`;

/** Whose books batches tell of: a counter-batch of those it takes back, despatch advices of those whose invoices have got their days by them. */
const BUYERS_OF = `with b as (select unnest($1::uuid[]) as id union select reverses from spend.door_batch where id = any($1::uuid[]) and reverses is not null)
  select p.buyer_id as id from spend.door_posting p join b on b.id = p.batch_id union select i.buyer_id from spend.door_invoice i join b on b.id = i.batch_id union select d.buyer_id from spend.door_delivery d join b on b.id = d.batch_id`;

/** Numbers of sellers, bodies, the suppliers' agreements, and what persons say of learned rules: a line reads otherwise when they do. */
const GROUND = `select md5(concat_ws('|',
  (select string_agg(concat_ws(' ', s.number, s.supplier_id, s.kind, s.from_on, s.until_on), ',' order by s.number, s.supplier_id, s.kind, s.from_on) from spend.door_seller s),
  (select string_agg(concat_ws(' ', b.buyer_id, b.kind, b.host_id), ',' order by b.buyer_id) from agreements.door_buyer_body b),
  (select string_agg(concat_ws(' ', h.agreement_id, h.supplier_id, h.lot_id, h.from_on, h.until_on), ',' order by h.agreement_id, h.supplier_id, h.lot_id) from agreements.door_agreement_supplier h),
  (select string_agg(concat_ws(' ', p.agreement_id, p.buyer_id, p.from_on, p.until_on), ',' order by p.agreement_id, p.buyer_id) from agreements.door_participation p),
  (select max(d.id::text) from matching.rule_decision d))) as ground`;

export async function findChanges(database: Asked, engine: string, whole: boolean): Promise<Changes> {
  const ids = async (sql: string, params: readonly unknown[] = []) =>
    (await database.query<{ id: string }>(sql, params)).map(({ id }) => id);
  const [seen] = await database.query<Seen>(
    `select read ->> 'ground' as ground, engine, read ->> 'lastDecision' as last from matching.run order by number desc limit 1`,
  );
  const [ground] = await database.query<{ ground: string }>(GROUND);
  const [last] = await database.query<{ last: string | null }>(
    `select max(id::text) as last from (select id from matching.decision union all select id from matching.answer union all select id from matching.confirmation) d`,
  );
  const batches = await ids(NEW_BATCHES);
  const all = whole || !seen || seen.engine !== engine || seen.ground !== ground?.ground;
  const buyers = all || batches.length === 0 ? [] : await ids(BUYERS_OF, [batches]);
  return {
    whole: all,
    versions: await ids(NEW_VERSIONS),
    goneVersions: await ids(GONE_VERSIONS),
    batches,
    buyers: buyers.filter((id) => id !== null),
    lastDecision: last?.last ?? null,
    ground: ground?.ground ?? '',
  };
}

const FILES = {
  version_id: { books: 'books_id', all: 'reporting.door_version' },
  batch_id: { books: 'buyer_id', all: 'spend.door_batch' },
} as const;

/** More than any file has lines, so that no two have a number in common; and no power of two, by which PostgreSQL's hash would take many numbers for one. */
export const NUMBERS_EACH = 1_000_000_007;

/** Numbered in the order of the files they stand in, whatever order they are read in: of lines that are equally good for another the first is taken, and every run takes the same. */
const numbered = (query: string, file: keyof typeof FILES) => {
  const { books, all } = FILES[file];
  return `select f.place * ${NUMBERS_EACH} + q.line_no as id, ${ofId(`q.${books}`, ofId('q.supplier_id'))} as pair, (q.amount * 100)::bigint as ore, q.*
    from (${query}) q join (select id, row_number() over (order by id) as place from ${all}) f on f.id = q.${file}`;
};

/** What is kept of one side's lines, `l`: of those that stand apart and of those of plain links, each asked on its own, for PostgreSQL looks up no joined rows in a union. */
const kept = (side: 'report_line' | 'spend_line', ask: (lines: string) => string) =>
  `${ask(`matching.${side}_apart l`)} union all ${ask(`matching.${side}_plain l`)}`;

/** Makes `reported` and `booked`: every line the run looks at, of the share. */
export async function readScope(database: Asked, changes: Changes, share: Share): Promise<void> {
  for (const sql of [READ_BODIES, ...READ_ITEMS, 'analyze body, priced, held']) await database.query(sql);
  if (changes.whole) {
    await database.query(
      `create temporary table reported on commit drop as ${numbered(reportedLines(share.takes('l.buyer_id')), 'version_id')}`,
    );
    await database.query(
      `create temporary table booked on commit drop as ${numbered(bookedLines(share.takes('l.buyer_id')), 'batch_id')}`,
    );
  } else {
    await readPart(database, changes);
  }
  await database.query('analyze reported, booked');
}

/** What changed, by supplier and books, with its days; and the lines around it. */
async function readPart(database: Asked, { versions, goneVersions, buyers, batches }: Changes): Promise<void> {
  const [seen] = await database.query<{ last: string | null }>(
    `select read ->> 'lastDecision' as last from matching.run order by number desc limit 1`,
  );
  await database.query(
    `create temporary table new_r on commit drop as ${reportedLines('l.version_id = any($1::uuid[])')}`,
    [versions],
  );
  await database.query(
    `create temporary table gone_r on commit drop as select l.version_id, l.line_no, l.supplier_id, l.buyer_id, l.books_id, l.day from matching.report_line l where l.version_id = any($1::uuid[])`,
    [goneVersions],
  );
  await database.query(
    `create temporary table new_b on commit drop as ${bookedLines(batches.length === 0 ? 'false' : 'l.buyer_id = any($1::uuid[])')}`,
    batches.length === 0 ? [] : [buyers],
  );
  const same = bookedColumns
    .filter((name) => !saidOfBooked.some((said) => said === name))
    .map((name) => `o.${name} is not distinct from n.${name}`)
    .join(' and ');
  await database.query(`create temporary table changed_b on commit drop as
    select n.batch_id, n.line_no, n.supplier_id, n.buyer_id, n.day from new_b n where not exists (select 1 from matching.spend_line_apart o where o.batch_id = n.batch_id and o.line_no = n.line_no and ${same})
      and not exists (select 1 from matching.spend_line_plain o where o.batch_id = n.batch_id and o.line_no = n.line_no and ${same})`);
  await database.query(
    `create temporary table gone_b on commit drop as
     select o.batch_id, o.line_no, o.supplier_id, o.buyer_id, o.day from matching.spend_line o where o.buyer_id = any($1::uuid[]) and not exists (select 1 from new_b n where n.batch_id = o.batch_id and n.line_no = o.line_no)`,
    [batches.length === 0 ? [] : buyers],
  );
  await database.query(
    `create temporary table touched on commit drop as
     select supplier_id, books_id, min(day) as from_day, max(day) as until_day from (
       select supplier_id, books_id, day from new_r union all select supplier_id, books_id, day from gone_r
       union all select supplier_id, buyer_id, day from changed_b union all select supplier_id, buyer_id, day from gone_b
       union all select supplier_id, buyer_id, day from (
         ${kept('spend_line', (lines) => `select d.supplier_id, d.buyer_id, l.day from matching.decision d join ${lines} on l.supplier_id = d.supplier_id and l.buyer_id = d.buyer_id and l.line_key = d.spend_line_key where ${SINCE('d')}`)}
         union all ${kept('report_line', (lines) => `select d.supplier_id, l.books_id, l.day from matching.decision d join ${lines} on l.supplier_id = d.supplier_id and (l.books_id = d.buyer_id or l.buyer_id = d.buyer_id) and l.line_key = d.report_line_key where ${SINCE('d')}`)}
         union all ${kept('spend_line', (lines) => `select a.supplier_id, a.buyer_id, l.day from matching.answer a join ${lines} on l.supplier_id is not distinct from a.supplier_id and l.buyer_id = a.buyer_id and l.line_key = a.line_key where ${SINCE('a')} and a.side = 'booked'`)}
         union all ${kept('report_line', (lines) => `select a.supplier_id, l.books_id, l.day from matching.answer a join ${lines} on l.supplier_id = a.supplier_id and l.buyer_id = a.buyer_id and l.line_key = a.line_key where ${SINCE('a')} and a.side = 'reported'`)}) d
     ) c where supplier_id is not null and books_id is not null group by supplier_id, books_id`,
    [seen?.last ?? ''],
  );
  for (const sql of [
    'analyze new_r, new_b, gone_r, gone_b, changed_b, touched',
    ...TOUCHED_ELSEWHERE,
    'analyze touched',
    ...PART_TABLES,
    READ_IN_OWN,
  ])
    await database.query(sql);
  await leaveTiedOutside(database);
}

const LAST = `(select coalesce(max(read ->> 'lastDecision'), '') from matching.run where number = (select max(number) from matching.run))`;
/** Said, or confirmed by a second person, since the last run. */
const SINCE = (said: string, last = '$1') =>
  `(${said}.id::text > ${last} or exists (select 1 from matching.confirmation c where c.decision_id = ${said}.id and c.id::text > ${last}))`;

const around = (books: string) =>
  `t.supplier_id = l.supplier_id and t.books_id = l.${books} and l.day between t.from_day - ${WINDOW_DAYS} and t.until_day + ${WINDOW_DAYS}`;
const reportedPlaces = `select l.report_line_no, l.version_id from matching.link l join gone_b g on g.batch_id = l.batch_id and g.line_no = l.spend_line_no where l.until_run is null`;
const bookedPlaces = `select l.spend_line_no, l.batch_id from matching.link l join gone_r g on g.version_id = l.version_id and g.line_no = l.report_line_no where l.until_run is null`;

/** Lines around the change, those the changed ones were tied to, and the new ones. */
const PART_TABLES: readonly string[] = [
  `create temporary table near_r on commit drop as
    ${kept('report_line', (lines) => `select l.version_id, l.line_no from ${lines} join touched t on ${around('books_id')} where not exists (select 1 from gone_r g where g.version_id = l.version_id and g.line_no = l.line_no)`)}
    union select p.version_id, p.report_line_no from (${reportedPlaces}) p`,
  `create temporary table near_b on commit drop as
    ${kept('spend_line', (lines) => `select l.batch_id, l.line_no from ${lines} join touched t on ${around('buyer_id')} where not exists (select 1 from gone_b g where g.batch_id = l.batch_id and g.line_no = l.line_no)`)}
    union select p.batch_id, p.spend_line_no from (${bookedPlaces}) p
    union select c.batch_id, c.line_no from changed_b c
    union select l.batch_id, l.line_no from matching.answer a join matching.spend_line_apart l on l.buyer_id = a.buyer_id and l.supplier_id is null and l.line_key = a.line_key where a.supplier_id is null and a.side = 'booked' and ${SINCE('a', LAST)}`,
  'analyze near_r, near_b', // so that the lines are looked up, and not read through
  `create temporary table reported on commit drop as ${numbered(
    `${kept('report_line', (lines) => `select ${reportedColumns.map((name) => `l.${name}`).join(', ')} from ${lines} join near_r n on n.version_id = l.version_id and n.line_no = l.line_no where not exists (select 1 from new_r x where x.version_id = l.version_id and x.line_no = l.line_no)`)}
     union all select ${reportedColumns.map((name) => `x.${name}`).join(', ')} from new_r x`,
    'version_id',
  )}`,
  `create temporary table booked on commit drop as ${numbered(
    `${kept('spend_line', (lines) => `select ${bookedColumns.map((name) => (saidOfBooked.some((said) => said === name) ? `l.read_${name} as ${name}` : `l.${name}`)).join(', ')} from ${lines} join near_b n on n.batch_id = l.batch_id and n.line_no = l.line_no where not exists (select 1 from new_b x where x.batch_id = l.batch_id and x.line_no = l.line_no)`)}
     union all select ${bookedColumns.map((name) => `x.${name}`).join(', ')} from new_b x join near_b n on n.batch_id = x.batch_id and n.line_no = x.line_no`,
    'batch_id',
  )}`,
];

/** A line that is tied to one outside the window stays as it is, and so does what it is tied to. */
async function leaveTiedOutside(database: Asked): Promise<void> {
  await database.query(`create temporary table standing on commit drop as
    select l.* from matching.link l join (select version_id, line_no from reported union all select version_id, line_no from gone_r) r on r.version_id = l.version_id and r.line_no = l.report_line_no where l.until_run is null
    union all select l.* from matching.link l join booked b on b.batch_id = l.batch_id and b.line_no = l.spend_line_no where l.until_run is null
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
