import {
  parseDecimal,
  isPlausibleDay,
  itemListOf,
  type AllowanceCharge,
  type FormatFinding,
  type InvoiceDocument,
  type InvoiceLine,
  type InvoiceParty,
} from '@tallgrunn/formats';
import type { CopyValue } from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';
import { compare, divide, LineKeyCounter, negate, normalise, sum } from '@tallgrunn/values';
import { invoiceKey } from './batch.ts';

export const invoiceColumns = [
  'batch_id',
  'document_no',
  'name',
  'buyer_id',
  'buyer_org_number',
  'buyer_name',
  'seller_org_number',
  'seller_key',
  'seller_name',
  'type',
  'number',
  'invoice_key',
  'currency',
  'issued_on',
  'due_on',
  'delivered_on',
  'period_start',
  'period_end',
  'contract_reference',
  'order_reference',
  'line_sum',
  'net_amount',
  'gross_amount',
  'line_count',
  'findings',
  'detail',
] as const;

export const invoiceLineColumns = [
  'batch_id',
  'line_no',
  'document_no',
  'line_key',
  'buyer_id',
  'kind',
  'position',
  'line_id',
  'item_number',
  'gtin',
  'item_name',
  'cpv',
  'unspsc',
  'quantity',
  'unit',
  'unit_price',
  'amount',
  'currency',
  'vat_category',
  'vat_rate',
  'accounting_cost',
  'order_line',
  'delivered_on',
  'kg_co2e_per_unit',
  'detail',
] as const;

export interface InvoicePlace {
  readonly batchId: string;
  readonly invoiceNo: number;
  /** Entry of the archive; empty for a single file. */
  readonly name: string;
  readonly buyerId: string | null;
}

const TEXT_MAX = 2_000;
const day = (text: string | null): string | null => (text !== null && isPlausibleDay(text) ? text : null);
const truncate = (text: string | null): string | null => text?.slice(0, TEXT_MAX) ?? null;

/** Returns an amount with its sign: credit notes reduce purchases. */
const withSign = (document: InvoiceDocument, text: string | null): string | null => {
  const value = parseDecimal(text);
  return value === null || document.type === 'invoice' ? value : negate(value);
};

/** Returns the row of a document: columns for values that are summed or searched, JSON for the rest. */
export function invoiceRow(
  document: InvoiceDocument,
  findings: readonly FormatFinding[],
  place: InvoicePlace,
): CopyValue[] {
  const { seller, buyer, period, deliveries, lines, ...detail } = document;
  return [
    place.batchId,
    place.invoiceNo,
    place.name,
    place.buyerId,
    buyer.orgNumber,
    truncate(buyer.name),
    seller.orgNumber,
    sellerKey(seller),
    truncate(seller.name),
    document.type,
    truncate(document.id),
    invoiceKey(document.id),
    document.currency,
    day(document.issuedOn),
    day(document.dueOn),
    day(deliveries[0]?.deliveredOn ?? null),
    day(period?.start ?? null),
    day(period?.end ?? null),
    truncate(document.contractReference),
    truncate(document.orderReference),
    withSign(document, document.totals.lineExtensionAmount),
    netAmount(document),
    withSign(document, document.totals.taxInclusiveAmount),
    lines.length,
    jsonbText(findings),
    jsonbText({ seller, buyer, period, deliveries, ...detail }),
  ];
}

/** Returns a key of the seller: its Norwegian organisation number, otherwise another identifier, otherwise its name. */
export function sellerKey(seller: InvoiceParty): string {
  if (seller.orgNumber) return seller.orgNumber;
  const other = seller.legalId ?? seller.endpoint ?? seller.identifiers[0];
  if (other) return `${other.scheme ?? ''}:${other.id}`.slice(0, 200);
  return `name:${(seller.name ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')}`.slice(0, 200);
}

/** Returns the amount excl. VAT: as stated, otherwise the lines plus charges and minus allowances of the document. */
function netAmount(document: InvoiceDocument): string | null {
  const stated = withSign(document, document.totals.taxExclusiveAmount);
  if (stated !== null && document.customization?.includes('en16931')) return stated;
  const parts = detailLines(document).map((part) => part.amount);
  return parts.includes(null) ? stated : sum(parts as string[]);
}

