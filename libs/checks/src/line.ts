import type { Reading } from './cells/notes.ts';
import type { BuyerMatch } from './plan/buyer-match.ts';
import type { ItemMatch } from './plan/item-index.ts';
import type { AgreedPrice } from './plan/price-index.ts';
import type { SheetFacts } from './facts.ts';
import type { FieldRole } from './terms.ts';

export type LineKind = 'goods' | 'fee' | 'deposit' | 'credit';

/** One reported line while it is checked. Unread numbers are NaN, texts '' and indexes -1. */
export interface Line {
  readonly sheet: SheetFacts;
  readonly row: number;
  /** by index of the field in the sheet's table */
  readonly readings: readonly (Reading | null)[];
  readonly itemNumber: string;
  readonly gtin: string;
  readonly itemName: string;
  readonly item: number;
  readonly itemHow: ItemMatch['how'] | null;
  /** name or price of the line also match the agreed item: no question is needed */
  readonly itemProven: boolean;
  readonly buyer: number;
  readonly buyerHow: BuyerMatch['how'] | null;
  /** the full match, including since when and by whom a buyer was replaced */
  readonly buyerFound: BuyerMatch | null;
  readonly buyerText: string;
  readonly buyerRole: FieldRole;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly amount: number;
  readonly unit: string | null;
  readonly unitText: string;
  /** the unit is unknown here; the price equals that of the agreed unit */
  readonly unitByPrice: boolean;
  readonly currency: string;
  /** the date that the terms use, otherwise the first available one; '' when there is none */
  readonly date: string;
  readonly dateRole: FieldRole;
  readonly kind: LineKind;
  /** true when a finding blocks this row */
  blocked: boolean;
  /** cache of the agreed price per unit and the line it is for, since several checks use it */
  asked: { readonly line: Line; readonly agreed: AgreedUnitPrice | null } | null;
}

/** An agreed price, and the same price per unit of a line. */
export interface AgreedUnitPrice {
  readonly agreed: AgreedPrice;
  readonly perUnit: number;
}

export function readingOf(line: Line, role: FieldRole): Reading | null {
  const field = line.sheet.table.role[role];
  return field === undefined ? null : (line.readings[field] ?? null);
}

/** Returns the value of a field as text; '' when the column is missing or the cell is empty. */
export function valueOf(line: Line, role: FieldRole): string {
  return readingOf(line, role)?.value ?? '';
}

/** A line of the report as output: decimals and dates as text, and each field as originally written. */
export interface ReportLine {
  readonly row: number;
  readonly sheet: string;
  /** false: a finding blocks it */
  readonly accepted: boolean;
  readonly lot: string | null;
  readonly itemNumber: string | null;
  readonly gtin: string | null;
  readonly itemName: string | null;
  /** number in the context of the agreed item it was matched to */
  readonly agreedItem: string | null;
  /** key of the buyer in the context */
  readonly buyer: string | null;
  readonly buyerText: string | null;
  readonly siteText: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly unitPrice: string | null;
  readonly amount: string | null;
  readonly currency: string;
  readonly deliveredOn: string | null;
  readonly orderedOn: string | null;
  readonly invoicedOn: string | null;
  readonly invoiceNumber: string | null;
  readonly invoiceLine: string | null;
  readonly orderNumber: string | null;
  readonly kind: LineKind;
  readonly lineKey: string;
  /** each field by name as originally written: a JSON object of texts */
  readonly rawJson: string;
}
