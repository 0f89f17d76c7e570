import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Database,
  DomainEvents,
  programPath,
  ReadInSubprocess,
  type CopyValue,
  type Progress,
} from '@tallgrunn/platform';
import type { Batch } from './batch.ts';
import { SelectImportProfile } from './profiles/select-import-profile.ts';
import { monthOfBatch, postingColumns } from './posting-rows.ts';
import { LoadKnownParties } from './load-known-parties.ts';
import type { LedgerRequest, LedgerOutput, LedgerSummary } from './programs/read-ledger.program.ts';
import { StoreExcludedRows } from './reconciliation/store-set-aside.ts';
import { BatchStore, type BatchOutcome } from './store/batch-store.ts';
import { BatchFile } from './store/batch-file.ts';
import { MatchInvoices } from './match-invoices.ts';

/** Maximum length of a ledger number that is learned. Longer values are not numbers and do not fit in the index. */
const SUPPLIER_NUMBER_MAX = 100;

/**
 * Imports a ledger export with COPY, using its import profile. Postings that an earlier batch contains are stored but
 * not counted. Publishes `spend.batch-posted`.
 */
@Injectable()
export class ImportLedger {
  constructor(
    private readonly database: Database,
    private readonly batches: BatchStore,
    private readonly file: BatchFile,
    private readonly reader: ReadInSubprocess,
    private readonly selectProfile: SelectImportProfile,
    private readonly loadKnownParties: LoadKnownParties,
    private readonly match: MatchInvoices,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly storeExcludedRows: StoreExcludedRows,
  ) {}

  async run(batch: Batch, progress: Progress): Promise<void> {
    const candidates = batch.profile ? [[batch.profile]] : await this.selectProfile.run(batch.buyer_id);
    const request: Omit<LedgerRequest, 'path'> = {
      batch,
      candidates,
      buyers: await this.#buyersByNumber(),
      known: await this.loadKnownParties.run(batch.buyer_id),
    };
    const output = this.file.read(batch, (path) =>
      this.reader.run<LedgerOutput>({
        program: programPath(import.meta.url, 'read-ledger.program'),
        request: { path, ...request } satisfies LedgerRequest,
        sizeBytes: Number(batch.size_bytes),
      }),
    );
    const result: { summary: LedgerSummary | null } = { summary: null };
    await this.database.copyLines(
      'spend.posting',
      postingColumns,
      postings(output, progress, (summary) => (result.summary = summary)),
    );
    if (!result.summary) throw new Error('The ledger was read without a summary.');
    await this.batches.useProfile(batch.id, result.summary.profile);
    await progress.tell('tying', result.summary.rows, result.summary.rows);
    const { buyerId } = result.summary;
    if (batch.buyer_id === null && buyerId !== null) await this.batches.useBuyer(batch, buyerId);
    await this.#post({ ...batch, buyer_id: buyerId }, result.summary);
  }

