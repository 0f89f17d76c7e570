import type { Item } from '../catalogue/item.ts';
import type { Chapter } from '../latent/history.ts';
import { sellerOf } from '../latent/invoices.ts';
import { payeeOf } from '../latent/vouchers.ts';
import { oreText } from '../values/amounts.ts';
import type { TruthBook } from './truth-book.ts';

type Cell = string | number | null | unknown[];
export interface Table {
  columns: string[];
  rows: Cell[][];
}

/** Builds a table of rows as lists under one heading row: a fifth of the size of objects. */
export function table<T extends object>(columns: (keyof T & string)[], list: readonly T[]): Table {
  return { columns, rows: list.map((one) => columns.map((column) => one[column] as Cell)) };
}

export const itemTable = (items: readonly Item[]): Table =>
  table(
    [
      'supplier',
      'number',
      'category',
      'unit',
      'kilogramsPerUnit',
      'footprint',
      'footprintSource',
      'factorId',
      'onAssortment',
    ],
    items.map((item) => ({
      ...item,
      category: item.category.key,
      onAssortment: item.onAssortment ? 1 : 0,
    })),
  );

export const deliveryTable = ({ deliveries }: Chapter): Table =>
  table(
    [
      'id',
      'supplier',
      'municipality',
      'site',
      'item',
      'orderNumber',
      'orderedOn',
      'deliveredOn',
      'quantity',
      'price',
      'agreedPrice',
      'amount',
      'returns',
      'invoice',
      'invoiceLine',
    ],
    deliveries.map((one) => ({
      ...one,
      supplier: one.supplier.key,
      municipality: one.site.municipality.number,
      site: one.site.id,
      item: one.item.number,
      returns: one.returns?.id ?? null,
      invoice: one.billed?.invoice.number ?? null,
      invoiceLine: one.billed?.line ?? null,
    })),
  );

/** Lists the invoices with their locations: the rows of their postings in a ledger, and the entry in an archive. */
export function invoiceTable({ invoices, voucherOf }: Chapter, book: TruthBook): Table {
  const index = fileIndex(book);
  const postings = new Map<string, [number, number][]>();
  for (const { invoice, file, row } of book.postings)
    if (invoice) postings.set(invoice, [...(postings.get(invoice) ?? []), [index.get(file) as number, row]]);
  return table(
    [
      'supplier',
      'number',
      'kind',
      'municipality',
      'issuedOn',
      'bookedPeriod',
      'corrects',
      'fee',
      'vatPercent',
      'archive',
      'entry',
      'postings',
    ],
    invoices.map((invoice) => {
      const key = `${invoice.supplier.key}/${invoice.number}`;
      const held = book.eInvoices.get(key);
      return {
        supplier: invoice.supplier.key,
        number: invoice.number,
        kind: invoice.kind,
        municipality: invoice.site.municipality.number,
        issuedOn: invoice.issuedOn,
        bookedPeriod: voucherOf.get(invoice)?.period ?? null,
        corrects: invoice.corrects,
        fee: invoice.fee?.amount ?? 0,
        vatPercent: invoice.vatPercent,
        archive: held ? (index.get(held.file) as number) : null,
        entry: held?.entry ?? null,
        postings: postings.get(key) ?? [],
      };
    }),
  );
}

/**
 * Lists the invoices without locations, which may only be known in a later span: postings and archives name their
 * invoice.
 */
export const invoiceTableWithoutLocations = ({ invoices, voucherOf }: Chapter): Table =>
  table(
    [
      'supplier',
      'number',
      'kind',
      'municipality',
      'issuedOn',
      'bookedBy',
      'bookedPeriod',
      'seller',
      'paidTo',
      'corrects',
      'fee',
      'vatPercent',
    ],
    invoices.map((invoice) => {
      const voucher = voucherOf.get(invoice);
      return {
        supplier: invoice.supplier.key,
        number: invoice.number,
        kind: invoice.kind,
        municipality: invoice.site.municipality.number,
        issuedOn: invoice.issuedOn,
        bookedBy: voucher?.municipality.number ?? null,
        bookedPeriod: voucher?.period ?? null,
        seller: sellerOf(invoice).orgNumber,
        paidTo: payeeOf(invoice).orgNumber,
        corrects: invoice.corrects,
        fee: invoice.fee?.amount ?? 0,
        vatPercent: invoice.vatPercent,
      };
    }),
  );

/** Lists the locations of the e-invoices. */
export function archivedTable(book: TruthBook): Table {
  const index = fileIndex(book);
  return table(
    ['invoice', 'file', 'entry'],
    [...book.eInvoices].map(([invoice, { file, entry }]) => ({ invoice, file: index.get(file) as number, entry })),
  );
}

const filesOf = (book: TruthBook): string[] => [
  ...new Set([
    ...book.reportLines.map(({ file }) => file),
    ...book.postings.map(({ file }) => file),
    ...[...book.eInvoices.values()].map(({ file }) => file),
  ]),
];
export const fileIndex = (book: TruthBook): Map<string, number> =>
  new Map(filesOf(book).map((file, index) => [file, index]));

/** Lists every data file with its row count and sum. Other tables refer to a file by its index in this one. */
export function fileTable(book: TruthBook): Table {
  const sums = new Map<string, { rows: number; ore: number }>(filesOf(book).map((file) => [file, { rows: 0, ore: 0 }]));
  for (const { file, amount } of [...book.reportLines, ...book.postings]) {
    const sum = sums.get(file);
    if (sum) sums.set(file, { rows: sum.rows + 1, ore: sum.ore + (amount ?? 0) });
  }
  return table(
    ['path', 'rows', 'amountInKroner'],
    [...sums].map(([path, { rows, ore }]) => ({ path, rows, amountInKroner: oreText(ore) })),
  );
}

const indexed = <T extends { file: string }>(list: readonly T[], index: Map<string, number>) =>
  list.map((one) => ({ ...one, file: index.get(one.file) as number }));

export const reportLineTable = (book: TruthBook): Table =>
  table(['file', 'row', 'deliveries', 'amount'], indexed(book.reportLines, fileIndex(book)));
export const postingTable = (book: TruthBook): Table =>
  table(
    ['file', 'row', 'kind', 'invoice', 'category', 'rightArt', 'amount', 'accountClass'],
    indexed(book.postings, fileIndex(book)),
  );
