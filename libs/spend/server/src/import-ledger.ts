import { Injectable } from '@nestjs/common';
import { LedgerReport, readLedger, type LedgerProfile } from '@tallgrunn/formats';
import { AuditTrail, Database, Facts, FileStore, type CopyValue, type Progress } from '@tallgrunn/platform';
import { openTable, type TableFile } from '@tallgrunn/tabular';
import { LineKeyCounter, limits } from '@tallgrunn/values';
import type { Batch } from './batch.ts';
import { ChooseProfile } from './choose-profile.ts';
import { postingColumns, postingRow } from './posting-rows.ts';
import { BatchStore, type BatchOutcome } from './store/batch-store.ts';
import { TieInvoices } from './tie-invoices.ts';

const TELL_EVERY_ROWS = 20_000;
const FINDINGS_KEPT_PER_CODE_MAX = 200;

/** Posts a ledger export by COPY, through the profile it is read with. Postings that an earlier batch has already are kept and not counted again. */
@Injectable()
export class ImportLedger {
  constructor(
    private readonly database: Database,
    private readonly batches: BatchStore,
    private readonly files: FileStore,
    private readonly choose: ChooseProfile,
    private readonly tie: TieInvoices,
    private readonly facts: Facts,
    private readonly audit: AuditTrail,
  ) {}

  async run(batch: Batch, progress: Progress): Promise<void> {
    const file = await this.files.open(batch.file_sha256);
    try {
      const table = await openTable(file, batch.file_name, { limits: limits.spend });
      const profile = batch.profile ?? (await this.choose.run(table, batch.buyer_id));
      await this.batches.useProfile(batch.id, profile);
      const report = new LedgerReport(FINDINGS_KEPT_PER_CODE_MAX);
      await this.database.copyLines('spend.posting', postingColumns, rowsOf(table, profile, batch, report, progress));
      await progress.tell('tying', report.rows, report.rows);
      await this.#post(batch, report);
    } finally {
      await file.close();
    }
  }

  async #post(batch: Batch, report: LedgerReport): Promise<void> {
    await this.#learnSupplierNumbers(batch);
    const repeated = await this.#markRepeated(batch);
    await this.#cover(batch);
    const tied = await this.tie.run(batch.id);
    await this.batches.post(batch.id, await this.#outcome(batch, report, repeated));
    await this.audit.record({ act: 'spend.posted', subject: { kind: 'spend-batch', id: batch.id }, details: { rows: report.rows, lines: report.lines, quarantined: report.quarantined, repeated, tied } });
    await this.facts.announce({ name: 'spend.batch-posted', subjectId: batch.id, payload: { kind: batch.kind, buyerIds: batch.buyer_id === null ? [] : [batch.buyer_id] } });
  }

  async #outcome({ id }: Batch, report: LedgerReport, repeated: number): Promise<BatchOutcome> {
    const totals = await this.database.query<{ currency: string; amount: string }>('select currency, sum(amount)::text as amount from spend.posting where batch_id = $1 and not repeated group by currency', [id]);
    return {
      documents: 1,
      refusedDocuments: 0,
      lines: report.lines,
      quarantined: report.quarantined,
      repeated,
      totals: Object.fromEntries(totals.map(({ currency, amount }) => [currency, amount])),
      leftOut: [...report.leftOut].map(([reason, left]) => ({ reason, ...left })),
      findingCounts: Object.fromEntries(report.counts),
      findings: report.findings,
    };
  }

  /** Keeps which organisation number stands beside the buyer's own supplier number, and fills in where only the latter stands. */
  async #learnSupplierNumbers({ id, buyer_id }: Batch): Promise<void> {
    if (buyer_id === null) return;
    await this.database.query(
      `insert into spend.supplier_number (buyer_id, seller_number, seller_org_number, batch_id)
       select distinct on (seller_number) buyer_id, seller_number, seller_org_number, batch_id from spend.posting
       where batch_id = $1 and seller_number is not null and seller_org_number is not null order by seller_number, line_no desc
       on conflict (cooperative_id, buyer_id, seller_number) do update set seller_org_number = excluded.seller_org_number, batch_id = excluded.batch_id
       where spend.supplier_number.seller_org_number <> excluded.seller_org_number`,
      [id],
    );
    await this.database.query(
      `update spend.posting p set seller_org_number = n.seller_org_number
       from spend.supplier_number n
       where p.batch_id = $1 and p.seller_org_number is null and n.buyer_id = p.buyer_id and n.seller_number = p.seller_number`,
      [id],
    );
  }

  async #markRepeated({ id, buyer_id }: Batch): Promise<number> {
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('spend.posting' || platform.cooperative() || coalesce($1::text, ''), 0))`, [buyer_id]);
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

  async #cover({ id, buyer_id }: Batch): Promise<void> {
    if (buyer_id === null) return;
    await this.database.query(
      `insert into spend.coverage (batch_id, buyer_id, month, postings)
       select batch_id, buyer_id, period, count(*) from spend.posting where batch_id = $1 and period is not null group by batch_id, buyer_id, period`,
      [id],
    );
  }
}

async function* rowsOf(table: TableFile, profile: LedgerProfile, batch: Batch, report: LedgerReport, progress: Progress): AsyncGenerator<CopyValue[]> {
  const keys = new LineKeyCounter();
  let lineNo = 0;
  let toldAt = 0;
  for await (const lines of readLedger(table, profile, report)) {
    for (const line of lines) yield postingRow(line, (lineNo += 1), batch, keys);
    if (report.rows - toldAt < TELL_EVERY_ROWS) continue;
    toldAt = report.rows;
    await progress.tell('reading', report.rows);
  }
}
