import type { ReportLine } from '@tallgrunn/checks';

/** An accepted line as a row, in the order of `lineColumns`; the agreed item and the lot are still what the file and the agreement call them. */
export type LineRow = readonly (string | number | null)[];

/** Columns of reporting.line that a line itself fills. */
export const lineColumns = [
  'sheet', 'row_no', 'buyer_id', 'line_key', 'kind', 'item_number', 'gtin', 'item_name', 'buyer_text', 'site_text', 'quantity', 'unit', 'unit_price', 'amount', 'currency',
  'delivered_on', 'ordered_on', 'invoiced_on', 'invoice_number', 'invoice_line', 'order_number', 'raw',
] as const;

/** The agreed item's number and the lot's key lead the row; the fields of `lineColumns` follow. */
export function lineRow(line: ReportLine): LineRow {
  return [
    line.agreedItem, line.lot,
    line.sheet, line.row, line.buyer, line.lineKey, line.kind, line.itemNumber, line.gtin, line.itemName, line.buyerText, line.siteText,
    line.quantity, line.unit, line.unitPrice, line.amount, line.currency,
    line.deliveredOn, line.orderedOn, line.invoicedOn, line.invoiceNumber, line.invoiceLine, line.orderNumber, JSON.stringify(line.raw),
  ];
}

export const quarantinedColumns = ['sheet', 'row_no', 'amount', 'raw'] as const;

export function quarantinedRow({ sheet, row, amount, raw }: ReportLine): LineRow {
  return [sheet, row, amount, JSON.stringify(raw)];
}
