import { notice } from '../../setting/notice.ts';
import type { WorldFile } from '../../world-file.ts';
import { compactJsonFile } from '../../writing/json.ts';
import type { ArchiveFile } from '../files/write-e-invoices.ts';
import type { LedgerFile } from '../files/write-ledger-files.ts';
import type { ReportFile } from '../files/write-report-files.ts';
import { allHabits } from '../habits/catalogue.ts';
import type { Delivery, Share } from '../latent/deliveries.ts';
import { netOf, type Invoice } from '../latent/invoices.ts';
import type { Posting } from '../latent/postings.ts';
import type { ReportRow } from '../latent/report-rows.ts';
import type { Scene } from '../scene.ts';
import { withoutCounterpart } from './without-counterpart.ts';

export interface Composed {
  readonly scene: Scene;
  readonly deliveries: readonly Delivery[];
  readonly invoices: readonly Invoice[];
  /** All rows and postings, including those after the last report or ledger, which are in no file. */
  readonly rows: readonly ReportRow[];
  readonly postings: readonly Posting[];
  readonly reports: readonly ReportFile[];
  readonly ledgers: readonly LedgerFile[];
  readonly archives: readonly ArchiveFile[];
}

const sharesOf = (shares: readonly Share[]) => shares.map(({ delivery, ore }) => [delivery.id, ore]);
const list = (habits: ReadonlySet<string>) => [...habits];
const table = (columns: readonly string[], rows: readonly unknown[][]) => ({ columns, rows });

type Numbers = ReadonlyMap<Invoice, number>;

/**
 * Writes truth.json of a composed world. Amounts are in øre; `shares` are pairs of delivery and øre; rows are 1-based,
 * as in the file.
 */
export function writeComposedTruth(composed: Composed): WorldFile {
  const { deliveries, invoices, reports, ledgers, archives } = composed;
  const numbers: Numbers = new Map(invoices.map((invoice, at) => [invoice, at + 1]));
  return compactJsonFile('truth.json', {
    notice,
    fictional: true,
    composed: true,
    habits: allHabits.map(({ key, slot, does, leaves }) => ({ key, slot, does, leaves })),
    deliveries: deliveryTable(deliveries),
    withoutCounterpart: table(
      ['delivery', 'side', 'cause'],
      withoutCounterpart(composed).map(({ delivery, side, cause }) => [delivery.id, side, cause]),
    ),
    invoices: invoiceTable(invoices, numbers),
    reportRows: reportRowTable(reports),
    invoiceLines: invoiceLineTable(archives, numbers),
    postings: postingTable(ledgers, numbers),
  });
}

/** Lists the deliveries with their returned amounts. */
function deliveryTable(deliveries: readonly Delivery[]) {
  return table(
    ['id', 'supplier', 'buyer', 'site', 'item', 'deliveredOn', 'amount', 'sent-back'],
    deliveries.map(({ id, seller, customer, site, goods, day, amount, returns }) => [
      id,
      seller.key,
      customer.place.number,
      site.id,
      goods.number,
      day,
      amount,
      returns?.id ?? null,
    ]),
  );
}

/** Lists the invoices by their number in this file. */
function invoiceTable(invoices: readonly Invoice[], numbers: Numbers) {
  return table(
    ['id', 'supplier', 'billed', 'number', 'issuedOn', 'net', 'corrects', 'habits'],
    invoices.map((invoice) => [
      numbers.get(invoice),
      invoice.seller.key,
      invoice.billed.place.number,
      invoice.number,
      invoice.issuedOn,
      netOf(invoice),
      invoice.corrects ? (numbers.get(invoice.corrects) ?? null) : null,
      list(invoice.habits),
    ]),
  );
}

/** Lists the report rows that are in a file. */
function reportRowTable(reports: readonly ReportFile[]) {
  return table(
    ['supplier', 'file', 'row', 'kind', 'number', 'item', 'written', 'shares', 'habits'],
    reports.flatMap(({ rows, seller }) =>
      rows.map(({ row, file, at }) => [
        seller.key,
        file,
        at,
        row.kind,
        row.invoiceNumber,
        row.itemNumber ?? row.gtin,
        row.amount,
        sharesOf(row.shares),
        list(row.habits),
      ]),
    ),
  );
}

/** Lists the lines of the e-invoices that are in a municipality's archive. */
function invoiceLineTable(archives: readonly ArchiveFile[], numbers: Numbers) {
  return table(
    [
      'municipality',
      'file',
      'entry',
      'line',
      'invoice',
      'kind',
      'item',
      'name',
      'deliveredOn',
      'written',
      'shares',
      'habits',
    ],
    archives.flatMap(({ held, customer }) =>
      held.flatMap(({ invoice, held: document, file, entry }) =>
        document.lines.map((line) => [
          customer.place.number,
          file,
          entry,
          line.id,
          numbers.get(invoice),
          line.kind,
          line.itemNumber ?? line.gtin,
          line.name,
          line.deliveredOn,
          line.amount,
          sharesOf(line.shares),
          [...new Set([...line.habits, ...document.habits])],
        ]),
      ),
    ),
  );
}

/** Lists the postings that are in a ledger file. */
function postingTable(ledgers: readonly LedgerFile[], numbers: Numbers) {
  return table(
    ['municipality', 'file', 'row', 'kind', 'invoices', 'number', 'bookedOn', 'written', 'amount', 'shares', 'habits'],
    ledgers.flatMap(({ rows, customer }) =>
      rows.map(({ posting, kind, written, file, at }) => [
        customer.place.number,
        file,
        at,
        kind,
        posting?.invoices.map((invoice) => numbers.get(invoice)) ?? [],
        posting?.invoiceNumber || null,
        posting?.bookedOn ?? null,
        written,
        posting?.amount ?? 0,
        posting ? sharesOf(posting.shares) : [],
        posting ? list(posting.habits) : [],
      ]),
    ),
  );
}
