import { Injectable } from '@nestjs/common';
import { readInvoices, type FormatFinding, type InvoiceDocument, type Read } from '@tallgrunn/formats';
import { AuditTrail, Database, Facts, FileStore, type CopyValue, type Progress } from '@tallgrunn/platform';
import { LineKeyCounter } from '@tallgrunn/values';
import type { Batch } from './batch.ts';
import { invoiceColumns, invoiceLineColumns, invoiceLineRows, invoiceRow } from './invoice-rows.ts';
import { BatchStore, type BatchOutcome } from './store/batch-store.ts';
import { TieInvoices } from './tie-invoices.ts';

const ROWS_AT_ONCE = 5_000;
const TELL_EVERY_MS = 500;
const FINDINGS_KEPT_MAX = 2_000;

interface Gathered {
  documents: number;
  refused: number;
  lines: number;
  readonly counts: Record<string, number>;
  readonly findings: (FormatFinding & { document: string })[];
  invoices: CopyValue[][];
  rows: CopyValue[][];
}

/** Posts a file of e-invoices: every document that can be read, with its lines; the others are named with their code. */
@Injectable()
export class ImportInvoices {
  constructor(
    private readonly database: Database,
    private readonly batches: BatchStore,
    private readonly files: FileStore,
    private readonly tie: TieInvoices,
    private readonly facts: Facts,
    private readonly audit: AuditTrail,
  ) {}

