import { WINDOW_DAYS } from '../loading/select-scope.ts';
import type { SqlClient } from './sql-client.ts';
import { BOOKING_DAYS_AFTER, BOOKING_DAYS_BEFORE, openBookedSql } from './link-by-item.ts';
import { openReportedSql } from './infer-invoices.ts';

/**
 * Preservation of links at the edge of a partial run. A partial run reads a window of days around the changes. For a
 * line near the edge, some competing lines are outside, so an apparently unique match may be one of two. There, steps
 * based on days and sums neither link unlinked lines nor remove links. A decision in one month thus does not change
 * another, and revoking it restores the figures.
 */

/** Steps based on numbers on both sides, or on a manual decision: correct regardless of unread lines. */
const CERTAIN_STEPS = `('decision', 'invoice-item', 'invoice-amount')`;

/** Days from a line to those of the other side, at most: in general, and SQL of a supplier's own where its days differ. */
const DAYS_AWAY = {
  reported: { before: [BOOKING_DAYS_BEFORE, 's.reach - s.days'], after: [BOOKING_DAYS_AFTER, 's.days + s.reach'] },
  booked: { before: [BOOKING_DAYS_AFTER, 's.days + s.reach'], after: [BOOKING_DAYS_BEFORE, 's.reach - s.days'] },
} as const;
const fromEdge = ([days, own]: readonly [number, string]): string =>
  `(${WINDOW_DAYS} - greatest(${days}, coalesce(${own}, 0)))`;

const nearEdgeSql = (lines: keyof typeof DAYS_AWAY, books: string) => `
  select l.id from ${lines} l join touched t on t.supplier_id = l.supplier_id and t.ledger_buyer_id = l.${books}
  left join shift_of_day s on s.supplier_id = l.supplier_id and s.reach is not null
  where l.day < t.from_day - ${fromEdge(DAYS_AWAY[lines].before)} or l.day > t.until_day + ${fromEdge(DAYS_AWAY[lines].after)}`;

const isCertain = (line: string) =>
  `exists (select 1 from pair p where p.${line} = s.${line} and p.step in ${CERTAIN_STEPS})`;

const CREATE_EDGE_TABLES: readonly string[] = [
  `create temporary table edge_r on commit drop as ${nearEdgeSql('reported', 'ledger_buyer_id')}`,
  `create temporary table edge_b on commit drop as ${nearEdgeSql('booked', 'buyer_id')}`,
  'analyze edge_r, edge_b, pair',
  // `may_stand`: no certain link of this run contradicts it.
  `create temporary table stood on commit drop as
    select s.*, s.step not in ${CERTAIN_STEPS} and (s.report in (select id from edge_r) or s.booked in (select id from edge_b)) and not ${isCertain('report')} and not ${isCertain('booked')}
        and not exists (select 1 from refused f where f.report = s.report and f.booked = s.booked) as may_stand
    from (
      select r.id as report, b.id as booked, l.step, (l.amount * 100)::bigint as ore, l.score, nullif(l.evidence - 'invoice', '{}') as evidence
      from standing l
      join reported r on r.version_id = l.version_id and r.line_no = l.report_line_no
      join booked b on b.batch_id = l.batch_id and b.line_no = l.spend_line_no
    ) s`,
  `create temporary table doubtful on commit drop as
    select p.report, p.booked, coalesce(b.invoice, b.id) as whole, p.report in (select id from edge_r) or p.booked in (select id from edge_b) as edge,
      p.report in (select report from stood where not may_stand) or p.booked in (select booked from stood where not may_stand)
        or exists (select 1 from stood s where s.report = p.report and s.booked = p.booked) as freed
    from pair p join booked b on b.id = p.booked
    where p.step not in ${CERTAIN_STEPS}`,
];

/** SQL: removes all links of a set with a line at the edge, unless a certain link has released one of its lines. */
const DROP_UNCERTAIN_LINKS: readonly string[] = [
  `create temporary table dropped on commit drop as
    with bad as (
      select d.* from doubtful d join (select whole from doubtful group by whole having bool_or(edge) and not bool_or(freed)) w on w.whole = d.whole
    )
    select d.report, d.booked from doubtful d where not d.freed and (d.whole in (select whole from bad) or d.report in (select report from bad) or d.booked in (select booked from bad))`,
  'delete from pair p using dropped d where p.report = d.report and p.booked = d.booked',
];

