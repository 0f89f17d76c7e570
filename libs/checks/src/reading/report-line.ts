import type { LineKeyCounter } from '@tallgrunn/values';
import type { Line, ReportLine } from '../line.ts';
import { valueOf } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import type { FieldRole } from '../terms.ts';

// Reused for each line. One join creates one text; repeated concatenation creates one per step.
const parts: string[] = [];

/**
 * Returns the original values as JSON text. A report has few different cells and many lines, so the JSON of each cell
 * is cached.
 */
function rawJson(line: Line): string {
  let count = 0;
  for (const { index, nameJson } of line.sheet.table.fields) {
    const reading = line.readings[index];
    if (reading) parts[count++] = reading.json ??= nameJson + JSON.stringify(reading.was ?? reading.raw);
  }
  if (count === 0) return '{}';
  parts.length = count;
  parts[0] = `{${parts[0]!}`;
  parts[count - 1] += '}';
  return parts.join(',');
}

function calculatedAmount(line: Line): string | null {
  return Number.isNaN(line.amount) ? null : line.amount.toFixed(2);
}

function signOf(line: Line): -1 | 0 | 1 {
  const value = Number.isNaN(line.quantity) ? line.amount : line.quantity;
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

/** Returns the fields that identify a line across versions: see LineKeyParts in values. */
export function keyParts(
  line: Line,
  plan: Plan,
): { item: string; buyer: string; date: string; invoiceNumber: string; invoiceLine: string; sign: -1 | 0 | 1 } {
  return {
    item: line.itemNumber || line.gtin || line.itemName,
    buyer: line.buyer >= 0 ? plan.buyers.key(line.buyer) : line.buyerText,
    date: line.date,
    invoiceNumber: valueOf(line, 'invoiceNumber'),
    invoiceLine: valueOf(line, 'invoiceLine'),
    sign: signOf(line),
  };
}

/** Returns the line as output. `accepted` is false when a finding blocks the row. */
export function reportLine(line: Line, plan: Plan, keys: LineKeyCounter): ReportLine {
  const text = (role: FieldRole): string | null => valueOf(line, role) || null;
  return {
    row: line.row,
    sheet: line.sheet.name,
    accepted: !line.blocked,
    lot: text('lot'),
    itemNumber: line.itemNumber || null,
    gtin: line.gtin || null,
    itemName: line.itemName || null,
    agreedItem: line.item >= 0 ? plan.items.number(line.item) : null,
    buyer: line.buyer >= 0 ? plan.buyers.key(line.buyer) : null,
    buyerText: line.buyerText || null,
    siteText: text('site'),
    quantity: text('quantity'),
    unit: line.unit ?? (line.unitText || null),
    unitPrice: text('unitPrice'),
    amount: text('amount') ?? calculatedAmount(line),
    currency: line.currency || plan.terms.currency,
    deliveredOn: text('deliveredOn') ?? text('period'),
    orderedOn: text('orderedOn'),
    invoicedOn: text('invoicedOn'),
    invoiceNumber: text('invoiceNumber'),
    invoiceLine: text('invoiceLine'),
    orderNumber: text('orderNumber'),
    kind: line.kind,
    lineKey: keys.next(keyParts(line, plan)),
    rawJson: rawJson(line),
  };
}
