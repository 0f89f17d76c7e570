import { isNewestAnswer } from './newest-answers.ts';

export type Side = 'reported' | 'booked';

/** SQL: the amount of a line that is compared with the other side. */
export const comparedAmount: Record<Side, string> = { reported: 'r.amount', booked: 'r.compared_amount' };

const shared = (
  side: Side,
): string => `s.name as supplier, b.name as buyer, r.invoice_number as "invoiceNumber", r.item_number as "itemNumber",
  r.quantity::text as quantity, r.unit, ${comparedAmount[side]}::text as amount, r.file_name as "fileName", r.sheet, r.row_no as "rowNo", r.cause, r.also`;

/** SQL columns of a line `r` of either side for review; `b` is the buyer, `s` the supplier. */
export const reviewColumns: Record<Side, string> = {
  reported: `r.version_id || ':' || r.line_no as key, r.version_id as "documentId", r.line_no as "lineNo", r.told_on as date, r.item_name as "itemName", ${shared('reported')}`,
  booked: `r.batch_id || ':' || r.line_no as key, r.batch_id as "documentId", r.line_no as "lineNo", r.purchased_on as date, coalesce(r.item_name, r.text) as "itemName", ${shared('booked')}`,
};

/** SQL: the view of the lines with their states. */
export const reviewSource: Record<Side, string> = {
  reported: 'matching.door_report_state r',
  booked: 'matching.door_spend_state r',
};

/** CTE: suppliers' newest response to each booked line. A revoked response has kind null. */
export const SUPPLIER_RESPONSES = `said as materialized (
  select distinct on (s.supplier_id, s.line_key) s.* from matching.supplier_response s order by s.supplier_id, s.line_key, s.id desc
)`;

/** SQL: a supplier response `q` as JSON for review; null without one. */
export const supplierResponseJson = `case when q.kind is not null then jsonb_build_object('id', q.id, 'kind', q.kind, 'reason', q.reason, 'saidAt', q.said_at,
  'saidBy', (select p.name from identity.door_person p where p.cooperative_id = q.cooperative_id and p.id = q.said_by),
  'accepted', exists (select 1 from matching.line_resolution a where a.cooperative_id = q.cooperative_id and a.statement_id = q.id and ${isNewestAnswer('a')})) end`;

/** SQL join of the supplier response to a line `r`. Only booked lines can have one. */
export const supplierResponseJoin: Record<Side, string> = {
  reported: 'left join said q on false',
  booked: 'left join said q on q.supplier_id = r.supplier_id and q.line_key = r.line_key and q.kind is not null',
};
