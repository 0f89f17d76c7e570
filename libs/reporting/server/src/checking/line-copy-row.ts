import type { ReportLine } from '@tallgrunn/checks';
import { copyField, copyJson } from '@tallgrunn/platform/subprocess';

/**
 * Columns of reporting.line filled from the file and the agreement. Cooperative, supplier and version come from the
 * settings of the transaction that loads the lines.
 */
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
  'buyer_as_written',
  'site_as_written',
  'unit',
  'currency',
  'invoice_number',
  'invoice_line',
  'order_number',
  'raw',
] as const;

/** The data, besides the line itself, that a line row is written with. */
export interface LineBasis {
  /** Database ids by item number and by lot key. */
  readonly itemIds: ReadonlyMap<string, string>;
  readonly lotIds: ReadonlyMap<string, string>;
  readonly vat: string;
}

/** Formats one of our ids for COPY; an id needs no escaping. */
const ownId = (value: string | null | undefined): string => value ?? '\\N';

/**
 * Formats an accepted line with this number as a row of `lineColumns`, in COPY text. It is called up to a million times
 * per file: one `join` allocates one string, where repeated concatenation allocates one per field.
 */
export function lineText(line: ReportLine, no: number, { itemIds, lotIds, vat }: LineBasis): string {
  const itemId = line.agreedItem === null ? null : itemIds.get(line.agreedItem);
  const lotId = line.lot === null ? null : lotIds.get(line.lot);
  const fields = [
    no,
    line.row,
    vat,
    ownId(itemId),
    ownId(lotId),
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
