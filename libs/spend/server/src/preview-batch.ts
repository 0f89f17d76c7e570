import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import {
  Database,
  notFound,
  Problem,
  programPath,
  ReadInSubprocess,
  UnitOfWork,
  type CopyValue,
  type SpooledFile,
} from '@tallgrunn/platform';
import { add, limits, uuidv7 } from '@tallgrunn/values';
import { redactParams, type LedgerProfile, type LedgerScale, type RedactedField } from '@tallgrunn/formats';
import type { BatchKind } from './batch.ts';
import { SelectImportProfile } from './profiles/select-import-profile.ts';
import { FindOverlappingBatches, type Overlap } from './find-overlapping-batches.ts';
import type { DespatchAdvicesRequest, DespatchAdvicesOutput } from './programs/read-despatch-advices.program.ts';
import { refusalOf, type InvoiceSummary } from './collect-invoice-rows.ts';
import type { InvoicesRequest, InvoicesOutput } from './programs/read-invoices.program.ts';
import type { LedgerRequest, LedgerOutput } from './programs/read-ledger.program.ts';
import { LoadKnownParties } from './load-known-parties.ts';
import { detectFileKind } from './detect-file-kind.ts';
import { postingColumns } from './posting-rows.ts';
import type { BatchRequest } from './receive-batch.ts';
import { BatchStore } from './store/batch-store.ts';

/** Result of importing a file now, calculated without storing anything. */
export interface BatchPreview {
  readonly kind: BatchKind;
  /** The batch with the same file (by hash); null when there is none. */
  readonly known: { readonly id: string; readonly number: string } | null;
  /** Whether the lines were read. Very large files are only looked up by hash. */
  readonly read: boolean;
  readonly documents: number;
  readonly lines: number;
  readonly quarantined: number;
  /** Totals of all lines per currency, including duplicates. */
  readonly totals: Record<string, string>;
  /** Totals excl. VAT, and totals as in the file of lines whose VAT is unknown. */
  readonly netTotals: Record<string, string>;
  readonly unknownTotals: Record<string, string>;
  readonly leftOut: readonly { reason: string; rows: number; amounts: Record<string, string> }[];
  /** Data of the lines that would not be stored, with reasons. */
  readonly withheld: readonly RedactedField[];
  readonly findingCounts: Record<string, number>;
  /** Import profile, and the factor for its amounts. Null for other files and when no lines were read. */
  readonly profile: { readonly id: string; readonly name: string; readonly scale: LedgerScale } | null;
  /** Reason for a refusal; null when the file would be imported. */
  readonly refusal: { code: string; params: Record<string, unknown> } | null;
  /** Lines that earlier batches contain and that would not be counted. */
  readonly overlap: Overlap;
}

/** Intermediate result of reading. */
interface PreviewParts {
  documents: number;
  lines: number;
  quarantined: number;
  totals: Record<string, string>;
  netTotals: Record<string, string>;
  unknownTotals: Record<string, string>;
  leftOut: BatchPreview['leftOut'];
  withheld: BatchPreview['withheld'];
  findingCounts: Record<string, number>;
  profile: BatchPreview['profile'];
  refusal: BatchPreview['refusal'];
}

const emptyPreview = (): PreviewParts => ({
  documents: 0,
  lines: 0,
  quarantined: 0,
  totals: {},
  netTotals: {},
  unknownTotals: {},
  leftOut: [],
  withheld: [],
  findingCounts: {},
  profile: null,
  refusal: null,
});

/** Column positions of the compared values in the rows that are read. */
const POSTING = {
  key: 2,
  buyerId: 3,
  amount: 18,
  currency: 19,
  netAmount: postingColumns.indexOf('net_amount'),
} as const;
const INVOICE = {
  buyerNumber: 4,
  sellerKey: 7,
  type: 9,
  invoiceKey: 11,
  currency: 12,
  issuedOn: 13,
  lineSum: 20,
  lineCount: 23,
} as const;

/**
 * Reads a file completely as an import would, but stores nothing. Returns what would be imported, what would be
 * excluded, and what is already imported. Deletes the spool file.
 */
@Injectable()
export class PreviewBatch {
  constructor(
    private readonly database: Database,
    private readonly units: UnitOfWork,
    private readonly reader: ReadInSubprocess,
    private readonly batches: BatchStore,
    private readonly selectProfile: SelectImportProfile,
    private readonly findOverlaps: FindOverlappingBatches,
    private readonly loadKnownParties: LoadKnownParties,
  ) {}

  async run(file: SpooledFile, request: BatchRequest): Promise<BatchPreview> {
    try {
      const kind = request.kind ?? (await detectFileKind(file));
      const known = (await this.#aside(() => this.batches.findDuplicate(file.sha256, request.buyerId))) ?? null;
      const read = file.sizeBytes <= limits.spend.previewBytesMax && known === null;
      const overlap = this.findOverlaps.start();
      const parts = emptyPreview();
      if (read) await this.#read(file, { ...request, kind }, overlap, parts);
      return { kind, known, read, ...parts, overlap: await overlap.end() };
    } finally {
      await rm(file.path, { force: true });
    }
  }

  /** Runs work in its own transaction, so that none is open while the file is read. */
  #aside<T>(work: () => Promise<T>): Promise<T> {
    return this.units.run({ ...this.database.actor() }, work);
  }

