import { CLASSIFICATION_TABLE, reportedItemKeySql, classifyReportedItems } from '@tallgrunn/emissions-server';
import { allocatedReportSql, remainderSql, linkShareSql, linksOfBookedSql } from '@tallgrunn/matching-server';
import { countedMonth } from '@tallgrunn/spend-server';

/**
 * Lines to read: all lines of the cooperative, or those in the temporary tables `touched_b` (batch_id, line_no) and
 * `touched_r` (version_id, line_no).
 */
export type Extent = 'all' | 'touched';

/** SQL: looks the lines up one by one; in a join with a union such as the spend lines, PostgreSQL reads them all. */
const bookedIn: Record<Extent, string> = {
  all: 'matching.door_spend_state l',
  touched:
    '(select o.* from touched_b t cross join lateral (select * from matching.door_spend_state d where d.batch_id = t.batch_id and d.line_no = t.line_no offset 0) o) l',
};
const reportedIn: Record<Extent, string> = {
  all: 'matching.door_report_state r',
  touched:
    '(select o.* from touched_r t cross join lateral (select * from matching.door_report_state d where d.version_id = t.version_id and d.line_no = t.line_no offset 0) o) r',
};
const calculatedIn: Record<Extent, string> = {
  all: 'emissions.door_result_part w',
  touched:
    'touched_b t cross join lateral (select * from emissions.door_result_part d where d.batch_id = t.batch_id and d.line_no = t.line_no offset 0) w',
};
const supplierResultsIn: Record<Extent, string> = {
  all: 'emissions.door_supplier_footprint_result b',
  touched:
    'touched_r t cross join lateral (select * from emissions.door_supplier_footprint_result d where d.version_id = t.version_id and d.line_no = t.line_no offset 0) b',
};

/** SQL: the booked lines with their match state. The amount and month of a booked line are read only here. */
const createBooked = (extent: Extent): string => `
  create temporary table booked on commit drop as
  select l.batch_id, l.line_no, l.buyer_id, l.supplier_id, l.seller_name, l.state, l.compared_amount as amount, l.net_basis, coalesce(l.currency, 'XXX') as currency, l.purchased_on, ${countedMonth('l')} as month,
    l.invoice_number, l.account_system, l.account_code, l.account_class, l.item_number, l.item_name, l.text, l.quantity, l.unit, l.file_name, l.sheet, l.row_no
  from ${bookedIn[extent]}
  where l.buyer_id is not null`;

const createLinked = (extent: Extent): string => `
  create temporary table tied on commit drop as ${linksOfBookedSql(
    {
      agreement_id: 'r.agreement_id',
      lot_id: 'r.lot_id',
      item_id: 'r.item_id',
      item_number: 'r.item_number',
      item_name: 'r.item_name',
      unit: 'r.unit',
      quantity: 'r.quantity',
      vat: 'r.vat',
      file_name: 'r.file_name',
      sheet: 'r.sheet',
      row_no: 'r.row_no',
      is_counted: 'r.currency = b.currency',
    },
    { isLookedUp: extent === 'touched' },
  )}`;

/**
 * SQL: the booked lines split into the same parts as in emissions. `is_first`: the first part of its line; `several`:
 * the line has more than one part.
 */
const CREATE_PARTS = `
  create temporary table share on commit drop as
  select s.*, row_number() over (partition by s.batch_id, s.line_no order by s.part) = 1 as is_first, count(*) over (partition by s.batch_id, s.line_no) > 1 as several
  from (
    select b.batch_id, b.line_no, 0 as part, ${remainderSql.amount} as amount, null::uuid as version_id, null::int as report_line_no, t.part is not null as is_rest
    from booked b left join tied t on t.batch_id = b.batch_id and t.spend_line_no = b.line_no and t.part = 1
    where ${remainderSql.isLeft}
    union all
    select b.batch_id, b.line_no, t.part, ${linkShareSql.amount}, t.version_id, t.report_line_no, false
    from tied t join booked b on b.batch_id = t.batch_id and b.line_no = t.spend_line_no
  ) s`;

const createCalculated = (extent: Extent): string => `
  create temporary table weighed on commit drop as
  select w.batch_id, w.line_no, w.part, w.version_id, w.report_line_no, coalesce(w.amount, w.outside_amount) as amount, w.category, w.method, w.kg, w.quality
  from ${calculatedIn[extent]}`;

/**
 * SQL: lines with other parts than in the latest emission run, which has not caught up. Their emissions are known for
 * the whole line only.
 */
