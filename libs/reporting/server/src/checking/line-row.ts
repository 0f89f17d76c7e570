import type { ReportLine } from '@tallgrunn/checks';
import { copyField, copyJson } from '@tallgrunn/platform/apart';

/** Columns of reporting.line that the file and the agreement fill; tenant, supplier and version come from the unit the lines are loaded in. */
export const lineColumns = [
  'line_no',
  'row_no',
  'vat',
  'item_id',
  'lot_id',
  'buyer_id',
  'line_key',
  'kind',
  'quantity',
  'unit_price',
  'amount',
  'delivered_on',
  'ordered_on',
  'invoiced_on',
  'sheet',
  'item_number',
  'gtin',
  'item_name',
  'buyer_text',
  'site_text',
  'unit',
  'currency',
  'invoice_number',
  'invoice_line',
  'order_number',
  'raw',
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

/** The accepted line with this number as a row of `lineColumns`, in COPY's text. A million of them are written in a row: joining makes one text, where adding one to the other makes one for each. */
export function lineText(line: ReportLine, no: number, { itemIds, lotIds, vat }: LineBasis): string {
  const itemId = line.agreedItem === null ? null : itemIds.get(line.agreedItem);
  const lotId = line.lot === null ? null : lotIds.get(line.lot);
  const fields = [
    no,
    line.row,
    vat,
    own(itemId),
    own(lotId),
    copyField(line.buyer),
    line.lineKey,
    line.kind,
    copyField(line.quantity),
    copyField(line.unitPrice),
    copyField(line.amount),
    copyField(line.deliveredOn),
    copyField(line.orderedOn),
    copyField(line.invoicedOn),
    copyField(line.sheet),
    copyField(line.itemNumber),
    copyField(line.gtin),
    copyField(line.itemName),
    copyField(line.buyerText),
    copyField(line.siteText),
    copyField(line.unit),
    copyField(line.currency),
    copyField(line.invoiceNumber),
    copyField(line.invoiceLine),
    copyField(line.orderNumber),
    `${copyJson(line.rawJson)}\n`,
  ];
  return fields.join('\t');
}

export const quarantinedColumns = ['row_id', 'sheet', 'row_no', 'amount', 'raw'] as const;

export function quarantinedText({ sheet, row, amount, rawJson }: ReportLine, no: number): string {
  return `${no}\t${copyField(sheet)}\t${row}\t${copyField(amount)}\t${copyJson(rawJson)}\n`;
}
