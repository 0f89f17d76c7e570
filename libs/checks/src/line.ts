import type { Reading } from './cells/notes.ts';
import type { BuyerFound } from './plan/buyer-found.ts';
import type { ItemFound } from './plan/item-index.ts';
import type { AgreedPrice } from './plan/price-index.ts';
import type { SheetFacts } from './facts.ts';
import type { FieldRole } from './terms.ts';

export type LineKind = 'goods' | 'fee' | 'deposit' | 'credit';

/** One reported line while it is being checked. Numbers are NaN, texts '' and indexes -1 where nothing was read. */
export interface Line {
  readonly sheet: SheetFacts;
  readonly row: number;
  /** by index of the field in the sheet's table */
  readonly readings: readonly (Reading | null)[];
  readonly itemNumber: string;
  readonly gtin: string;
  readonly itemName: string;
  readonly item: number;
  readonly itemHow: ItemFound['how'] | null;
  /** what else the line says of its item, name or price, is what the agreement has: nothing need be asked */
  readonly itemProven: boolean;
  readonly buyer: number;
  readonly buyerHow: BuyerFound['how'] | null;
  /** how it was found, in full: where another has taken a buyer's place, since when and who */
  readonly buyerFound: BuyerFound | null;
  readonly buyerText: string;
  readonly buyerRole: FieldRole;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly amount: number;
  readonly unit: string | null;
  readonly unitText: string;
  /** nobody has said what the unit is called here; the price is that of the agreed one */
  readonly unitByPrice: boolean;
  readonly currency: string;
  /** the date the terms go by, else the first known one; '' when there is none */
  readonly date: string;
  readonly dateRole: FieldRole;
  readonly kind: LineKind;
  /** set when a finding keeps this row out */
  blocked: boolean;
  /** what is agreed for one of its unit, once a check has asked: several do, and then of which line */
  asked: { readonly line: Line; readonly agreed: AgreedForUnit | null } | null;
}

/** An agreed price, and the same for one of a line's unit. */
export interface AgreedForUnit {
  readonly agreed: AgreedPrice;
  readonly perUnit: number;
}

export function readingOf(line: Line, role: FieldRole): Reading | null {
  const field = line.sheet.table.role[role];
  return field === undefined ? null : (line.readings[field] ?? null);
}

/** The value of a field as text; '' when the column is not there or the cell is empty. */
export function valueOf(line: Line, role: FieldRole): string {
  return readingOf(line, role)?.value ?? '';
}

/** A line of the report as it goes on from here: decimals and dates as text, and every field as it was written. */
export interface ReportLine {
  readonly row: number;
  readonly sheet: string;
  /** false: a finding keeps it out */
  readonly accepted: boolean;
  readonly lot: string | null;
  readonly itemNumber: string | null;
  readonly gtin: string | null;
  readonly itemName: string | null;
  /** the agreed item it was recognised as: its number in the context */
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
  /** every field as it was written, by its name: an object of texts as JSON */
  readonly rawJson: string;
}
