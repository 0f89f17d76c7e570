import { columnName, type Row, type TableFile } from '@tallgrunn/tabular';
import { FormatProblem } from '../format-problem.ts';
import { finding } from '../finding.ts';
import { SupplierFilter } from './import-filter.ts';
import { findHeader, type Header, headerOf, headerWithin, missingIn } from './find-header.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { LedgerProfile } from './ledger-profile.ts';
import type { LedgerReport } from './ledger-report.ts';
import { decimalSignOf, provesDecimal } from './read-amount.ts';
import { type LedgerContext, type NumberSeparators, RowReader } from './read-row.ts';

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
  const context: LedgerContext = { parties: new SupplierFilter(profile, supplierNumbers), words: new Set(words) };
  let sheet = null as SheetReader | null;
  const sheets: SheetReader[] = [];
  for await (const batch of table.batches()) {
    const lines: LedgerLine[] = [];
    for (const row of batch) {
      report.rows += 1;
      if (sheet?.name !== row.sheet) {
        if (sheet) lines.push(...sheet.end());
        sheet = new SheetReader(row.sheet, profile, report, context);
        sheets.push(sheet);
      }
      lines.push(...sheet.addRow(row));
    }
    if (lines.length > 0) yield lines;
  }
  const remaining = sheet?.end() ?? [];
  if (remaining.length > 0) yield remaining;
  context.parties.end(report);
  if (!sheets.some((one) => one.hasHeader)) throw noHeader(sheets, profile);
  if (report.lines + report.quarantined === 0 && report.excluded.size === 0) throw new FormatProblem('ledger-empty');
  reportExclusions(report);
  report.reportSigns();
}

/** Buffers rows until header row and decimal separator are known, then reads row by row. */
class SheetReader {
  readonly name: string;
  hasHeader = false;
  /** The row most similar to a header, when none qualified. */
  nearest: Header | null = null;
  private readonly profile: LedgerProfile;
  private readonly report: LedgerReport;
  private readonly context: LedgerContext;
  private buffered: Row[] = [];
  private reader: RowReader | null = null;
  private isSkipped = false;

  constructor(name: string, profile: LedgerProfile, report: LedgerReport, context: LedgerContext) {
    this.context = context;
    this.name = name;
    this.profile = profile;
    this.report = report;
  }

  addRow(row: Row): LedgerLine[] {
    if (this.reader) return this.readOne(row);
    if (this.isSkipped) return [];
    this.buffered.push(row);
    return this.buffered.length >= Math.max(SAMPLE_ROWS, headerWithin(this.profile)) ? this.start() : [];
  }

  end(): LedgerLine[] {
    return this.reader || this.isSkipped ? [] : this.start();
  }

  private start(): LedgerLine[] {
    const rows = this.buffered;
    this.buffered = [];
    const head = rows.slice(0, headerWithin(this.profile));
    const header = findHeader(head, this.profile);
    if (!header) {
      this.isSkipped = true;
      this.nearest = head.map((row) => headerOf(row, this.profile)).reduce<Header | null>(nearer, null);
      return [];
    }
    this.hasHeader = true;
    this.reportDuplicateHeadings(header);
    const below = rows.filter((row) => row.row > header.row);
    this.reader = new RowReader(this.profile, header, this.detectSeparators(below, header), this.report, this.context);
    return below.flatMap((row) => this.readOne(row));
  }

  /** Reports columns with equal headings. The first of them is read; a person should check which one is meant. */
  private reportDuplicateHeadings({ row, columns, headings }: Header): void {
    for (const column of Object.values(columns)) {
      const sameHeading = headings.flatMap((heading, at) =>
        heading.toLowerCase() === headings[column]!.toLowerCase() ? [columnName(at + 1)] : [],
      );
      const place = { sheet: this.name, row, column: columnName(column + 1) };
      if (sameHeading.length > 1)
        this.report.addNote('ledger-duplicate-header', 'confirm', place, headings[column]!, {
          read: place.column,
          columns: sameHeading.join(', '),
        });
    }
  }

  private detectSeparators(rows: readonly Row[], header: Header): NumberSeparators {
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

function noHeader(sheets: readonly SheetReader[], profile: LedgerProfile): FormatProblem {
  if (sheets.length === 0) return new FormatProblem('file-empty');
  const nearest = sheets.flatMap((sheet) => sheet.nearest ?? []).reduce<Header | null>(nearer, null);
  const missing = nearest ? missingIn(nearest, profile) : [];
  const names = missing.map((field) => [profile.columns[field] ?? field].flat()[0] ?? field);
  return new FormatProblem('ledger-no-header', { profile: profile.name, missing: names.join(', ') });
}

const codeByExclusion: Readonly<Record<string, string>> = {
  filter: 'ledger-filtered',
  chart: 'ledger-chart-excluded',
  party: 'ledger-party-unknown',
};

function reportExclusions(report: LedgerReport): void {
  for (const [reason, { rows, amounts }] of report.excluded) {
    const [kind = '', ...remaining] = reason.split(' ');
    const detail = remaining.join(' ');
    const amount = Object.entries(amounts)
      .map(([currency, sum]) => `${sum} ${currency}`)
      .join(', ');
    const code = codeByExclusion[kind] ?? 'ledger-account-excluded';
    report.addFinding(finding(code, 'info', { found: amount || null, params: { rows, [kind]: detail } }));
  }
}