  async #read(
    file: SpooledFile,
    request: BatchRequest & { kind: BatchKind },
    overlap: ReturnType<FindOverlappingBatches['start']>,
    parts: PreviewParts,
  ): Promise<void> {
    const batch = {
      id: uuidv7(new Date()),
      file_name: file.name,
      file_sha256: file.sha256,
      buyer_id: request.buyerId,
      period_key: request.period ?? null,
    };
    const buyers = await this.#aside(() =>
      this.database.query<{ id: string; org_number: string }>(
        `select id, org_number from identity.door_organisation_number where kind = 'buyer'`,
      ),
    );
    const common = { path: file.path, batch, buyers: buyers.map(({ id, org_number }) => [org_number, id] as const) };
    try {
      if (request.kind === 'ledger')
        await this.#ledger(
          file,
          {
            ...common,
            candidates: await this.#candidates(request),
            known: await this.#aside(() => this.loadKnownParties.run(request.buyerId)),
          },
          overlap,
          parts,
        );
      else if (request.kind === 'invoices') await this.#invoices(file, { ...common, former: [] }, overlap, parts);
      else await this.#deliveries(file, common, overlap, parts);
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'not-found') throw error;
      Object.assign(parts, emptyPreview(), { refusal: { code: error.code, params: redactParams(error.params) } });
      overlap.forget();
    }
  }

  async #candidates({ profileId, buyerId }: BatchRequest): Promise<(readonly LedgerProfile[])[]> {
    if (!profileId) return this.#aside(() => this.selectProfile.run(buyerId));
    const row = await this.#aside(() =>
      this.database.one<{ body: LedgerProfile }>('select body from spend.import_profile where id = $1', [profileId]),
    );
    if (!row) throw notFound('import-profile');
    return [[row.body]];
  }

  async #ledger(
    file: SpooledFile,
    request: LedgerRequest,
    overlap: ReturnType<FindOverlappingBatches['start']>,
    parts: PreviewParts,
  ): Promise<void> {
    for await (const output of this.reader.run<LedgerOutput>({
      program: programPath(import.meta.url, 'read-ledger.program'),
      request,
      sizeBytes: file.sizeBytes,
    })) {
      if ('postings' in output) {
        for (const row of output.postings) {
          const net = row[POSTING.netAmount];
          addAmount(parts.totals, row[POSTING.currency], row[POSTING.amount]);
          if (typeof net === 'string') addAmount(parts.netTotals, row[POSTING.currency], net);
          else addAmount(parts.unknownTotals, row[POSTING.currency], row[POSTING.amount]);
        }
        await overlap.postings(
          output.postings.map((row) => ({
            key: String(row[POSTING.key]),
            buyerId: row[POSTING.buyerId] as string | null,
          })),
        );
      }
      if ('summary' in output) {
        const {
          lines,
          quarantined,
          leftOut,
          withheld,
          findingCounts,
          profile: { id, name, numbers },
        } = output.summary;
        Object.assign(parts, {
          documents: 1,
          profile: { id, name, scale: numbers.scale ?? 1 },
          lines,
          quarantined,
          leftOut,
          withheld,
          findingCounts,
        });
      }
    }
  }

  async #invoices(
    file: SpooledFile,
    request: InvoicesRequest,
    overlap: ReturnType<FindOverlappingBatches['start']>,
    parts: PreviewParts,
  ): Promise<void> {
    for await (const output of this.reader.run<InvoicesOutput>({
      program: programPath(import.meta.url, 'read-invoices.program'),
      request,
      sizeBytes: file.sizeBytes,
    })) {
      if ('invoices' in output) {
        for (const row of output.invoices)
          for (const totals of [parts.totals, parts.netTotals])
            addAmount(totals, row[INVOICE.currency], row[INVOICE.lineSum]);
        await overlap.invoices(
          output.invoices.map((row) => ({
            seller: row[INVOICE.sellerKey],
            invoice: row[INVOICE.invoiceKey],
            type: row[INVOICE.type],
            issued_on: row[INVOICE.issuedOn],
            buyer: row[INVOICE.buyerNumber],
            lines: row[INVOICE.lineCount],
          })),
        );
      }
      if ('summary' in output) addSummary(output.summary, parts);
    }
  }

  async #deliveries(
    file: SpooledFile,
    request: DespatchAdvicesRequest,
    overlap: ReturnType<FindOverlappingBatches['start']>,
    parts: PreviewParts,
  ): Promise<void> {
    for await (const output of this.reader.run<DespatchAdvicesOutput>({
      program: programPath(import.meta.url, 'read-despatch-advices.program'),
      request,
      sizeBytes: file.sizeBytes,
    })) {
      if ('deliveries' in output)
        await overlap.deliveries(
          output.deliveries.map((row) => ({
            seller: row['seller_org_number'],
            number: row['number'],
            issued_on: row['issued_on'],
            buyer: row['buyer_org_number'],
            lines: row['line_count'],
          })),
        );
      if ('summary' in output) addSummary(output.summary, parts);
    }
  }
}

function addAmount(
  totals: Record<string, string>,
  currency: CopyValue | undefined,
  amount: CopyValue | undefined,
): void {
  if (typeof amount !== 'string') return;
  const key = typeof currency === 'string' ? currency : '';
  totals[key] = add(totals[key] ?? '0', amount);
}

function addSummary(
  { documents, lines, leftOut, withheld, findingCounts, findings }: InvoiceSummary,
  parts: PreviewParts,
): void {
  const refused = documents === 0 && leftOut.length === 0;
  Object.assign(parts, {
    documents,
    lines,
    leftOut,
    withheld,
    findingCounts,
    refusal: refused ? refusalOf({ findings }) : null,
  });
}
