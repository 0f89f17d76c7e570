import {
  FormatProblem,
  LedgerReport,
  proposeProfile,
  readDespatches,
  readInvoices,
  readLedger,
  readSaft,
  detectSpendFormat,
} from '@tallgrunn/formats';
import type {
  DespatchDocument,
  InvoiceDocument,
  LedgerLine,
  LedgerProfile,
  Proposal,
  Reading,
  SaftHead,
  SpendFormat,
} from '@tallgrunn/formats';
import { ReadProblem, blobSource, openTable } from '@tallgrunn/tabular';
import type { Row, TableFile } from '@tallgrunn/tabular';
import { limits } from '@tallgrunn/values';

/** Reason why a file cannot be read. The readers' messages provide the sentence. */
export interface ReadError {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A column of a file: its heading, and the first value below it. */
export interface Heading {
  readonly name: string;
  readonly sample: string;
}

/** Headings of a ledger and matching profiles, before one is chosen. */
export interface LedgerHeadings {
  readonly headings: readonly Heading[];
  /** Matching profiles, best first. */
  readonly proposals: readonly Proposal[];
}

/** The first lines of a ledger, read with one profile. */
export interface LedgerPreview {
  readonly lines: readonly LedgerLine[];
  readonly report: LedgerReport;
  readonly trouble: ReadError | null;
}

/** The first lines of a SAF-T file, with its head. */
export interface SaftPreview extends LedgerPreview {
  readonly head: SaftHead | null;
  /** True when the whole file was read in the browser, so that it is known to balance. */
  readonly whole: boolean;
}

/** Maximum size of files that are read completely in the browser before they are sent. */
const WHOLE_BYTES_MAX = 40 * 1024 * 1024;
const PREVIEW_LINES = 8;
const PREVIEW_INVOICES = 5;
const HEADING_ROWS = 50;

const openLedger = (file: File): Promise<TableFile> => openTable(blobSource(file), file.name, { limits: limits.spend });

/** Reads a ledger's first rows in the browser; nothing is sent. Convert its errors with `toReadError`. */
export async function readLedgerHeadings(file: File, known: readonly LedgerProfile[]): Promise<LedgerHeadings> {
  const [proposals, headings] = [await proposeProfile(await openLedger(file), known), await findHeadings(file)];
  return { headings, proposals };
}

/** Returns the first postings read with a profile, and the rows excluded so far. */
export async function previewLedger(
  file: File,
  profile: LedgerProfile,
  supplierNumbers: readonly string[] = [],
): Promise<LedgerPreview> {
  const report = new LedgerReport();
  const lines: LedgerLine[] = [];
  try {
    for await (const batch of readLedger(await openLedger(file), profile, report, { supplierNumbers })) {
      lines.push(...batch.slice(0, PREVIEW_LINES - lines.length));
      if (lines.length >= PREVIEW_LINES) break;
    }
    return { lines, report, trouble: null };
  } catch (error) {
    return { lines, report, trouble: toReadError(error) };
  }
}

/**
 * Returns the first purchases of a SAF-T file. A file of ordinary size is read completely, so that imbalance is
 * reported at once.
 */
export async function previewSaft(file: File): Promise<SaftPreview> {
  const report = new LedgerReport();
  const lines: LedgerLine[] = [];
  const whole = file.size <= WHOLE_BYTES_MAX;
  let head: SaftHead | null = null;
  try {
    for await (const batch of readSaft(blobSource(file), report, undefined, { onHead: (read) => (head ??= read) })) {
      lines.push(...batch.slice(0, PREVIEW_LINES - lines.length));
      if (lines.length >= PREVIEW_LINES && !whole) break;
    }
    return { lines, report, head, whole, trouble: null };
  } catch (error) {
    return { lines: [], report, head, whole, trouble: toReadError(error) };
  }
}

/** A document of a file, or the reason why it cannot be read. */
export type FilePreview<D> = { readonly name: string } & ({ readonly document: D } | { readonly trouble: ReadError });

/** Returns the first invoices of an XML file or zip. Refused ones are included with their reason. */
export const previewInvoices = (file: File): Promise<readonly FilePreview<InvoiceDocument>[]> =>
  readFirst(readInvoices(blobSource(file), file.name));

/** Returns the first despatch advices of an XML file or zip, like `previewInvoices`. */
export const previewDespatchAdvices = (file: File): Promise<readonly FilePreview<DespatchDocument>[]> =>
  readFirst(readDespatches(blobSource(file), file.name));

async function readFirst<D>(readings: AsyncIterable<Reading<D>>): Promise<readonly FilePreview<D>[]> {
  const seen: FilePreview<D>[] = [];
  for await (const reading of readings) {
    seen.push(
      reading.ok
        ? { name: reading.name, document: reading.document }
        : { name: reading.name, trouble: { code: reading.code, params: reading.findings[0]?.params ?? {} } },
    );
    if (seen.length >= PREVIEW_INVOICES) break;
  }
  return seen;
}

/** Returns the headings of the first sheet: the row with most texts, with the row below it as sample values. */
async function findHeadings(file: File): Promise<readonly Heading[]> {
  const rows: Row[] = [];
  for await (const batch of (await openLedger(file)).batches()) {
    rows.push(...batch);
    if (rows.length >= HEADING_ROWS) break;
  }
  const texts = ({ cells }: Row) => cells.filter(({ kind }) => kind === 'text').length;
  const heading = rows
    .slice(0, HEADING_ROWS)
    .reduce<Row | null>((best, row) => (best === null || texts(row) > texts(best) ? row : best), null);
  const below = rows[rows.findIndex((row) => row === heading) + 1];
  const named =
    heading?.cells.map(
      ({ text }, index) =>
        [text.trim(), { name: text.trim(), sample: below?.cells[index]?.text.trim() ?? '' }] as const,
    ) ?? [];
  return [...new Map(named.filter(([name]) => name !== '')).values()];
}

/** Converts an error to a reason. Errors that do not come from the readers become 'file-unreadable'. */
export function toReadError(error: unknown): ReadError {
  if (error instanceof FormatProblem || error instanceof ReadProblem) return { code: error.code, params: error.params };
  return { code: 'file-unreadable', params: {} };
}

/**
 * Detects the format of a file by its first bytes. XML and archives of unknown content count as invoices, and the
 * invoice reader refuses them.
 */
export async function detectFormat(file: File): Promise<SpendFormat> {
  const format = file.size === 0 ? 'table' : await detectSpendFormat(blobSource(file));
  return format === 'table' && /\.(xml|zip)$/i.test(file.name) ? 'invoice' : format;
}
