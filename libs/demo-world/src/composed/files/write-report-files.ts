import type { Seller } from '../cast/seller.ts';
import { reportFields, type ReportField } from '../cast/report-form.ts';
import type { ReportRow } from '../latent/report-rows.ts';
import type { Scene } from '../scene.ts';
import { milliText, oreText } from '../../values/amounts.ts';
import { addDays, monthOf, monthsFrom, periodRange } from '../../values/calendar.ts';
import type { WorldFile } from '../../world-file.ts';
import type { Cell } from '../../writing/cell.ts';
import { writeCsv } from '../../writing/csv.ts';

/** The location of a report row; 1-based, as in the file. */
export interface RowLocation {
  readonly row: ReportRow;
  readonly file: string;
  readonly at: number;
}

export interface ReportFile {
  readonly seller: Seller;
  readonly period: string;
  /** Null for a period without sales. */
  readonly file: WorldFile | null;
  readonly rows: readonly RowLocation[];
}

/** Returns the columns of a supplier's reports: those of its format, minus those that its habits omit. */
export function columnsOf({ form, reporting }: Seller): ReportField[] {
  const left = new Set(reporting.flatMap(({ habit }) => habit.without ?? []));
  return reportFields.filter((field) => form.fields.has(field) && !left.has(field));
}

const text = (value: string | null): Cell => value;
const cells: Record<ReportField, (row: ReportRow) => Cell> = {
  buyer: ({ buyer }) => text(buyer),
  buyerOrgNumber: ({ buyerOrgNumber }) => text(buyerOrgNumber),
  site: ({ site }) => text(site),
  deliveredOn: ({ deliveredOn }) => ({ date: deliveredOn }),
  orderedOn: ({ orderedOn }) => (orderedOn === null ? null : { date: orderedOn }),
  orderNumber: ({ orderNumber }) => text(orderNumber),
  invoiceNumber: ({ invoiceNumber }) => text(invoiceNumber),
  invoiceLine: ({ invoiceLine }) => text(invoiceLine),
  itemNumber: ({ itemNumber }) => text(itemNumber),
  gtin: ({ gtin }) => text(gtin),
  itemName: ({ itemName }) => text(itemName),
  quantity: ({ quantity }) => (quantity === null ? null : { number: milliText(quantity) }),
  unit: ({ unit }) => text(unit),
  unitPrice: ({ unitPrice }) => (unitPrice === null ? null : { number: oreText(unitPrice) }),
  amount: ({ amount }) => ({ number: oreText(amount) }),
  currency: () => 'NOK',
};

const order = {
  'by-day': ({ deliveredOn }: ReportRow) => deliveredOn,
  'by-buyer': ({ buyer, deliveredOn }: ReportRow) => `${buyer} ${deliveredOn}`,
  'by-item': ({ itemName, buyer, deliveredOn }: ReportRow) => `${itemName} ${buyer} ${deliveredOn}`,
};

/** Yields the reports of a supplier, by period. Rows dated after the last period are not written. */
export function* writeReportFiles(scene: Scene, seller: Seller, rows: readonly ReportRow[]): Generator<ReportFile> {
  const months = monthsFrom(monthOf(scene.firstDay), monthOf(addDays(scene.endDay, -1)));
  const periods = seller.frequency === 'month' ? months : scene.quarters;
  const fields = columnsOf(seller);
  for (const period of periods) {
    const { start, end } = periodRange(period);
    const own = rows
      .filter(({ deliveredOn }) => deliveredOn >= start && deliveredOn < end)
      .toSorted((a, b) => {
        const of = order[seller.form.sorted];
        return of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0;
      });
    const path = `reports/${seller.slug}/${period}-v1-rapport.csv`;
    const bytes = writeCsv(
      [
        fields.map((field) => seller.form.headings[field]),
        ...own.map((row) => fields.map((field) => cells[field](row))),
      ],
      seller.form.csv,
    );
    yield {
      seller,
      period,
      file: own.length === 0 ? null : { path, bytes },
      rows: own.map((row, index) => ({ row, file: path, at: index + 2 })),
    };
  }
}
