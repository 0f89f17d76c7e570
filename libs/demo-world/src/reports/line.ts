import type { Delivery } from '../latent/deliveries.ts';
import type { Cell } from '../writing/cell.ts';

export const fields = [
  'agreement',
  'month',
  'customerNumber',
  'customerName',
  'municipality',
  'orgNumber',
  'municipalityNumber',
  'site',
  'orderNumber',
  'orderedOn',
  'deliveredOn',
  'invoiceNumber',
  'invoiceLine',
  'itemNumber',
  'gtin',
  'itemName',
  'lot',
  'quantity',
  'unit',
  'unitPrice',
  'amount',
  'currency',
  'branch',
  'orderedBy',
] as const;
export type Field = (typeof fields)[number];

/** A line to be written to a report: its true deliveries, and the content of each cell. */
export interface ReportLine {
  /** The true deliveries. Empty for fees, sales to non-participants and remains of a mistake. */
  deliveries: readonly Delivery[];
  /** The deliveries it resembles: its own, or those of the line it repeats. */
  like: readonly Delivery[];
  /** Thousandths, øre and øre: the values of an honest line. */
  quantity: number;
  price: number;
  amount: number;
  cells: Record<Field, Cell>;
}

/** A mistake planted in a report. `line` is null if it concerns the whole file. */
export interface Plant {
  kind: string;
  line: ReportLine | null;
  field: Field | null;
  /** The correct content, where it is known. */
  meant: string | null;
}

export const copyOf = (line: ReportLine): ReportLine => ({ ...line, cells: { ...line.cells } });
