import { columnName, type Row, type TableFile } from '@tallgrunn/tabular';
import { FormatProblem } from '../format-problem.ts';
import { finding } from '../finding.ts';
import { KnownParties } from './comes-in.ts';
import { findHeader, type Header, headerOf, headerWithin, missingIn } from './find-header.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { LedgerProfile } from './ledger-profile.ts';
import type { LedgerReport } from './ledger-report.ts';
import { decimalSignOf, provesDecimal } from './read-amount.ts';
import { type LedgerKnown, type NumberSigns, RowReader } from './read-row.ts';

export interface LedgerOptions {
  /** The buyer's ledger numbers of organisations, known from earlier ledgers. */
  readonly supplierNumbers?: Iterable<string>;
  /** Words that free texts may contain in addition to those about goods and accounting. */
  readonly words?: Iterable<string>;
}

/** Number of rows examined to detect the decimal separator. */
const SAMPLE_ROWS = 2000;

/**
 * Yields the postings of a ledger export in batches of some hundred. Findings and excluded or unreadable rows are added
 * to `report`. Each sheet has its own header row; sheets without one are skipped.
 * @throws FormatProblem 'ledger-no-header' | 'ledger-empty'
 */
export async function* readLedger(
  table: TableFile,
  profile: LedgerProfile,
  report: LedgerReport,
  { supplierNumbers = [], words = [] }: LedgerOptions = {},
): AsyncGenerator<LedgerLine[]> {
  const known: LedgerKnown = { parties: new KnownParties(profile, supplierNumbers), words: new Set(words) };
  let sheet = null as SheetReader | null;
  const passed: SheetReader[] = [];
  for await (const batch of table.batches()) {
    const lines: LedgerLine[] = [];
    for (const row of batch) {
      report.rows += 1;
      if (sheet?.name !== row.sheet) {
        if (sheet) lines.push(...sheet.end());
        sheet = new SheetReader(row.sheet, profile, report, known);
        passed.push(sheet);
      }
      lines.push(...sheet.take(row));
    }
    if (lines.length > 0) yield lines;
  }
  const rest = sheet?.end() ?? [];
  if (rest.length > 0) yield rest;
  known.parties.end(report);
  if (!passed.some((one) => one.found)) throw noHeader(passed, profile);
  if (report.lines + report.quarantined === 0 && report.leftOut.size === 0) throw new FormatProblem('ledger-empty');
  tellLeftOut(report);
  report.tellSigns();
}

/** Buffers rows until header row and decimal separator are known, then reads row by row. */
class SheetReader {
  readonly name: string;
  found = false;
  /** The row most similar to a header, when none qualified. */
  nearest: Header | null = null;
  private readonly profile: LedgerProfile;
  private readonly report: LedgerReport;
  private readonly known: LedgerKnown;
  private held: Row[] = [];
  private reader: RowReader | null = null;
  private given = false;

  constructor(name: string, profile: LedgerProfile, report: LedgerReport, known: LedgerKnown) {
    this.known = known;
    this.name = name;
    this.profile = profile;
    this.report = report;
  }

  take(row: Row): LedgerLine[] {
    if (this.reader) return this.readOne(row);
    if (this.given) return [];
    this.held.push(row);
    return this.held.length >= Math.max(SAMPLE_ROWS, headerWithin(this.profile)) ? this.start() : [];
  }

  end(): LedgerLine[] {
    return this.reader || this.given ? [] : this.start();
  }

  private start(): LedgerLine[] {
    const rows = this.held;
    this.held = [];
    const head = rows.slice(0, headerWithin(this.profile));
    const header = findHeader(head, this.profile);
    if (!header) {
      this.given = true;
      this.nearest = head.map((row) => headerOf(row, this.profile)).reduce<Header | null>(nearer, null);
      return [];
    }
    this.found = true;
    this.tellTwins(header);
    const below = rows.filter((row) => row.row > header.row);
    this.reader = new RowReader(this.profile, header, this.signsOf(below, header), this.report, this.known);
    return below.flatMap((row) => this.readOne(row));
  }

  /** Reports columns with equal headings. The first of them is read; a person should check which one is meant. */
  private tellTwins({ row, columns, headings }: Header): void {
    for (const column of Object.values(columns)) {
      const alike = headings.flatMap((heading, at) =>
        heading.toLowerCase() === headings[column]!.toLowerCase() ? [columnName(at + 1)] : [],
      );
      const place = { sheet: this.name, row, column: columnName(column + 1) };
      if (alike.length > 1)
        this.report.note('ledger-heading-twice', 'confirm', place, headings[column]!, {
          read: place.column,
          columns: alike.join(', '),
        });
    }
  }

  private signsOf(rows: readonly Row[], header: Header): NumberSigns {
    const { decimal } = this.profile.numbers;
    if (decimal !== 'auto') return { decimal, told: true, proven: true };
    const columns = (['amount', 'debit', 'credit', 'vatAmount'] as const).flatMap(
      (field) => header.columns[field] ?? [],
    );
    const texts = rows.flatMap((row) =>
      columns.flatMap((column) => (row.cells[column]?.kind === 'text' ? row.cells[column].text : [])),
    );
    return { decimal: decimalSignOf(texts), told: false, proven: provesDecimal(texts) };
  }

  private readOne(row: Row): LedgerLine[] {
    return this.reader?.read(row) ?? [];
  }
}

function nearer(best: Header | null, header: Header): Header {
  return best === null || Object.keys(header.columns).length > Object.keys(best.columns).length ? header : best;
}

function noHeader(passed: readonly SheetReader[], profile: LedgerProfile): FormatProblem {
  if (passed.length === 0) return new FormatProblem('file-empty');
  const nearest = passed.flatMap((sheet) => sheet.nearest ?? []).reduce<Header | null>(nearer, null);
  const missing = nearest ? missingIn(nearest, profile) : [];
  const names = missing.map((field) => [profile.columns[field] ?? field].flat()[0] ?? field);
  return new FormatProblem('ledger-no-header', { profile: profile.name, missing: names.join(', ') });
}

const told: Readonly<Record<string, string>> = {
  filter: 'ledger-filtered',
  chart: 'ledger-chart-excluded',
  party: 'ledger-party-unknown',
};

function tellLeftOut(report: LedgerReport): void {
  for (const [reason, { rows, amounts }] of report.leftOut) {
    const [kind = '', ...rest] = reason.split(' ');
    const what = rest.join(' ');
    const amount = Object.entries(amounts)
      .map(([currency, sum]) => `${sum} ${currency}`)
      .join(', ');
    const code = told[kind] ?? 'ledger-account-excluded';
    report.say(finding(code, 'info', { found: amount || null, params: { rows, [kind]: what } }));
  }
}
