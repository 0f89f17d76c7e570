import type { ReportLine } from '@tallgrunn/checks';
import { copyField, copyJson } from '@tallgrunn/platform/apart';

/** Columns of reporting.line that the file and the agreement fill; tenant, supplier and version come from the unit the lines are loaded in. */
export const lineColumns = [
  'line_no', 'row_no', 'vat', 'item_id', 'lot_id', 'buyer_id', 'line_key', 'kind',
  'quantity', 'unit_price', 'amount', 'delivered_on', 'ordered_on', 'invoiced_on',
  'sheet', 'item_number', 'gtin', 'item_name', 'buyer_text', 'site_text', 'unit', 'currency', 'invoice_number', 'invoice_line', 'order_number', 'raw',
] as const;

/** What a line of one report is written with besides itself. */
export interface LineBasis {
  /** Number of an agreed item, key of a lot → what the database knows it by. */
  readonly itemIds: ReadonlyMap<string, string>;
  readonly lotIds: ReadonlyMap<string, string>;
  readonly vat: string;
}

/** Of an id of ours: nothing in it needs an escape. */
const own = (value: string | null | undefined): string => value ?? '\\N';

/** The accepted line with this number as a row of `lineColumns`, in COPY's text. A million of them are written in a row: it makes nothing on the way. */
export function lineText(line: ReportLine, no: number, { itemIds, lotIds, vat }: LineBasis): string {
  const itemId = line.agreedItem === null ? null : itemIds.get(line.agreedItem);
  const lotId = line.lot === null ? null : lotIds.get(line.lot);
  return (
    `${no}\t${line.row}\t${vat}\t${own(itemId)}\t${own(lotId)}\t${copyField(line.buyer)}\t${line.lineKey}\t${line.kind}\t` +
    `${copyField(line.quantity)}\t${copyField(line.unitPrice)}\t${copyField(line.amount)}\t${copyField(line.deliveredOn)}\t${copyField(line.orderedOn)}\t${copyField(line.invoicedOn)}\t` +
    `${copyField(line.sheet)}\t${copyField(line.itemNumber)}\t${copyField(line.gtin)}\t${copyField(line.itemName)}\t${copyField(line.buyerText)}\t${copyField(line.siteText)}\t` +
    `${copyField(line.unit)}\t${copyField(line.currency)}\t${copyField(line.invoiceNumber)}\t${copyField(line.invoiceLine)}\t${copyField(line.orderNumber)}\t${copyJson(line.rawJson)}\n`
  );
}

export const quarantinedColumns = ['row_id', 'sheet', 'row_no', 'amount', 'raw'] as const;

export function quarantinedText({ sheet, row, amount, rawJson }: ReportLine, no: number): string {
  return `${no}\t${copyField(sheet)}\t${row}\t${copyField(amount)}\t${copyJson(rawJson)}\n`;
}
