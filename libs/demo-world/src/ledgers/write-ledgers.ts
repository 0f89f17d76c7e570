import type { Chapter } from '../latent/history.ts';
import type { Voucher } from '../latent/vouchers.ts';
import type { Municipality } from '../setting/municipalities.ts';
import type { Scenario } from '../setting/scenario.ts';
import type { TruthBook } from '../truth/truth-book.ts';
import { quarterOf, quartersOf } from '../values/calendar.ts';
import { randomStream, type Rng } from '../values/rng.ts';
import type { WorldFile } from '../world-file.ts';
import { writeCsv } from '../writing/csv.ts';
import { writeWorkbook } from '../writing/workbook.ts';
import { dialects, type LedgerEntry } from './dialects.ts';

export const ledgerPath = (one: Municipality, quarter: string): string =>
  `ledgers/${one.slug}/${quarter}.${dialects[one.dialect].csv ? 'csv' : 'xlsx'}`;

interface LedgerState {
  one: Municipality;
  rng: Rng;
  /** Ledger numbers by seller. */
  numbers: Map<string, string>;
  /** Entries booked in a later quarter. */
  waiting: LedgerEntry[];
}

/** Writes the ledger export of each municipality and quarter, in the dialect of its system. */
export class LedgerWriter {
  private readonly desks: LedgerState[];
  private readonly scenario: Scenario;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    this.desks = scenario.buyers
      .filter(({ body }) => !body)
      .map((one) => ({
        one,
        rng: randomStream(scenario.seed, `ledger/${one.number}`),
        numbers: new Map(),
        waiting: [],
      }));
  }

  *next({ span, vouchers }: Chapter, book: TruthBook): Generator<WorldFile> {
    const own = Map.groupBy(vouchers, ({ municipality }) => municipality);
    const quarters = quartersOf(span.months).filter((quarter) => this.scenario.quarters.includes(quarter));
    for (const desk of this.desks) {
      const { one } = desk;
      const byQuarter = Map.groupBy([...desk.waiting, ...entriesOf(desk, own.get(one) ?? [])], ({ voucher }) =>
        quarterOf(`${voucher.period}-01`),
      );
      for (const quarter of quarters) {
        if (!this.scenario.story.isLedgerMissing(one.number, quarter))
          yield writeLedger(one, quarter, byQuarter.get(quarter) ?? [], book);
      }
      desk.waiting = [...byQuarter]
        .filter(([quarter]) => quarter > (quarters[quarters.length - 1] ?? ''))
        .flatMap(([, entries]) => entries);
    }
  }
}

function entriesOf({ one, rng, numbers }: LedgerState, vouchers: readonly Voucher[]): LedgerEntry[] {
  return vouchers.flatMap((voucher) => {
    const seller = voucher.seller?.orgNumber ?? '';
    const supplierNumber =
      seller === '' ? '' : (numbers.get(seller) ?? String(50_000 + Number(one.number) + numbers.size * 17));
    numbers.set(seller, supplierNumber);
    const invoiceNumber = writtenNumber(voucher, one, rng.chance(0.08));
    return voucher.postings.map((posting) => ({ voucher, posting, supplierNumber, invoiceNumber }));
  });
}

/** Returns the invoice number as typed. Hurried clerks with a visma-like system omit the hyphens. */
const writtenNumber = (voucher: Voucher, one: Municipality, hurried: boolean): string =>
  one.dialect === 'visma-like' && hurried ? voucher.invoiceNumber.replaceAll('-', '') : voucher.invoiceNumber;

export function writeLedger(
  one: Municipality,
  quarter: string,
  entries: readonly LedgerEntry[],
  book: TruthBook,
): WorldFile {
  const { columns, csv, sheetName } = dialects[one.dialect];
  const path = ledgerPath(one, quarter);
  const rows = [
    columns.map(({ heading }) => heading),
    ...entries.map((entry) => columns.map(({ cell }) => cell(entry))),
  ];
  entries.forEach(({ voucher, posting }, index) => {
    const { kind, category, rightArt, amount, accountClass } = posting;
    book.postings.push({
      file: path,
      row: index + 2,
      kind,
      invoice: voucher.invoice ? `${voucher.invoice.supplier.key}/${voucher.invoice.number}` : null,
      category,
      rightArt,
      amount,
      accountClass,
    });
  });
  return { path, bytes: csv ? writeCsv(rows, csv) : writeWorkbook([{ name: sheetName, rows, headingRow: 1 }]) };
}
