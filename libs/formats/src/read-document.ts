import { type ByteSource, openTable, ReadProblem, type TableFile } from '@tallgrunn/tabular';
import { limits } from '@tallgrunn/values';
import { readWholeCatalogue } from './catalogue/read-catalogue.ts';
import { readDespatches } from './despatch/read-despatches.ts';
import { readDeclaration } from './footprint/read-declaration.ts';
import { FormatProblem, refused } from './format-problem.ts';
import { readInvoices } from './invoice/read-invoices.ts';
import type { LedgerProfile } from './ledger/ledger-profile.ts';
import { readLedgerDocument } from './ledger/ledger-document.ts';
import { readNotice } from './notice/read-notice.ts';
import type { DocumentKind, Read, Reading } from './reading.ts';
import { readSaftDocument } from './saft/saft-document.ts';
import { readTableDocument } from './read-table-document.ts';

export interface ReadOptions {
  /** Ledgers: the profile to use. Default: the best matching one. */
  readonly profile?: LedgerProfile;
  /** Declarations: day in Oslo that decides whether they have expired. */
  readonly today?: string;
  readonly signal?: AbortSignal;
}

const readers: Record<
  DocumentKind,
  (source: ByteSource, name: string, options: ReadOptions) => Promise<Reading<unknown>>
> = {
  invoice: (source, name, options) => combineReadings('invoice', readInvoices(source, name, options), name),
  despatch: (source, name, options) => combineReadings('despatch', readDespatches(source, name, options), name),
  ledger: (source, name, options) =>
    withTable('ledger', source, name, options, (table) => readLedgerDocument(table, name, options.profile)),
  table: (source, name, options) =>
    withTable('table', source, name, options, (table) => readTableDocument(table, name)),
  declaration: (source, name, { today, signal }) =>
    readDeclaration(source, { name, ...(today ? { today } : {}), ...(signal ? { signal } : {}) }),
  catalogue: (source, name, options) =>
    readWholeCatalogue(source, name, options.signal ? { signal: options.signal } : {}),
  saft: (source, name, options) => readSaftDocument(source, name, options.signal),
  notice: (source, name, options) => readNotice(source, name, options.signal ? { signal: options.signal } : {}),
};

/** Reads a whole file as one document, for the command line and tests. For large files, use the streaming readers. */
export async function readDocument(
  source: ByteSource,
  fileName: string,
  as: DocumentKind,
  options: ReadOptions = {},
): Promise<Reading<unknown>> {
  const reader = readers[as];
  if (source.size === 0) return refused(as, fileName, { code: 'file-empty', params: {} });
  return reader(source, fileName, options);
}

const plurals = { invoice: 'invoices', despatch: 'despatches' } as const;

/**
 * Returns one document as itself. A zip becomes `{ invoices }` or `{ despatches }`; refused documents become findings
 * with the name of their entry.
 */
async function combineReadings(
  kind: keyof typeof plurals,
  each: AsyncIterable<Reading<unknown>>,
  name: string,
): Promise<Reading<unknown>> {
  const readings: Reading<unknown>[] = [];
  for await (const reading of each) readings.push(reading);
  const [first] = readings;
  if (readings.length === 1 && first?.name === name) return first;
  const read = readings.filter((reading): reading is Read<unknown> => reading.ok);
  const findings = readings.flatMap((reading) =>
    reading.findings.map((finding) => ({
      ...finding,
      place: { ...finding.place, path: `${reading.name}${finding.place?.path ?? ''}` },
    })),
  );
  if (read.length === 0)
    return {
      ...refused(kind, name, { code: first && !first.ok ? first.code : 'zip-without-documents', params: {} }),
      findings,
    };
  return { ok: true, kind, name, document: { [plurals[kind]]: read.map((reading) => reading.document) }, findings };
}

async function withTable(
  kind: DocumentKind,
  source: ByteSource,
  name: string,
  options: ReadOptions,
  read: (table: TableFile) => Promise<Reading<unknown>>,
): Promise<Reading<unknown>> {
  try {
    const bounds = kind === 'ledger' ? { limits: limits.spend } : {};
    return await read(
      await openTable(source, name, { ...bounds, ...(options.signal ? { signal: options.signal } : {}) }),
    );
  } catch (error) {
    if (error instanceof ReadProblem || error instanceof FormatProblem) return refused(kind, name, error);
    throw error;
  }
}
