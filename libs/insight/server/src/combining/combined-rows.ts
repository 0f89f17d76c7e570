import { CLASSIFICATION_TABLE } from '@tallgrunn/emissions-server';
import { linkShareSql, changedLineTables } from '@tallgrunn/matching-server';
import { excludesVatSql } from '@tallgrunn/reporting-server';
import { rowIdSql } from '../row-id.ts';
import type { Extent } from './read-lines.ts';

/** Columns of insight.combined_line, except the tenant's. */
const COLUMNS = [
  'buyer_id',
  'side',
  'state',
  'part',
  'supplier_id',
  'seller_name',
  'agreement_id',
  'agreement_basis',
  'lot_id',
  'category',
  'purchased_on',
  'month',
  'invoice_number',
  'account_system',
  'account_code',
  'account_class',
  'item_number',
  'item_name',
  'quantity',
  'unit',
  'booked_amount',
  'net_basis',
  'outside_amount',
  'reported_amount',
  'currency',
  'method',
  'kg',
  'quality',
  'supplier_kg_co2e',
  'basis',
  'batch_id',
  'spend_line_no',
  'ledger_file',
  'ledger_sheet',
  'ledger_row',
  'version_id',
  'report_line_no',
  'report_file',
  'report_sheet',
  'report_row',
] as const;
const columns = COLUMNS.join(', ');
const of = (alias: string): string => COLUMNS.map((column) => `${alias}.${column}`).join(', ');

/**
 * SQL: the parts of the booked lines. A part explained by a report has the report's item; the purchases behind the
 * remainder of such a line are unknown. The agreement is the report's, or the only one that the supplier has on that
 * day.
 */
const BOOKED = `
  select b.buyer_id, case when p.part = 0 then 'booked' else 'both' end as side, b.state,
    case when p.several then p.part end as part, b.supplier_id, b.seller_name, coalesce(t.agreement_id, o.agreement_id) as agreement_id,
    case when t.agreement_id is not null then 'reported' when o.agreement_id is not null then 'by-supplier' end as agreement_basis, coalesce(t.lot_id, i.lot_id, h.lot_id, o.lot_id) as lot_id,
    coalesce(w.category, e.category) as category, b.purchased_on, b.month, b.invoice_number, b.account_system, b.account_code, b.account_class,
    case when p.part > 0 then coalesce(t.item_number, b.item_number) when not p.is_rest then b.item_number end as item_number,
    case when p.part > 0 then coalesce(t.item_name, b.item_name, b.text) when p.is_rest then b.text else coalesce(b.item_name, b.text) end as item_name,
    case when p.part > 0 then ${linkShareSql.quantity} when not p.is_rest then b.quantity end as quantity,
    case when p.part > 0 then t.unit when not p.is_rest then b.unit end as unit,
    case when b.net_basis <> 'unknown' then p.amount end::numeric(18, 2) as booked_amount, b.net_basis, case when b.net_basis = 'unknown' then p.amount end::numeric(18, 2) as outside_amount, case when ${excludesVatSql('t')} then l.amount end::numeric(18, 2) as reported_amount, b.currency, coalesce(w.method, e.method) as method,
    case when e.batch_id is null then w.kg when p.is_first then e.kg end::numeric(20, 6) as kg, coalesce(w.quality, e.quality)::smallint as quality,
    round(x.kg * ${linkShareSql.ofReport}, 6)::numeric(20, 6) as supplier_kg_co2e,
    case when t.item_id is not null then 'item' when case when p.part > 0 then t.quantity when not p.is_rest then b.quantity end is not null then 'quantity' when b.account_code is not null then 'account' else 'none' end as basis,
    b.batch_id, b.line_no as spend_line_no, b.file_name as ledger_file, b.sheet as ledger_sheet, b.row_no as ledger_row, p.version_id, p.report_line_no, t.file_name as report_file, t.sheet as report_sheet, t.row_no as report_row
  from booked b
  join share p on p.batch_id = b.batch_id and p.line_no = b.line_no
  left join tied t on t.batch_id = p.batch_id and t.spend_line_no = p.line_no and t.part = p.part
  left join placed l on l.batch_id = p.batch_id and l.spend_line_no = p.line_no and l.version_id = p.version_id and l.report_line_no = p.report_line_no
  left join behind e on e.batch_id = p.batch_id and e.line_no = p.line_no
  left join weighed w on e.batch_id is null and w.batch_id = p.batch_id and w.line_no = p.line_no and w.part = p.part
  left join besides x on x.version_id = p.version_id and x.line_no = p.report_line_no
  left join item_lot i on i.id = t.item_id
  left join holder h on h.supplier_id = b.supplier_id and h.agreement_id = t.agreement_id
  left join holder o on t.agreement_id is null and o.supplier_id = b.supplier_id and o.held_alone @> b.purchased_on`;