interface DetailLine {
  readonly kind: 'line' | 'charge' | 'allowance';
  readonly position: number;
  readonly amount: string | null;
  readonly line: InvoiceLine | null;
  readonly name: string | null;
}

/** Returns the parts of an invoice's amount: its lines, then the charges and allowances of the document. */
function detailLines(document: InvoiceDocument): DetailLine[] {
  const onDocument = (kind: 'charge' | 'allowance', list: readonly AllowanceCharge[]): DetailLine[] =>
    list.map(({ amount, reason, reasonCode }, at) => {
      const value = withSign(document, amount);
      return {
        kind,
        position: at + 1,
        amount: kind === 'allowance' && value !== null ? negate(value) : value,
        line: null,
        name: reason ?? reasonCode,
      };
    });
  const lines = document.lines.map((line, at): DetailLine => ({
    kind: 'line',
    position: at + 1,
    amount: withSign(document, line.netAmount),
    line,
    name: line.item.name,
  }));
  return [...lines, ...onDocument('charge', document.charges), ...onDocument('allowance', document.allowances)];
}

/** Returns one row per line, charge and allowance. @param nextLineNo numbers the lines across the batch */
export function invoiceLineRows(
  document: InvoiceDocument,
  place: InvoicePlace,
  keys: LineKeyCounter,
  nextLineNo: () => number,
): CopyValue[][] {
  return detailLines(document).map((part) => {
    const { line, kind, position, amount, name } = part;
    const item = line?.item;
    const lineKey = keys.next({
      item: item?.sellerNumber ?? item?.gtin ?? name ?? kind,
      buyer: document.buyer.orgNumber ?? document.buyer.name ?? '',
      date: document.issuedOn ?? '',
      invoiceNumber: `${sellerKey(document.seller)}/${document.id ?? ''}`,
      invoiceLine: `${kind}/${line?.id ?? position}`,
      sign: document.type === 'invoice' ? 1 : -1,
    });
    const tax = line?.vat ?? { category: null, rate: null };
    return [
      place.batchId,
      nextLineNo(),
      place.invoiceNo,
      lineKey,
      place.buyerId,
      kind,
      position,
      truncate(line?.id ?? null),
      truncate(item?.sellerNumber ?? null),
      item?.gtinValid ? item.gtin : null,
      truncate(name),
      codeIn(line, 'CPV'),
      codeIn(line, 'UNSPSC'),
      withSign(document, line?.quantity ?? null),
      line?.unit ?? null,
      unitPrice(line),
      amount,
      line?.currency ?? document.currency,
      tax.category,
      parseDecimal(tax.rate),
      truncate(line?.accountingCost ?? document.accountingCost),
      line?.orderLine ?? null,
      deliveredOn(line),
      line?.co2e?.perUnit ?? null,
      jsonbText(line ?? {}),
    ];
  });
}

function codeIn(line: InvoiceLine | null, list: 'CPV' | 'UNSPSC'): string | null {
  return line?.item.classifications.find((entry) => itemListOf(entry.list) === list)?.code ?? null;
}

/** Returns the delivery day. A period of a single day counts as the delivery day. */
function deliveredOn(line: InvoiceLine | null): string | null {
  const { start, end } = line?.period ?? { start: null, end: null };
  return day(line?.deliveredOn ?? null) ?? (start === end ? day(start) : null);
}

const PRICE_DECIMALS = 8;

/**
 * Returns the price of one unit, for a price that covers several. Null when the price's unit differs from the line's.
 */
function unitPrice(line: InvoiceLine | null): string | null {
  const { amount, baseQuantity, baseUnit } = line?.price ?? { amount: null, baseQuantity: null, baseUnit: null };
  const [price, base] = [parseDecimal(amount), parseDecimal(baseQuantity)];
  if (baseUnit !== null && line?.unit && baseUnit !== line.unit) return null;
  if (price === null || base === null) return price;
  return compare(base, '0') === 0 ? null : normalise(divide(price, base, PRICE_DECIMALS));
}
