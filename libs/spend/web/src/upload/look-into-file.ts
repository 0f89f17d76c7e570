import {
  FormatProblem,
  LedgerReport,
  proposeProfile,
  readDespatches,
  readInvoices,
  readLedger,
  readSaft,
  tellSpendFormat,
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

/** Why a file cannot be read; words come from the readers' own sentences. */
export interface Trouble {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A column of a file: its heading, and what stands first below it. */
export interface Heading {
  readonly name: string;
  readonly sample: string;
}

/** What a ledger's headings say, before anybody has chosen how to read it. */
export interface LedgerLook {
  readonly headings: readonly Heading[];
  /** Ways of reading that fit, the best first. */
  readonly proposals: readonly Proposal[];
}

/** The beginning of a ledger as one way of reading makes it. */
export interface LedgerPreview {
  readonly lines: readonly LedgerLine[];
  readonly report: LedgerReport;
  readonly trouble: Trouble | null;
}

/** The beginning of a SAF-T file, with whose accounts it says it is. */
export interface SaftPreview extends LedgerPreview {
  readonly head: SaftHead | null;
  /** Whether the whole file was read here, and so is known to balance. */
  readonly whole: boolean;
}

/** Files that are read to their end on this machine before they are sent. */
const WHOLE_BYTES_MAX = 40 * 1024 * 1024;
const PREVIEW_LINES = 8;
const PREVIEW_INVOICES = 5;
const HEADING_ROWS = 50;

const openLedger = (file: File): Promise<TableFile> => openTable(blobSource(file), file.name, { limits: limits.spend });

/** Reads a ledger's first rows on this machine; nothing is sent. Throws what `troubleOf` can tell. */
export async function lookIntoLedger(file: File, known: readonly LedgerProfile[]): Promise<LedgerLook> {
  const [proposals, headings] = [await proposeProfile(await openLedger(file), known), await headingsOf(file)];
  return { headings, proposals };
}

/** The first postings as a profile reads them, with what it leaves out so far. */
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
    return { lines, report, trouble: troubleOf(error) };
  }
}

/** The first purchases of a SAF-T file; a file of ordinary size is read to its end, so that one that does not balance is told of at once. */
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
    return { lines: [], report, head, whole, trouble: troubleOf(error) };
  }
}

/** A document of a file, or why it is none. */
export type Seen<D> = { readonly name: string } & ({ readonly document: D } | { readonly trouble: Trouble });

/** The first invoices of an XML file or a zip of them; refusals come among them as trouble. */
export const previewInvoices = (file: File): Promise<readonly Seen<InvoiceDocument>[]> =>
  firstOf(readInvoices(blobSource(file), file.name));

/** The same of despatch advices. */
export const previewDeliveries = (file: File): Promise<readonly Seen<DespatchDocument>[]> =>
  firstOf(readDespatches(blobSource(file), file.name));

async function firstOf<D>(readings: AsyncIterable<Reading<D>>): Promise<readonly Seen<D>[]> {
  const seen: Seen<D>[] = [];
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

/** The row of the first sheet that looks most like headings, the one with most texts, with the row below it. */
async function headingsOf(file: File): Promise<readonly Heading[]> {
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

/** What a reader threw, or null when it is none of the file's. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof FormatProblem || error instanceof ReadProblem) return { code: error.code, params: error.params };
  return { code: 'file-unreadable', params: {} };
}

/** What a file holds, by what stands first in it; XML and archives that do not say it are left to the reader of invoices to refuse. */
export async function formatOf(file: File): Promise<SpendFormat> {
  const format = file.size === 0 ? 'table' : await tellSpendFormat(blobSource(file));
  return format === 'table' && /\.(xml|zip)$/i.test(file.name) ? 'invoice' : format;
}