/**
 * SQL: the parts of report lines that are not linked to booked lines. An amount incl. VAT is not included in totals,
 * because reports do not state the rate.
 */
const REPORTED = `
  select r.buyer_id, 'reported', r.state, null::int, r.supplier_id, n.name, r.agreement_id, 'reported', coalesce(r.lot_id, i.lot_id, h.lot_id),
    g.category_code, r.purchased_on, r.month, r.invoice_number, null::text, null::text, null::text, r.item_number, r.item_name, r.quantity, r.unit,
    null::numeric(18, 2), null::text, case when not (${excludesVatSql('r')}) then r.rest end::numeric(18, 2), case when ${excludesVatSql('r')} then r.rest end::numeric(18, 2), r.currency, null::text, null::numeric(20, 6), null::smallint, round(x.kg * r.share, 6)::numeric(20, 6),
    case when r.item_id is not null then 'item' when r.quantity is not null then 'quantity' else 'none' end,
    null::uuid, null::int, null::text, null::text, null::int, r.version_id, r.line_no, r.file_name, r.sheet, r.row_no
  from reported r
  left join ${CLASSIFICATION_TABLE} g on g.key = r.key
  left join identity.door_organisation n on n.id = r.supplier_id
  left join besides x on x.version_id = r.version_id and x.line_no = r.line_no
  left join item_lot i on i.id = r.item_id
  left join holder h on h.supplier_id = r.supplier_id and h.agreement_id = r.agreement_id`;

/**
 * SQL: the stored rows of the lines read. A few lines are looked up one by one, so that the planner does not scan the
 * whole table.
 */
const storedRows: Record<Extent, string> = {
  all: 'select c.ctid as place, c.* from insight.combined_line c',
  touched: `select c.* from ${changedLineTables.booked} t cross join lateral (select d.ctid as place, d.* from insight.combined_line d where d.batch_id = t.batch_id and d.spend_line_no = t.line_no offset 0) c
    union all select c.* from ${changedLineTables.reported} t cross join lateral (select d.ctid as place, d.* from insight.combined_line d where d.version_id = t.version_id and d.report_line_no = t.line_no and d.batch_id is null offset 0) c`,
};

/** SQL: for few lines, all columns of the stored rows, which are subtracted from their sums. */
const STORED_COLUMNS: Record<Extent, string> = { all: 'c.place, c.id', touched: 'c.*' };

/**
 * Creates the temporary tables `fresh` (the new rows) and `stood` (the stored rows, with whether they are unchanged).
 * Only differences are written.
 */
export const createRows = (extent: Extent): readonly string[] => [
  `create temporary table fresh on commit drop as select r.*, ${rowIdSql('r')} as id from (${BOOKED} union all ${REPORTED}) r`,
  'analyze fresh',
  `create temporary table stood on commit drop as
  select ${STORED_COLUMNS[extent]}, f.id is not null and (${of('f')}) is not distinct from (${of('c')}) as is_same from (${storedRows[extent]}) c left join fresh f on f.id = c.id`,
  'analyze stood',
];

/**
 * SQL: deletes changed rows and returns their number. Rows are addressed by ctid: with row-level security the planner
 * estimates one row, and might use an index with all rows of a buyer for each key. As an array, because it joined a
 * small `stood` by reading it once for each row of the table. No other session writes the table until the refresh
 * commits.
 */
export const DELETE_CHANGED = `
  with deleted as (delete from insight.combined_line c where c.ctid = any (array(select s.place from stood s where not s.is_same)) returning 1)
  select count(*)::int as rows from deleted`;

/**
 * SQL: inserts new rows and returns their number. Rows of a document are inserted together, which fills the pages of
 * indexes.
 */
export const INSERT_NEW = `
  with inserted as (
    insert into insight.combined_line (${columns})
    select ${of('f')} from fresh f
    where not exists (select 1 from stood s where s.is_same and s.id = f.id)
    order by f.batch_id, f.spend_line_no, f.part, f.version_id, f.report_line_no returning 1
  )
  select count(*)::int as rows from inserted`;

export const DROP_ROWS = 'drop table fresh, stood';
