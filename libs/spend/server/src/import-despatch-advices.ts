import { Injectable } from '@nestjs/common';
import { AuditLog, Database, DomainEvents, programPath, ReadInSubprocess, type Progress } from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';
import type { Batch } from './batch.ts';
import type { DeliveryRow } from './collect-despatch-rows.ts';
import { refusalOf, type InvoiceSummary } from './collect-invoice-rows.ts';
import type { DespatchAdvicesRequest, DespatchAdvicesOutput } from './programs/read-despatch-advices.program.ts';
import { BatchStore } from './store/batch-store.ts';
import { BatchFile } from './store/batch-file.ts';
import { AssignDeliveryDates } from './assign-delivery-dates.ts';

const ROWS_AT_ONCE = 5_000;

/**
 * Imports a file of despatch advices: goods, seller and order. They contain no amounts; invoices get their delivery
 * dates from them. Publishes `spend.batch-posted`.
 */
@Injectable()
export class ImportDespatchAdvices {
  constructor(
    private readonly database: Database,
    private readonly batches: BatchStore,
    private readonly file: BatchFile,
    private readonly reader: ReadInSubprocess,
    private readonly assignDates: AssignDeliveryDates,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
  ) {}

  async run(batch: Batch, progress: Progress): Promise<void> {
    const { documents, refused, lines, leftOut, withheld, findingCounts, findings } = await this.#read(batch, progress);
    if (documents === 0 && leftOut.length === 0)
      return await this.batches.refuse(batch.id, refusalOf({ findings }), findings);
    const duplicates = await this.#markRepeated(batch.id);
    await progress.tell('tying', documents, documents);
    const assigned = await this.assignDates.run(batch);
    await this.batches.post(batch.id, {
      documents,
      refusedDocuments: refused,
      lines,
      quarantined: 0,
      repeated: duplicates,
      totals: {},
      leftOut,
      withheld,
      findingCounts,
      findings,
    });
    await this.audit.record({
      act: 'spend.posted',
      subject: { kind: 'spend-batch', id: batch.id },
      details: { documents, refused, lines, repeated: duplicates, tied: assigned },
    });
    const buyers = await this.database.query<{ buyer_id: string }>(
      'select distinct buyer_id from spend.despatch_advice where batch_id = $1 and buyer_id is not null',
      [batch.id],
    );
    await this.facts.publish({
      name: 'spend.batch-posted',
      subjectId: batch.id,
      payload: { kind: batch.kind, buyerIds: buyers.map(({ buyer_id }) => buyer_id) },
    });
  }

  async #read(batch: Batch, progress: Progress): Promise<InvoiceSummary> {
    const buyers = await this.database.query<{ id: string; org_number: string }>(
      `select id, org_number from identity.door_organisation_number where kind = 'buyer'`,
    );
    const request: Omit<DespatchAdvicesRequest, 'path'> = {
      batch,
      buyers: buyers.map(({ id, org_number }) => [org_number, id]),
    };
    let summary: InvoiceSummary | null = null;
    const outputs = this.file.read(batch, (path) =>
      this.reader.run<DespatchAdvicesOutput>({
        program: programPath(import.meta.url, 'read-despatch-advices.program'),
        request: { path, ...request } satisfies DespatchAdvicesRequest,
        sizeBytes: Number(batch.size_bytes),
      }),
    );
    for await (const output of outputs) {
      if ('deliveries' in output) await this.#store('delivery', output.deliveries);
      else if ('lines' in output) await this.#store('delivery_line', output.lines);
      else if ('read' in output) await progress.tell('reading', output.read);
      else summary = output.summary;
    }
    if (!summary) throw new Error('The despatch advices were read without a summary.');
    return summary;
  }

  async #store(table: 'delivery' | 'delivery_line', rows: readonly DeliveryRow[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const some = jsonbText(rows.slice(at, at + ROWS_AT_ONCE));
      if (table === 'delivery')
        await this.database.query(
          `insert into spend.despatch_advice (${columns}) select ${columns} from jsonb_populate_recordset(null::spend.despatch_advice, $1)`,
          [some],
        );
      else
        await this.database.query(
          `insert into spend.despatch_line (${columns}) select ${columns} from jsonb_populate_recordset(null::spend.despatch_line, $1)`,
          [some],
        );
    }
  }

  /**
   * Marks advices that an earlier batch, or this one before them, already contains. They are stored but not used. Takes
   * an advisory lock. Returns their number.
   */
  async #markRepeated(batchId: string): Promise<number> {
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended('spend.despatch_advice' || platform.cooperative(), 0))`,
    );
    const rows = await this.database.query(
      `update spend.despatch_advice d set repeated = true
       where d.batch_id = $1 and d.number is not null and exists (
         select 1 from spend.despatch_advice e
         where e.seller_org_number is not distinct from d.seller_org_number and e.number = d.number and e.issued_on is not distinct from d.issued_on and e.buyer_org_number is not distinct from d.buyer_org_number
           and (case when e.batch_id = d.batch_id then e.document_no < d.document_no else not e.repeated end))
       returning d.document_no`,
      [batchId],
    );
    return rows.length;
  }
}
