export type Side = 'reported' | 'booked';

const shared = `s.name as supplier, b.name as buyer, r.invoice_number as "invoiceNumber", r.item_number as "itemNumber",
  r.quantity::text as quantity, r.unit, r.amount::text as amount, r.file_name as "fileName", r.sheet, r.row_no as "rowNo", r.cause, r.also`;

/** A line of either side `r` as a reviewer sees it; `b` is the buyer, `s` the supplier. */
export const reviewColumns: Record<Side, string> = {
  reported: `r.version_id || ':' || r.line_no as key, r.version_id as "documentId", r.line_no as "lineNo", coalesce(r.delivered_on, r.invoiced_on, r.ordered_on) as date, r.item_name as "itemName", ${shared}`,
  booked: `r.batch_id || ':' || r.line_no as key, r.batch_id as "documentId", r.line_no as "lineNo", r.spent_on as date, coalesce(r.item_name, r.text) as "itemName", ${shared}`,
};

/** Its lines, each with its state. */
export const reviewSource: Record<Side, string> = { reported: 'matching.door_report_state r', booked: 'matching.door_spend_state r' };