const CREATE_LOST_LINKS = `create temporary table lost on commit drop as
  select s.* from stood s
  where s.may_stand and not exists (select 1 from pair p where p.report = s.report) and not exists (select 1 from pair p where p.booked = s.booked)`;

/** SQL: drops sets with a missing part, because they no longer add up. */
const DROP_BROKEN_SETS = `with gone as materialized (
    select s.report, s.booked from stood s
    where s.step not in ${CERTAIN_STEPS} and not exists (select 1 from lost o where o.report = s.report and o.booked = s.booked) and not exists (select 1 from pair p where p.report = s.report and p.booked = s.booked)
  )
  delete from lost l where l.report in (select report from gone) or l.booked in (select booked from gone)
  returning l.report`;

const RESTORE_LINKS: readonly string[] = [
  'insert into pair select l.report, l.booked, l.step, l.ore, l.score, l.evidence from lost l',
  'delete from open_r o using lost l where o.id = l.report',
  'delete from open_b o using lost l where o.id = l.booked',
  `insert into open_r select * from (${openReportedSql}) o where o.id in (select report from dropped) and o.id not in (select id from open_r)`,
  `insert into open_b select * from (${openBookedSql}) o where o.id in (select booked from dropped) and o.id not in (select id from open_b)`,
];

/**
 * Runs after a partial run has linked its lines. At the edge of the window, restores previous links and removes new
 * ones.
 */
export async function preserveBoundaryLinks(database: SqlClient): Promise<void> {
  for (const sql of [...CREATE_EDGE_TABLES, ...DROP_UNCERTAIN_LINKS, CREATE_LOST_LINKS]) await database.query(sql);
  while ((await database.query(DROP_BROKEN_SETS)).length > 0);
  for (const sql of RESTORE_LINKS) await database.query(sql);
}

/**
 * Causes that depend on other lines (`told`), and causes they are distinguished from (`among`). The other lines are of
 * the same quarter and cost centre, or have the same amount at any time.
 */
const DEPENDENT_CAUSES = {
  said_b: {
    kept: 'matching.standalone_spend_line',
    document: 'batch_id',
    books: 'buyer_id',
    told: `('missing-alias', 'credited', 'not-tied', 'not-known', 'other-unit')`,
    among: `('', 'timing', 'missing-alias', 'credited', 'report-missing', 'not-tied', 'not-known', 'other-unit')`,
  },
  said_r: {
    kept: 'matching.standalone_report_line',
    document: 'version_id',
    books: 'ledger_buyer_id',
    told: `('credited', 'not-tied', 'not-known', 'other-unit')`,
    among: `('', 'timing', 'reported-twice', 'credited', 'not-tied', 'not-known', 'other-unit')`,
  },
} as const;

/**
 * Runs after causes are assigned. Outside the changed quarters, restores causes that depend on other lines, because
 * only the earlier run had read all of them.
 */
export async function preserveBoundaryCauses(database: SqlClient): Promise<void> {
  for (const [
    resultTable,
    { kept: storedTable, document, books, told: dependentCauses, among: comparableCauses },
  ] of Object.entries(DEPENDENT_CAUSES)) {
    // Few lines are at the edge: each is looked up by key, because a join would read all stored lines.
    await database.query(`update ${resultTable} s set cause = f.cause
      from (
        select e.${document}, e.line_no, l.cause
        from ${resultTable} e
        cross join lateral (select k.state, k.cause from ${storedTable} k where k.${document} = e.${document} and k.line_no = e.line_no offset 0) l
        where coalesce(e.cause, '') in ${comparableCauses} and exists (
            select from touched t where t.supplier_id = e.supplier_id and t.ledger_buyer_id = e.${books} and (date_trunc('quarter', e.day) > t.until_day or date_trunc('quarter', e.day) + interval '3 months' <= t.from_day))
          and l.state = e.state and l.cause is distinct from e.cause and coalesce(l.cause, '') in ${comparableCauses} and (l.cause in ${dependentCauses} or e.cause in ${dependentCauses})
      ) f
      where f.${document} = s.${document} and f.line_no = s.line_no`);
  }
}
