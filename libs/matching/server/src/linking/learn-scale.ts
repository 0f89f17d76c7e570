import { DISABLED_RULES } from '../rules/set-aside.ts';
import type { RunScope } from '../partitioning/partition.ts';
import type { SqlClient } from './sql-client.ts';

/**
 * Minimum number of items or invoices of a supplier with the same ratio, to the øre. They must also be half of all that
 * differ.
 */
const CONFIRMATIONS_MIN = 3;
/** Range of ratios explained by VAT, a bonus or a rebate; others have another reason. */
const RATIO_MIN = 0.7;
const RATIO_MAX = 1.4;
/** Smallest amount in øre for which a ratio is reliable. */
const RELIABLE_AMOUNT_ORE = 10_000;

/**
 * VAT rates. Sums of whole invoices with this ratio may differ by up to one krone, because either side rounds, and some
 * invoices are rounded to kroner.
 */
const VAT_MULTIPLIERS = '1.25, 1.15, 1.12';
const VAT_TOLERANCE_ORE = 100;

/**
 * SQL: open reported and booked sums of an item in a month (span 1) or quarter (span 3). Also the rows of an invoice with
 * its booked sum. An invoice with one row has span 0 (without fees) or -1 (with fees); with several rows, -2 or
 * -3.
 */
const CREATE_OBSERVED_RATIOS = `create temporary table seen_scale on commit drop as
  with r as (
    select o.supplier_id, o.pair, o.item, x.span, x.at, sum(o.ore)::bigint as ore from open_r o cross join lateral (values (1, matching.month_index(o.day)), (3, matching.month_index(o.day) / 3)) as x (span, at)
    where o.item is not null and not o.booked_invoice and not o.fee and o.day is not null group by 1, 2, 3, 4, 5
  ), b as (
    select o.pair, o.item, x.span, x.at, sum(o.ore)::bigint as ore from open_b o cross join lateral (values (1, matching.month_index(o.day)), (3, matching.month_index(o.day) / 3)) as x (span, at)
    where o.item is not null and not o.fee and o.day is not null and o.pair in (select pair from r) group by 1, 2, 3, 4
  ), whole as (
    select b.invoice, sum(b.ore)::bigint as with_fees, coalesce(sum(b.ore) filter (where not b.fee), 0)::bigint as goods from open_b b where b.invoice is not null and not b.rest group by b.invoice
  ), of_invoice as (
    select o.invoice, o.supplier_id, sum(o.ore)::bigint as ore, count(*)::int as rows from open_r o where o.booked_invoice and not o.fee group by o.invoice, o.supplier_id
  )
  select a.supplier_id, x.span, a.ore as reported, x.ore as booked, a.rows
  from of_invoice a join whole w on w.invoice = a.invoice cross join lateral (values (case when a.rows = 1 then 0 else -2 end, w.goods), (case when a.rows = 1 then -1 else -3 end, w.with_fees)) as x (span, ore)
  where abs(x.ore) >= ${RELIABLE_AMOUNT_ORE} and abs(a.ore - x.ore) > greatest(1, a.rows / 2)
  union all
  select r.supplier_id, r.span, r.ore as reported, b.ore as booked, 1 as rows
  from r join b using (pair, item, span, at) where abs(b.ore) >= ${RELIABLE_AMOUNT_ORE} and abs(r.ore - b.ore) > 1`;

const CREATE_AMOUNT_SCALES =
  'create temporary table scale_of (supplier_id uuid not null, scale numeric not null, seen int not null) on commit drop';
const LOAD_AMOUNT_SCALES =
  'insert into scale_of select k.supplier_id, k.scale, k.seen from matching.amount_scale k where k.supplier_id in (select distinct supplier_id from open_r)';
/**
 * Largest denominator of a ratio that is no discount: three of four equal purchases also give a ratio of 0.75. Such
 * ratios are ignored.
 */
const SMALL_DENOMINATOR_MAX = 8;
/**
 * SQL: learns the ratio of reported to booked amounts, if it is constant per supplier. Either it has at most three
 * decimals, as with VAT, or its inverse has, as with a later discount.
 */
const LEARN_AMOUNT_SCALES = `insert into scale_of
  with near as (
    select supplier_id, span, reported, booked, greatest(1, rows / 2) as room, count(*) over (partition by supplier_id, span) as all_seen from seen_scale where reported <> 0 and reported::numeric / booked between ${RATIO_MIN} and ${RATIO_MAX}
  ), each as (
    select n.supplier_id, n.span, n.all_seen, x.scale from near n cross join lateral (
      select round(n.reported::numeric / n.booked, 3) as scale where abs(n.reported - round(n.booked * round(n.reported::numeric / n.booked, 3))) <= n.room
      union select round(1 / p.part, 12) from (select round(n.booked::numeric / n.reported, 3) as part) p
      where abs(n.booked - round(n.reported * p.part)) <= n.room and not exists (select 1 from generate_series(2, ${SMALL_DENOMINATOR_MAX}) as t where p.part * t = round(p.part * t))
      union select rate from unnest(array[${VAT_MULTIPLIERS}]) as rate where n.span < -1 and abs(n.reported - n.booked * rate) <= ${VAT_TOLERANCE_ORE}
    ) x
  )
  select distinct on (supplier_id) supplier_id, trim_scale(scale), count(*) as seen from each where supplier_id not in (select supplier_id from scale_of)
  group by supplier_id, span, scale having count(*) >= ${CONFIRMATIONS_MIN} and count(*) >= 0.5 * min(all_seen) order by supplier_id, seen desc, scale(trim_scale(scale)), scale`;
/** SQL: removes rules that a user has turned off, whatever the ratio. */
const REMOVE_DISABLED_SCALES = `delete from scale_of s using (${DISABLED_RULES}) d where d.supplier_id = s.supplier_id and d.kind = 'amount-scale'`;
const STORE_AMOUNT_SCALES =
  'insert into matching.amount_scale (supplier_id, scale, seen) select supplier_id, scale, seen from scale_of on conflict (cooperative_id, supplier_id) do nothing';

const APPLY_AMOUNT_SCALES =
  'update open_r o set ore = round(o.ore / s.scale) from scale_of s where s.supplier_id = o.supplier_id and not o.fee';

/**
 * Learns which suppliers report with VAT or minus a bonus. The reported amounts differ from the booked ones by the same
 * ratio, item by item or invoice by invoice, to the øre. Converts their open rows to booked amounts.
 */
export async function learnAmountScales(database: SqlClient, { whole, share }: RunScope): Promise<void> {
  for (const sql of [CREATE_OBSERVED_RATIOS, CREATE_AMOUNT_SCALES]) await database.query(sql);
  await share.gather(database, 'seen_scale');
  if (!whole) await database.query(LOAD_AMOUNT_SCALES);
  await database.query(LEARN_AMOUNT_SCALES);
  await database.query(REMOVE_DISABLED_SCALES);
  if (!whole) await database.query(STORE_AMOUNT_SCALES);
  await database.query(APPLY_AMOUNT_SCALES);
}
