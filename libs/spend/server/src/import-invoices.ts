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
import { SHORT_NUMBER, type Batch } from './batch.ts';
import { refusalOf, type FormerBuyer, type InvoiceSummary } from './collect-invoice-rows.ts';
import { invoiceColumns, invoiceLineColumns } from './invoice-rows.ts';
import type { InvoicesRequest, InvoicesOutput } from './programs/read-invoices.program.ts';
import { BatchStore, type BatchOutcome } from './store/batch-store.ts';
import { BatchFile } from './store/batch-file.ts';
import { COUNT_INVOICE_MONTHS_SQL } from './store/invoice-months.ts';
import { AssignDeliveryDates } from './assign-delivery-dates.ts';
import { MatchInvoices } from './match-invoices.ts';

const ROWS_AT_ONCE = 5_000;
const CHARACTERS_AT_ONCE = 8_000_000;

/** Buffer of rows to be inserted, limited by number of rows and characters. */
interface InsertBuffer {
  invoices: CopyValue[][];
  lines: CopyValue[][];
  characters: number;
}

/**
 * Imports a file of e-invoices: every readable document with its lines. Unreadable ones are listed with their code.
 * Publishes `spend.batch-posted`.
 */
@Injectable()
export class ImportInvoices {
  constructor(
    private readonly database: Database,
    private readonly batches: BatchStore,
    private readonly file: BatchFile,
    private readonly reader: ReadInSubprocess,
    private readonly match: MatchInvoices,
    private readonly deliveries: AssignDeliveryDates,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
  ) {}

  async run(batch: Batch, progress: Progress): Promise<void> {
    const read = await this.#read(batch, progress);
    if (read.documents === 0 && read.leftOut.length === 0)
      return await this.batches.refuse(batch.id, refusalOf(read), read.findings);
    const duplicates = await this.#markRepeated(batch.id);
    for (const sql of COUNT_INVOICE_MONTHS_SQL) await this.database.query(sql, [[batch.id]]);
    await progress.tell('tying', read.documents, read.documents);
    const matched = await this.match.run(batch.id);
    await this.deliveries.run(batch);
    await this.batches.post(batch.id, outcomeOf(read, duplicates, await this.#totals(batch.id)));
    await this.audit.record({
      act: 'spend.posted',
      subject: { kind: 'spend-batch', id: batch.id },
      details: {
        documents: read.documents,
        refused: read.refused,
        lines: read.lines,
        repeated: duplicates,
        tied: matched,
      },
    });
    await this.facts.publish({
      name: 'spend.batch-posted',
      subjectId: batch.id,
      payload: { kind: batch.kind, buyerIds: await this.#buyersOf(batch.id) },
    });
  }

  async #read(batch: Batch, progress: Progress): Promise<InvoiceSummary> {
    const request: Omit<InvoicesRequest, 'path'> = {
      batch,
      buyers: await this.#buyersByNumber(),
      former: await this.#formerBuyers(),
    };
    const program = programPath(import.meta.url, 'read-invoices.program');
    const insertBuffer: InsertBuffer = { invoices: [], lines: [], characters: 0 };
    let summary: InvoiceSummary | null = null;
    const outputs = this.file.read(batch, (path) =>
      this.reader.run<InvoicesOutput>({
        program,
        request: { path, ...request } satisfies InvoicesRequest,
        sizeBytes: Number(batch.size_bytes),
      }),
    );
    for await (const output of outputs) {
      if ('invoices' in output) await this.#take(insertBuffer, 'invoices', output.invoices);
      else if ('lines' in output) await this.#take(insertBuffer, 'lines', output.lines);
      else if ('read' in output) await progress.tell('reading', output.read);
      else summary = output.summary;
    }
    await this.#flush(insertBuffer);
    if (!summary) throw new Error('The invoices were read without a summary.');
    return summary;
  }

  async #take(insertBuffer: InsertBuffer, to: 'invoices' | 'lines', rows: readonly CopyValue[][]): Promise<void> {
    for (const row of rows) {
      insertBuffer[to].push(row);
      insertBuffer.characters += row.reduce<number>(
        (sum, cell) => sum + (typeof cell === 'string' ? cell.length : 8),
        0,
      );
    }
    if (insertBuffer.lines.length >= ROWS_AT_ONCE || insertBuffer.characters >= CHARACTERS_AT_ONCE)
      await this.#flush(insertBuffer);
  }

  /** Inserts the buffered rows, invoices before the lines that refer to them. */
  async #flush(insertBuffer: InsertBuffer): Promise<void> {
    if (insertBuffer.invoices.length > 0)
      await this.database.copyLines('spend.invoice', invoiceColumns, insertBuffer.invoices);
    if (insertBuffer.lines.length > 0)
      await this.database.copyLines('spend.invoice_line', invoiceLineColumns, insertBuffer.lines);
    Object.assign(insertBuffer, { invoices: [], lines: [], characters: 0 } satisfies InsertBuffer);
  }

