import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A delivery and the part of it that a row, line or posting contains, in øre. */
export type Share = readonly [delivery: number, ore: number];

export interface TrueDelivery {
  readonly id: number;
  readonly supplier: string;
  readonly buyer: string;
  readonly item: string;
  readonly deliveredOn: string;
  readonly amount: number;
  readonly returns: number | null;
}

export interface TrueInvoice {
  readonly id: number;
  readonly supplier: string;
  readonly billed: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly net: number;
  readonly corrects: number | null;
  readonly habits: readonly string[];
}

export interface TrueRow {
  readonly supplier: string;
  readonly file: string;
  readonly row: number;
  readonly kind: 'goods' | 'fee';
  /** Number as written. */
  readonly number: string | null;
  readonly item: string | null;
  readonly written: number;
  readonly shares: readonly Share[];
  readonly habits: readonly string[];
}

/** A line of an e-invoice, or a posting. */
export interface TrueBookedLine {
  readonly source: 'invoice-line' | 'posting';
  readonly municipality: string;
  readonly file: string;
  /** Kind of line; `other` is bought from a seller without an agreement. */
  readonly kind: 'goods' | 'fee' | 'discount' | 'deposit' | 'rounding' | 'vat' | 'other';
  readonly invoices: readonly number[];
  /** Number on a posting, as written. */
  readonly number: string | null;
  readonly item: string | null;
  readonly name: string | null;
  readonly deliveredOn: string | null;
  readonly written: number;
  readonly shares: readonly Share[];
  readonly habits: readonly string[];
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

type Written = Readonly<Record<'deliveries' | 'invoices' | 'reportRows' | 'invoiceLines' | 'postings', Table>> & {
  readonly habits: readonly { readonly key: string }[];
};

export interface ComposedTruth {
  readonly habits: readonly string[];
  readonly deliveries: ReadonlyMap<number, TrueDelivery>;
  readonly invoices: ReadonlyMap<number, TrueInvoice>;
  /** Report rows by supplier, file name and row. */
  readonly rows: ReadonlyMap<string, TrueRow>;
  /**
   * Booked lines by municipality, file name and row. E-invoice lines by municipality, file name with entry, and '#'
   * with the line.
   */
  readonly places: ReadonlyMap<string, TrueBookedLine>;
}

const rowsOf = <T>({ columns, rows }: Table): T[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])) as T);
export const lastPart = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** Reads the truth of a composed world from its folder. */
export function readComposedTruth(folder: string): ComposedTruth {
  const truth = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')) as Written;
  const places = new Map<string, TrueBookedLine>();
  for (const { line, entry, invoice, ...own } of rowsOf<
    TrueBookedLine & { line: string; entry: string; invoice: number }
  >(truth.invoiceLines)) {
    places.set(`${own.municipality} ${lastPart(own.file)}/${entry} #${line}`, {
      ...own,
      source: 'invoice-line',
      invoices: [invoice],
      number: null,
    });
  }
  for (const { row, ...own } of rowsOf<TrueBookedLine & { row: number }>(truth.postings))
    places.set(`${own.municipality} ${lastPart(own.file)} ${row}`, {
      ...own,
      source: 'posting',
      item: null,
      name: null,
      deliveredOn: null,
    });
  return {
    habits: truth.habits.map(({ key }) => key),
    deliveries: new Map(rowsOf<TrueDelivery>(truth.deliveries).map((one) => [one.id, one])),
    invoices: new Map(rowsOf<TrueInvoice>(truth.invoices).map((one) => [one.id, one])),
    rows: new Map(
      rowsOf<TrueRow>(truth.reportRows).map((one) => [`${one.supplier} ${lastPart(one.file)} ${one.row}`, one]),
    ),
    places,
  };
}
