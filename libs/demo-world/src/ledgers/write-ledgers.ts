import { isLedgerMissing } from '../latent/story.ts';
import type { Voucher } from '../latent/vouchers.ts';
import type { LatentWorld } from '../latent/world.ts';
import { municipalities, type Municipality } from '../setting/municipalities.ts';
import { firstMonth, lastMonth } from '../setting/notice.ts';
import type { TruthBook } from '../truth/truth-book.ts';
import { monthsFrom, quarterOf } from '../values/calendar.ts';
import { randomStream } from '../values/rng.ts';
import type { WorldFile } from '../world-file.ts';
import { writeCsv } from '../writing/csv.ts';
import { writeWorkbook } from '../writing/workbook.ts';
import { dialects, type LedgerEntry } from './dialects.ts';

export const quarters = [...new Set(monthsFrom(firstMonth, lastMonth).map((month) => quarterOf(`${month}-01`)))];

export const ledgerPath = (one: Municipality, quarter: string): string => `ledgers/${one.slug}/${quarter}.${dialects[one.dialect].csv ? 'csv' : 'xlsx'}`;

/** The ledger export of each municipality and quarter, in the dialect of its system. */
export function* writeLedgers(world: LatentWorld, book: TruthBook): Generator<WorldFile> {
  for (const one of municipalities) {
    const entries = entriesOf(world, one);
    for (const quarter of quarters) {
      if (!isLedgerMissing(one.number, quarter)) yield writeLedger(one, quarter, entries.filter(({ voucher }) => quarterOf(`${voucher.period}-01`) === quarter), book);
    }
  }
}

function entriesOf(world: LatentWorld, one: Municipality): LedgerEntry[] {
  const rng = randomStream(world.seed, `ledger/${one.number}`);
  const numbers = new Map<string, string>();
  return world.vouchers.filter((voucher) => voucher.municipality === one).flatMap((voucher) => {
    const seller = voucher.seller?.orgNumber ?? '';
    const supplierNumber = seller === '' ? '' : (numbers.get(seller) ?? String(50_000 + Number(one.number) + numbers.size * 17));
    numbers.set(seller, supplierNumber);
    const invoiceNumber = writtenNumber(voucher, one, rng.chance(0.08));
    return voucher.postings.map((posting) => ({ voucher, posting, supplierNumber, invoiceNumber }));
  });
}

/** Some clerks leave out the hyphens of an invoice number. */
const writtenNumber = (voucher: Voucher, one: Municipality, hurried: boolean): string =>
  one.dialect === 'visma-like' && hurried ? voucher.invoiceNumber.replaceAll('-', '') : voucher.invoiceNumber;

function writeLedger(one: Municipality, quarter: string, entries: readonly LedgerEntry[], book: TruthBook): WorldFile {
  const { columns, csv, sheetName } = dialects[one.dialect];
  const path = ledgerPath(one, quarter);
  const rows = [columns.map(({ heading }) => heading), ...entries.map((entry) => columns.map(({ cell }) => cell(entry)))];
  entries.forEach(({ voucher, posting }, index) => {
    const { kind, category, rightArt, amount } = posting;
    book.postings.push({ file: path, row: index + 2, kind, invoice: voucher.invoice ? `${voucher.invoice.supplier.key}/${voucher.invoice.number}` : null, category, rightArt, amount });
  });
  return { path, bytes: csv ? writeCsv(rows, csv) : writeWorkbook([{ name: sheetName, rows, headingRow: 1 }]) };
}