  async run(batch: Batch, progress: Progress): Promise<void> {
    const file = await this.files.open(batch.file_sha256);
    try {
      const gathered = await this.#read(batch, file, progress);
      if (gathered.documents === 0) return await this.#refuse(batch, gathered);
      const repeated = await this.#markRepeated(batch.id);
      await progress.tell('tying', gathered.documents, gathered.documents);
      const tied = await this.tie.run(batch.id);
      await this.batches.post(batch.id, outcomeOf(gathered, repeated, await this.#totals(batch.id)));
      await this.audit.record({ act: 'spend.posted', subject: { kind: 'spend-batch', id: batch.id }, details: { documents: gathered.documents, refused: gathered.refused, lines: gathered.lines, repeated, tied } });
      await this.facts.announce({ name: 'spend.batch-posted', subjectId: batch.id, payload: { kind: batch.kind, buyerIds: await this.#buyersOf(batch.id) } });
    } finally {
      await file.close();
    }
  }

  async #read(batch: Batch, file: Parameters<typeof readInvoices>[0], progress: Progress): Promise<Gathered> {
    const gathered: Gathered = { documents: 0, refused: 0, lines: 0, counts: {}, findings: [], invoices: [], rows: [] };
    const buyers = await this.#buyersByNumber();
    const keys = new LineKeyCounter();
    let toldAt = 0;
    for await (const reading of readInvoices(file, batch.file_name)) {
      keep(gathered, reading.name, reading.findings);
      if (reading.ok) take(gathered, batch, reading, buyerOf(batch, reading.document, buyers), keys);
      else gathered.refused += 1;
      if (gathered.rows.length >= ROWS_AT_ONCE) await this.#flush(gathered);
      if (Date.now() - toldAt < TELL_EVERY_MS) continue;
      toldAt = Date.now();
      await progress.tell('reading', gathered.documents + gathered.refused);
    }
    await this.#flush(gathered);
    return gathered;
  }

  async #flush(gathered: Gathered): Promise<void> {
    const { invoices, rows } = gathered;
    if (invoices.length === 0) return;
    await this.database.copyLines('spend.invoice', invoiceColumns, invoices);
    await this.database.copyLines('spend.invoice_line', invoiceLineColumns, rows);
    gathered.invoices = [];
    gathered.rows = [];
  }

  async #refuse(batch: Batch, { findings }: Gathered): Promise<void> {
    const first = findings.find((finding) => finding.severity === 'blocksFile');
    await this.batches.refuse(batch.id, { code: first?.code ?? 'zip-without-documents', params: first?.params ?? {} }, findings);
  }

  async #buyersByNumber(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; org_number: string }>(`select id, org_number from identity.door_organisation where kind = 'buyer' and org_number is not null`);
    return new Map(rows.map(({ id, org_number }) => [org_number, id]));
  }

  /** An invoice that an earlier batch, or this one before it, has already: kept, and not counted again. */
  async #markRepeated(batchId: string): Promise<number> {
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('spend.invoice' || platform.cooperative(), 0))`);
    const rows = await this.database.query(
      `update spend.invoice i set repeated = true
       where i.batch_id = $1 and i.invoice_key is not null and exists (
         select 1 from spend.invoice e
         where e.seller_key = i.seller_key and e.invoice_key = i.invoice_key and e.type = i.type and e.issued_on is not distinct from i.issued_on
           and e.buyer_org_number is not distinct from i.buyer_org_number
           and (case when e.batch_id = i.batch_id then e.invoice_no < i.invoice_no else not e.repeated end))
       returning i.invoice_no`,
      [batchId],
    );
    return rows.length;
  }

  async #totals(batchId: string): Promise<Record<string, string>> {
    const rows = await this.database.query<{ currency: string | null; amount: string }>(
      `select l.currency, sum(l.amount)::text as amount
       from spend.invoice_line l join spend.invoice i on i.cooperative_id = l.cooperative_id and i.batch_id = l.batch_id and i.invoice_no = l.invoice_no
       where l.batch_id = $1 and not i.repeated and l.amount is not null group by l.currency`,
      [batchId],
    );
    return Object.fromEntries(rows.map(({ currency, amount }) => [currency ?? '', amount]));
  }

  async #buyersOf(batchId: string): Promise<string[]> {
    const rows = await this.database.query<{ buyer_id: string }>('select distinct buyer_id from spend.invoice where batch_id = $1 and buyer_id is not null', [batchId]);
    return rows.map((row) => row.buyer_id);
  }
}

/**
 * Whose invoice it is: the batch's buyer when it has one, who may be invoiced under other numbers (schools, companies);
 * else the buyer with the number on the invoice. An invoice addressed to another of the buyers is not the sender's to post.
 */
function buyerOf(batch: Batch, { buyer }: InvoiceDocument, buyers: ReadonlyMap<string, string>): string | null | 'another' {
  const addressed = buyer.orgNumber === null ? undefined : buyers.get(buyer.orgNumber);
  if (batch.buyer_id === null) return addressed ?? null;
  return addressed === undefined || addressed === batch.buyer_id ? batch.buyer_id : 'another';
}

function take(gathered: Gathered, batch: Batch, reading: Read<InvoiceDocument>, buyerId: string | null | 'another', keys: LineKeyCounter): void {
  const { document, findings, name } = reading;
  if (buyerId === 'another') {
    gathered.refused += 1;
    const finding: FormatFinding = { code: 'invoice-of-another-buyer', severity: 'blocksRow', place: null, found: document.buyer.orgNumber, expected: null, params: {} };
    return keep(gathered, name, [finding]);
  }
  gathered.documents += 1;
  const entry = name === batch.file_name ? '' : name.slice(batch.file_name.length + 1);
  const place = { batchId: batch.id, invoiceNo: gathered.documents, name: entry, buyerId };
  const rows = invoiceLineRows(document, place, keys, () => (gathered.lines += 1));
  gathered.invoices.push(invoiceRow(document, findings, place));
  gathered.rows.push(...rows);
}

function keep(gathered: Gathered, document: string, findings: readonly FormatFinding[]): void {
  for (const finding of findings) {
    gathered.counts[finding.code] = (gathered.counts[finding.code] ?? 0) + 1;
    if (gathered.findings.length < FINDINGS_KEPT_MAX) gathered.findings.push({ document, ...finding });
  }
}

function outcomeOf({ documents, refused, lines, counts, findings }: Gathered, repeated: number, totals: Record<string, string>): BatchOutcome {
  return { documents, refusedDocuments: refused, lines, quarantined: 0, repeated, totals, leftOut: [], findingCounts: counts, findings };
}