  async #buyersByNumber(): Promise<[orgNumber: string, id: string][]> {
    const rows = await this.database.query<{ id: string; org_number: string }>(
      `select id, org_number from identity.door_organisation_number where kind = 'buyer'`,
    );
    return rows.map(({ id, org_number }) => [org_number, id]);
  }

  async #post(batch: Batch, report: LedgerSummary): Promise<void> {
    await this.#learnSupplierNumbers(batch);
    const duplicates = await this.#markRepeated(batch);
    await this.#cover(batch);
    await this.storeExcludedRows.run(batch, monthOfBatch(batch), report.setAside, report.statedAccounts);
    const matched = await this.match.run(batch.id);
    await this.batches.post(batch.id, await this.#outcome(batch, report, duplicates));
    await this.audit.record({
      act: 'spend.posted',
      subject: { kind: 'spend-batch', id: batch.id },
      details: {
        rows: report.rows,
        lines: report.lines,
        quarantined: report.quarantined,
        leftOut: report.leftOut.reduce((rows, left) => rows + left.rows, 0),
        repeated: duplicates,
        tied: matched,
      },
    });
    await this.facts.publish({
      name: 'spend.batch-posted',
      subjectId: batch.id,
      payload: { kind: batch.kind, buyerIds: batch.buyer_id === null ? [] : [batch.buyer_id] },
    });
  }

  async #outcome({ id }: Batch, report: LedgerSummary, duplicates: number): Promise<BatchOutcome> {
    const totals = await this.database.query<{ currency: string; amount: string }>(
      'select currency, sum(amount)::text as amount from spend.posting where batch_id = $1 and not repeated group by currency',
      [id],
    );
    return {
      documents: 1,
      refusedDocuments: 0,
      lines: report.lines,
      quarantined: report.quarantined,
      repeated: duplicates,
      totals: Object.fromEntries(totals.map(({ currency, amount }) => [currency, amount])),
      leftOut: report.leftOut,
      withheld: report.withheld,
      findingCounts: report.findingCounts,
      findings: report.findings,
    };
  }

  /**
   * Stores which organisation number belongs to the buyer's ledger number of a supplier, and adds it to postings that
   * have only the latter.
   */
  async #learnSupplierNumbers({ id, buyer_id }: Batch): Promise<void> {
    if (buyer_id === null) return;
    await this.database.query(
      `insert into spend.supplier_ledger_number (buyer_id, seller_number, seller_org_number, batch_id)
       select distinct on (seller_number) buyer_id, seller_number, seller_org_number, batch_id from spend.posting
       where batch_id = $1 and length(seller_number) <= ${SUPPLIER_NUMBER_MAX} and seller_org_number is not null order by seller_number, line_no desc
       on conflict (cooperative_id, buyer_id, seller_number) do update set seller_org_number = excluded.seller_org_number, batch_id = excluded.batch_id
       where spend.supplier_ledger_number.seller_org_number <> excluded.seller_org_number`,
      [id],
    );
    await this.database.query(
      `update spend.posting p set seller_org_number = n.seller_org_number
       from spend.supplier_ledger_number n
       where p.batch_id = $1 and p.seller_org_number is null and n.buyer_id = p.buyer_id and n.seller_number = p.seller_number`,
      [id],
    );
  }

  async #markRepeated({ id, buyer_id }: Batch): Promise<number> {
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended('spend.posting' || platform.cooperative() || coalesce($1::text, ''), 0))`,
      [buyer_id],
    );
    const rows = await this.database.query<{ count: number }>(
      `with again as (
         update spend.posting p set repeated = true
         from spend.posting e
         where p.batch_id = $1 and e.batch_id <> p.batch_id and e.cooperative_id = p.cooperative_id and e.line_key = p.line_key and e.buyer_id is not distinct from p.buyer_id and not e.repeated
         returning 1
       ) select count(*)::int as count from again`,
      [id],
    );
    return rows[0]?.count ?? 0;
  }

  /**
   * Stores the covered months with their number of new postings. Overlap with an earlier file does not increase a
   * month.
   */
  async #cover({ id, buyer_id }: Batch): Promise<void> {
    if (buyer_id === null) return;
    await this.database.query(
      `insert into spend.ledger_coverage (batch_id, buyer_id, month, postings)
       select batch_id, buyer_id, period, count(*) filter (where not repeated) from spend.posting where batch_id = $1 and period is not null group by batch_id, buyer_id, period`,
      [id],
    );
  }
}

/** Yields the rows as they are read; passes progress and summary on. */
async function* postings(
  output: AsyncIterable<LedgerOutput>,
  progress: Progress,
  onSummary: (summary: LedgerSummary) => void,
): AsyncGenerator<readonly CopyValue[]> {
  for await (const each of output) {
    if ('postings' in each) for (const row of each.postings) yield row;
    else if ('read' in each) await progress.tell('reading', each.read);
    else onSummary(each.summary);
  }
}
