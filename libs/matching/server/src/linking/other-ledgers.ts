import { hashOfId } from '../loading/load-line-tables.ts';
import { hasRows, runAll, type SqlClient } from './sql-client.ts';
import { openReportedSql } from './infer-invoices.ts';

/** Smallest share of a unit's rows naming an invoice in another's ledger that must be on it with their item or amount. */
const SHARE_MIN = 0.8;

/** SQL: key of an invoice number in a ledger. */
const invoiceIn = (number: string, pair: string): string => `hashtextextended(${number}, ${pair})`;

/** SQL: open rows that name an invoice which is not in their buyer's ledger, by number, item and amount. */
const STRAY = `create temporary table stray on commit drop as
  select o.supplier_id, r.buyer_id, r.ledger_buyer_id, matching.normalise_number(r.invoice_number) as number, o.item, o.ore, count(*)::int as rows
  from open_r o join reported r on r.id = o.id
  where not o.booked_invoice and not o.fee and o.via is null and o.invoice is not null and r.invoice_number is not null and o.id not in (select report from refused)
  group by 1, 2, 3, 4, 5, 6`;

/** SQL: other ledgers with an open invoice of the supplier with that number. */
const CANDIDATES = `create temporary table candidate on commit drop as
  with ledger as (
    select distinct b.supplier_id, b.buyer_id, b.pair from booked b where b.supplier_id in (select supplier_id from stray)
  ), number as (
    select supplier_id, buyer_id, ledger_buyer_id, number, sum(rows)::int as rows, sum(rows * ore)::bigint as ore from stray group by 1, 2, 3, 4
  )
  select n.*, l.buyer_id as host_municipality_id, l.pair as host_pair, ${invoiceIn('n.number', 'l.pair')} as invoice
  from number n join ledger l on l.supplier_id = n.supplier_id and l.buyer_id <> n.ledger_buyer_id
  where n.number is not null and ${invoiceIn('n.number', 'l.pair')} in (select invoice from open_b where invoice is not null)`;

/**
 * SQL: candidates confirmed by the invoice: by items and amounts, or by its sum, counting the rows of all units that
 * name it and those of the ledger's own buyer. A number found in two other ledgers is confirmed in neither.
 */
const BORNE_OUT = `create temporary table moved on commit drop as
  with line as materialized (
    select b.invoice, b.item, b.ore, b.fee from open_b b where not b.rest and b.invoice in (select invoice from candidate)
  ), whole as (
    select invoice, coalesce(sum(ore) filter (where not fee), 0)::bigint as goods, sum(ore)::bigint as ore from line group by invoice
  ), own as (
    select o.invoice, sum(o.ore)::bigint as ore from open_r o where not o.fee and o.invoice in (select invoice from candidate) group by o.invoice
  ), every as (
    select c.invoice, sum(c.ore)::bigint as ore from candidate c group by c.invoice
  ), same as (
    select c.invoice, c.buyer_id, sum(s.rows) as rows, sum(s.rows) filter (where exists (select from line l where l.invoice = c.invoice and l.ore = s.ore)) as amounts
    from candidate c join stray s on s.supplier_id = c.supplier_id and s.buyer_id = c.buyer_id and s.number = c.number
    where exists (select from line l where l.invoice = c.invoice and (l.ore = s.ore or l.item = s.item))
    group by c.invoice, c.buyer_id
  ), borne_out as (
    select c.*, count(*) over (partition by c.supplier_id, c.buyer_id, c.number) as hosts
    from candidate c join whole w on w.invoice = c.invoice
    left join own o on o.invoice = c.invoice
    left join every e on e.invoice = c.invoice
    left join same s on s.invoice = c.invoice and s.buyer_id = c.buyer_id
    where (s.rows >= ${SHARE_MIN} * c.rows and (s.amounts > 0 or s.rows > 1)) or c.ore in (w.goods, w.ore) or e.ore + coalesce(o.ore, 0) in (w.goods, w.ore)
  )
  select supplier_id, buyer_id, number, host_municipality_id, host_pair, invoice from borne_out where hosts = 1`;

const MOVE: readonly string[] = [
  `create temporary table moved_row on commit drop as
    select r.id, m.host_municipality_id, m.host_pair, m.invoice from open_r o join reported r on r.id = o.id
    join moved m on m.supplier_id = r.supplier_id and m.buyer_id = r.buyer_id and m.number = matching.normalise_number(r.invoice_number)
    where not o.booked_invoice and not o.fee and o.via is null`,
  'update reported r set ledger_buyer_id = m.host_municipality_id, pair = m.host_pair, invoice = m.invoice from moved_row m where m.id = r.id',
  'delete from open_r where id in (select id from moved_row)',
  `insert into open_r select * from (${openReportedSql}) o where o.id in (select id from moved_row)`,
  'drop table moved_row',
];

/**
 * Assigns rows to the ledger that has their invoice, when one unit pays for another. The number must be in another
 * unit's ledger and not in the buyer's own, and items, amounts or sums must confirm it.
 * Searches only the ledgers of this session.
 */
