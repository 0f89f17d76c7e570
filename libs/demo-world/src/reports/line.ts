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

/** A line on its way into a report: what it stands for, and what will be written in each cell. */
export interface ReportLine {
  /** What was delivered; none for fees, sales to strangers and what is left over of a mistake. */
  deliveries: readonly Delivery[];
  /** The deliveries it looks like: those of the line itself, or of the line it repeats. */
  like: readonly Delivery[];
  /** Thousandths, øre, øre: what an honest line says. */
  quantity: number;
  price: number;
  amount: number;
  cells: Record<Field, Cell>;
}

/** Something put into a report on purpose; without a line it concerns the whole file. */
export interface Plant {
  kind: string;
  line: ReportLine | null;
  field: Field | null;
  /** What should have stood there, where that can be said. */
  meant: string | null;
}

export const copyOf = (line: ReportLine): ReportLine => ({ ...line, cells: { ...line.cells } });
