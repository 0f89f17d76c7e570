import type { SqlClient } from '../linking/sql-client.ts';
import type { RunScope } from '../partitioning/partition.ts';

const TABLES: readonly string[] = [
  'create temporary table place (site bigint, cost_centre bigint, primary key (site, cost_centre)) on commit drop',
  'create temporary table account_of (supplier_id uuid, item bigint, account text, lines int, all_lines int, primary key (supplier_id, item)) on commit drop',
  'create temporary table goods_account (agreement_id uuid, account text, primary key (agreement_id, account)) on commit drop',
  `create temporary table verdict on commit drop as
    select distinct on (d.report_line_key, d.spend_line_key) d.report_line_key, d.spend_line_key, d.verdict, d.id from matching.pair_decision d
    where not d.requires_second_approval or exists (select 1 from matching.second_approval c where c.decision_id = d.id)
    order by d.report_line_key, d.spend_line_key, d.id desc`,
  `create temporary table refused on commit drop as
    select r.id as report, b.id as booked from verdict v join reported r on r.line_key = v.report_line_key join booked b on b.line_key = v.spend_line_key and b.pair = r.pair where v.verdict = 'not-same'`,
  `create temporary table answer_that_holds on commit drop as
    select * from (select distinct on (a.side, a.line_key) a.side, a.line_key, a.cause, a.agreement_id from matching.line_resolution a
      where not a.requires_second_approval or exists (select 1 from matching.second_approval c where c.decision_id = a.id) order by a.side, a.line_key, a.id desc) n where n.cause is not null or n.agreement_id is not null`,
  `create temporary table answered_r on commit drop as select r.id, a.cause from answer_that_holds a join reported r on r.line_key = a.line_key where a.side = 'reported'`,
  `create temporary table answered_b on commit drop as select b.id, a.cause, a.agreement_id from answer_that_holds a join booked b on b.line_key = a.line_key where a.side = 'booked'`,
];

const LOAD_STORED_RULES: readonly string[] = [
  'insert into place select distinct u.site, u.cost_centre from matching.usual_cost_centre u join (select distinct site from reported) r on r.site = u.site',
  'insert into account_of select u.supplier_id, u.item, u.account, u.lines, u.all_lines from matching.usual_account u join (select distinct supplier_id, item from reported) r on r.supplier_id = u.supplier_id and r.item = u.item',
  'insert into goods_account select agreement_id, account from matching.agreement_account',
];

/**
 * Creates temporary tables with manual decisions, and with the usual accounts and cost centres that the last full run
 * learned.
 */
export async function loadUsualAccounts(database: SqlClient, { whole }: RunScope): Promise<void> {
  for (const sql of [
    ...TABLES,
    ...(whole ? [] : LOAD_STORED_RULES),
    'analyze place, account_of, goods_account, verdict, refused, answered_r, answered_b',
  ])
    await database.query(sql);
}

/**
 * SQL by table, for a full run. Old rules are deleted even without any stored line, because they may be about deleted
 * lines.
 */
const STORE_LEARNED_RULES = {
  'matching.usual_cost_centre':
    'insert into matching.usual_cost_centre (site, cost_centre) select site, cost_centre from place',
  'matching.usual_account':
    'insert into matching.usual_account (supplier_id, item, account, lines, all_lines) select supplier_id, item, account, lines, all_lines from account_of',
  'matching.agreement_account':
    'insert into matching.agreement_account (agreement_id, account) select agreement_id, account from goods_account',
  'matching.day_shift':
    'insert into matching.day_shift (supplier_id, days, seen, reach, months) select supplier_id, days, seen, reach, months from shift_of_day',
  'matching.amount_scale':
    'insert into matching.amount_scale (supplier_id, scale, seen) select supplier_id, scale, seen from scale_of',
  'matching.number_form':
    'insert into matching.number_form (supplier_id, place, form, seen, examples) select supplier_id, row_number() over (partition by supplier_id order by seen desc, form::text), form, seen, examples from form_of_number',
} as const;

/**
 * Stores learned rules after a full run. Usual accounts are the same in every partition; usual cost centres belong to a
 * partition's buyers.
 */
export async function storeUsualAccounts(database: SqlClient, { share }: RunScope): Promise<void> {
  await share.gather(database, 'place');
  if (!share.isFirst) return;
  for (const [table, learned] of Object.entries(STORE_LEARNED_RULES)) {
    await database.query(`delete from ${table} where true`);
    await database.query(learned);
  }
}