  async #buyersByNumber(): Promise<[orgNumber: string, id: string][]> {
    const rows = await this.database.query<{ id: string; org_number: string }>(
      `select id, org_number from identity.door_organisation_number where kind = 'buyer'`,
    );
    return rows.map(({ id, org_number }) => [org_number, id]);
  }

  #formerBuyers(): Promise<FormerBuyer[]> {
    return this.database.query<FormerBuyer & Record<string, unknown>>(
      `select o.org_number as "orgNumber", e.effective_on as "on",
         (select string_agg(t.name, ', ' order by t.name) from identity.door_organisation t where t.cooperative_id = e.cooperative_id and t.id = any (e.successor_ids)) as by
       from agreements.door_organisation_change e
       join identity.door_organisation_number o on o.cooperative_id = e.cooperative_id and o.kind = 'buyer' and o.id = any (e.predecessor_ids) and not o.id = any (e.successor_ids)
       order by e.effective_on, e.id`,
    );
  }

  /**
   * Marks invoices that an earlier batch, or this one before them, already contains. They are stored but not counted.
   * Numbers that became very short when a name was removed are equal only with equal sums. Takes an advisory lock.
   * Returns their number.
   */
  async #markRepeated(batchId: string): Promise<number> {
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended('spend.invoice' || platform.cooperative(), 0))`,
    );
    const rows = await this.database.query(
      `update spend.invoice i set repeated = true
       where i.batch_id = $1 and i.invoice_key is not null and exists (
         select 1 from spend.invoice e
         where e.seller_key = i.seller_key and e.invoice_key = i.invoice_key and e.type = i.type and e.issued_on is not distinct from i.issued_on
           and e.buyer_org_number is not distinct from i.buyer_org_number
           and (length(i.invoice_key) > ${SHORT_NUMBER} or e.line_sum is not distinct from i.line_sum)
           and (case when e.batch_id = i.batch_id then e.document_no < i.document_no else not e.repeated end))
       returning i.document_no`,
      [batchId],
    );
    return rows.length;
  }

  async #totals(batchId: string): Promise<Record<string, string>> {
    const rows = await this.database.query<{ currency: string | null; amount: string }>(
      `select l.currency, sum(l.amount)::text as amount
       from spend.invoice_line l join spend.invoice i on i.cooperative_id = l.cooperative_id and i.batch_id = l.batch_id and i.document_no = l.document_no
       where l.batch_id = $1 and not i.repeated and l.amount is not null group by l.currency`,
      [batchId],
    );
    return Object.fromEntries(rows.map(({ currency, amount }) => [currency ?? '', amount]));
  }

  async #buyersOf(batchId: string): Promise<string[]> {
    const rows = await this.database.query<{ buyer_id: string }>(
      'select distinct buyer_id from spend.invoice where batch_id = $1 and buyer_id is not null',
      [batchId],
    );
    return rows.map((row) => row.buyer_id);
  }
}

function outcomeOf(
  { documents, refused, lines, leftOut, withheld, findingCounts, findings }: InvoiceSummary,
  duplicates: number,
  totals: Record<string, string>,
): BatchOutcome {
  return {
    documents,
    refusedDocuments: refused,
    lines,
    quarantined: 0,
    repeated: duplicates,
    totals,
    leftOut,
    withheld,
    findingCounts,
    findings,
  };
}