export async function assignOtherLedgers(database: SqlClient): Promise<void> {
  await database.query(STRAY);
  if (await hasRows(database, 'stray')) {
    await runAll(database, ['analyze stray', CANDIDATES]);
    if (await hasRows(database, 'candidate'))
      await runAll(database, ['analyze candidate', BORNE_OUT, ...MOVE, 'drop table moved']);
    await database.query('drop table candidate');
  }
  await database.query('drop table stray');
}

/** SQL: the ledger of a row by its buyer, regardless of earlier runs. */
const NATURAL = 'coalesce(b.ledger_buyer_id, k.buyer_id)';
const keptOf = (table: 'standalone_report_line' | 'standalone_spend_line', suppliers: string) =>
  `(select distinct supplier_id from ${suppliers}) s cross join lateral (select x.* from matching.${table} x where x.supplier_id = s.supplier_id offset 0) k`;

/**
 * SQL: what a partial run reads in addition (`touched_elsewhere`): other ledgers with invoices that new rows name, rows
 * of others that name new invoices, and both ledgers of rows that an earlier run assigned to another's.
 */
export const TOUCHED_ELSEWHERE: readonly string[] = [
  `create temporary table touched_elsewhere on commit drop as
    with named as (
      select distinct supplier_id, ledger_buyer_id, invoice, matching.normalise_number(invoice_number) as number from new_r where invoice is not null and invoice_number is not null
    ), open_line as materialized (
      select k.supplier_id, k.buyer_id, k.invoice, k.day from ${keptOf('standalone_spend_line', 'named')} where k.state = 'booked-not-reported' and k.invoice is not null
    ), ledger as (
      select distinct supplier_id, buyer_id, ${hashOfId('buyer_id', hashOfId('supplier_id'))} as pair from open_line
    ), fresh as materialized (
      select n.supplier_id, n.buyer_id, n.invoice from new_b n join changed_b c on c.batch_id = n.batch_id and c.line_no = n.line_no where n.supplier_id is not null and n.invoice is not null group by 1, 2, 3
    ), open_row as materialized (
      select k.supplier_id, k.ledger_buyer_id, matching.normalise_number(k.invoice_number) as number, min(k.day) as from_day, max(k.day) as until_day
      from ${keptOf('standalone_report_line', 'fresh')} where k.state <> 'matched' and k.nature is null and k.invoice_number is not null group by 1, 2, 3
    ), elsewhere as materialized (
      select k.supplier_id, k.ledger_buyer_id, ${NATURAL} as own_id, min(k.day) as from_day, max(k.day) as until_day
      from ${keptOf('standalone_report_line', 'touched')} left join body b on b.buyer_id = k.buyer_id where k.ledger_buyer_id <> ${NATURAL} group by 1, 2, 3
    )
    select l.supplier_id, l.buyer_id as ledger_buyer_id, min(l.day) as from_day, max(l.day) as until_day
    from (select * from named where invoice not in (select invoice from open_line)) n join ledger g on g.supplier_id = n.supplier_id and g.buyer_id <> n.ledger_buyer_id join open_line l on l.invoice = ${invoiceIn('n.number', 'g.pair')} group by 1, 2
    union all
    select r.supplier_id, r.ledger_buyer_id, r.from_day, r.until_day
    from open_row r join (select distinct supplier_id, buyer_id, ${hashOfId('buyer_id', hashOfId('supplier_id'))} as pair from fresh) g on g.supplier_id = r.supplier_id and g.buyer_id <> r.ledger_buyer_id join fresh f on f.invoice = ${invoiceIn('r.number', 'g.pair')}
    union all
    select e.supplier_id, x.ledger_buyer_id, e.from_day, e.until_day
    from elsewhere e join touched t on t.supplier_id = e.supplier_id and t.ledger_buyer_id in (e.ledger_buyer_id, e.own_id) cross join lateral (values (e.ledger_buyer_id), (e.own_id)) as x (ledger_buyer_id)`,
  `create temporary table touched_all on commit drop as
    select supplier_id, ledger_buyer_id, min(from_day) as from_day, max(until_day) as until_day from (select * from touched union all select * from touched_elsewhere) t where ledger_buyer_id is not null group by supplier_id, ledger_buyer_id`,
  'drop table touched',
  'alter table touched_all rename to touched',
];

/** SQL: returns rows that an earlier run assigned to another ledger to their buyer's own, before this run searches. */
export const READ_IN_OWN = `update reported r set ledger_buyer_id = x.ledger_buyer_id, pair = x.pair, invoice = case when r.invoice_number is null then r.invoice else ${invoiceIn('matching.normalise_number(r.invoice_number)', 'x.pair')} end
  from (select k.id, ${NATURAL} as ledger_buyer_id, ${hashOfId(NATURAL, hashOfId('k.supplier_id'))} as pair from reported k left join body b on b.buyer_id = k.buyer_id where k.ledger_buyer_id <> ${NATURAL}) x
  where x.id = r.id`;