const CREATE_OUTDATED = `
  create temporary table behind on commit drop as
  select w.batch_id, w.line_no, case when min(w.method) = max(w.method) then min(w.method) else 'several' end as method, (array_agg(w.category order by abs(w.amount) desc, w.part))[1] as category,
    sum(w.kg) as kg, round(sum(abs(w.amount) * w.quality) / nullif(sum(abs(w.amount)) filter (where w.quality is not null), 0))::smallint as quality
  from weighed w
  where (w.batch_id, w.line_no) in (
    select coalesce(s.batch_id, k.batch_id), coalesce(s.line_no, k.line_no)
    from share s full join weighed k on k.batch_id = s.batch_id and k.line_no = s.line_no and k.part = s.part
    where s.part is null or k.part is null or s.amount <> k.amount or s.version_id is distinct from k.version_id or s.report_line_no is distinct from k.report_line_no
  )
  group by w.batch_id, w.line_no`;

const CREATE_LINKED_AMOUNTS = `create temporary table placed on commit drop as ${allocatedReportSql('tied')}`;

/**
 * SQL: materialises the lines before they are joined with the placed amounts, which would otherwise be summed for each
 * line.
 */
const MATERIALISE_LINES = ` with line as materialized (select r.* from ${reportedIn.touched})`;

/**
 * SQL: report lines with an amount that is not linked to booked lines; `rest` is that amount. Without links it is the
 * whole amount.
 */
const createReported = (extent: Extent): string => `
  create temporary table reported on commit drop as${extent === 'touched' ? MATERIALISE_LINES : ''}
  select r.version_id, r.line_no, r.supplier_id, r.buyer_id, r.agreement_id, r.lot_id, r.item_id, r.item_number, r.item_name, r.unit, r.state, r.invoice_number, r.currency, r.vat,
    r.amount - coalesce(p.amount, 0) as rest, case when p.amount is null then r.quantity else r.quantity * (r.amount - p.amount) / nullif(r.amount, 0) end as quantity,
    case when p.amount is null then 1 else abs((r.amount - p.amount) / nullif(r.amount, 0)) end as share,
    r.told_on as purchased_on, to_char(r.counts_on, 'YYYY-MM') as month, r.file_name, r.sheet, r.row_no, ${reportedItemKeySql('r')} as key
  from ${extent === 'touched' ? 'line r' : reportedIn.all}
  left join (select version_id, report_line_no, sum(amount) as amount from placed group by version_id, report_line_no) p on p.version_id = r.version_id and p.report_line_no = r.line_no
  where r.buyer_id is not null and (p.version_id is null or p.amount <> r.amount)`;

const createSupplierResults = (extent: Extent): string => `
  create temporary table besides on commit drop as select b.version_id, b.line_no, b.kg from ${supplierResultsIn[extent]}`;

/**
 * SQL: the suppliers of agreements, with the lot if there is only one; `held_alone`: days on which the supplier has no
 * other agreement. Also the lots of items. A report line without a lot has the lot of its item, or the supplier's only
 * one.
 */
const CREATE_AGREEMENTS: readonly string[] = [
  `create temporary table holder on commit drop as
  select s.supplier_id, s.agreement_id, s.lot_id, datemultirange(daterange(a.starts_on, a.ends_on, '[]')) - coalesce((
      select range_agg(daterange(o.starts_on, o.ends_on, '[]')) from agreements.door_agreement_supplier other join agreements.door_agreement o on o.id = other.agreement_id
      where other.supplier_id = s.supplier_id and other.agreement_id <> s.agreement_id), '{}') as held_alone
  from (
    select supplier_id, agreement_id, case when count(distinct lot_id) = 1 and bool_and(lot_id is not null) then (array_agg(lot_id))[1] end as lot_id
    from agreements.door_agreement_supplier group by supplier_id, agreement_id
  ) s
  join agreements.door_agreement a on a.id = s.agreement_id`,
  `create temporary table item_lot on commit drop as
  select i.id, i.lot_id from (select item_id from tied union select item_id from reported) n join agreements.door_item i on i.id = n.item_id where i.lot_id is not null`,
];

/** Creates the temporary tables from which the combined rows are built. */
export const loadLines = (extent: Extent): readonly string[] => [
  createBooked(extent),
  'analyze booked',
  createLinked(extent),
  'analyze tied',
  CREATE_PARTS,
  CREATE_LINKED_AMOUNTS,
  createCalculated(extent),
  'analyze share, placed, weighed',
  CREATE_OUTDATED,
  createReported(extent),
  'analyze behind, reported',
  ...classifyReportedItems('reported'),
  createSupplierResults(extent),
  ...CREATE_AGREEMENTS,
  'analyze besides, holder, item_lot',
];

export const DROP_LINES = `drop table booked, tied, share, weighed, behind, placed, reported, part, ${CLASSIFICATION_TABLE}, besides, holder, item_lot`;
