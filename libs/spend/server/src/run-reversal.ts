import { Injectable } from '@nestjs/common';
import { AuditLog, Database, DomainEvents, Job, type Progress } from '@tallgrunn/platform';
import { negate } from '@tallgrunn/values';
import type { Batch } from './batch.ts';
import { MarkDuplicates } from './mark-duplicates.ts';
import { BatchStore } from './store/batch-store.ts';
import { NET_TOTALS_SQL } from './store/net-totals.ts';
import { AssignDeliveryDates } from './assign-delivery-dates.ts';
import { bookedTogetherSql, deleteInvoiceMatches } from './store-invoice-matches.ts';
import { MatchInvoices } from './match-invoices.ts';

export const REVERSE_BATCH = 'spend.reverse-batch';

interface ReversalBatch {
  readonly id: string;
  readonly reverses: string;
}

interface ReversedBatch extends Pick<Batch, 'id' | 'kind' | 'buyer_id'> {
  readonly number: string;
  readonly documents: number;
  readonly lines: number;
  readonly totals: Record<string, string>;
}

/**
 * Reverses a batch in one transaction. Its lines and everything derived from them stop counting; their duplicates in
 * other batches count instead. Publishes `spend.batch-posted`, so that rooms that use spend read it again. A repeated
 * run does nothing.
 */
@Injectable()
@Job(REVERSE_BATCH, { lane: 'long' })
export class RunReversal {
  constructor(
    private readonly database: Database,
    private readonly batches: BatchStore,
    private readonly counted: MarkDuplicates,
    private readonly invoices: MatchInvoices,
    private readonly deliveries: AssignDeliveryDates,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
  ) {}

  async run({ subjectId }: { subjectId: string }, progress: Progress): Promise<void> {
    const reversal = await this.database.one<ReversalBatch>(
      `select id, reverses from spend.batch where id = $1 and state = 'received' and reverses is not null for update`,
      [subjectId],
    );
    if (!reversal) return;
    const reversed = await this.database.one<ReversedBatch>(
      'select id, number, kind, buyer_id, documents, lines, totals from spend.batch where id = $1 for update',
      [reversal.reverses],
    );
    if (!reversed) throw new Error(`The batch ${reversal.reverses} that is to be taken back is gone.`);
    await progress.tell('reversing', 0, reversed.lines);
    const buyerIds = await this.#buyersOf(reversed);
    const unmatchedBatches = await this.#loosen(reversed);
    const others = await this.counted.markBatch(reversed);
    await this.#forget(reversed);
    for (const id of new Set([...others, ...unmatchedBatches])) await this.#matchAgain(id);
    // Invoices that were ambiguous because of the reversed batch are unmatched, so that no other batch refers to them.
    if (reversed.kind !== 'deliveries') await this.invoices.runWithoutBatch(reversed.id);
    await this.database.query('update spend.batch set reversed_by_batch_id = $2 where id = $1', [
      reversed.id,
      reversal.id,
    ]);
    const totals = Object.fromEntries(
      Object.entries(reversed.totals).map(([currency, amount]) => [currency, negate(amount)]),
    );
    await this.batches.post(reversal.id, {
      documents: reversed.documents,
      refusedDocuments: 0,
      lines: reversed.lines,
      quarantined: 0,
      repeated: 0,
      totals,
      leftOut: [],
      withheld: [],
      findingCounts: {},
      findings: [],
    });
    await this.audit.record({
      act: 'spend.reversed',
      subject: { kind: 'spend-batch', id: reversed.id },
      details: { number: reversed.number, counterId: reversal.id, lines: reversed.lines, countsInstead: others.length },
    });
    await this.facts.publish({
      name: 'spend.batch-posted',
      subjectId: reversal.id,
      payload: { kind: reversed.kind, buyerIds },
    });
  }

  async #buyersOf({ id, kind, buyer_id }: ReversedBatch): Promise<string[]> {
    if (kind === 'ledger') return buyer_id === null ? [] : [buyer_id];
    const table = kind === 'invoices' ? 'spend.invoice' : 'spend.despatch_advice';
    const rows = await this.database.query<{ buyer_id: string }>(
      `select distinct buyer_id from ${table} where batch_id = $1 and buyer_id is not null`,
      [id],
    );
    return rows.map((row) => row.buyer_id);
  }

  /**
   * Deletes the matches of the batch's invoices and postings. Returns the ids of other batches whose invoices became
   * unmatched.
   */
  async #loosen({ id }: ReversedBatch): Promise<string[]> {
    const touched =
      'select invoice_batch_id, document_no from spend.matched_posting where batch_id = $1 union select invoice_batch_id, document_no from spend.invoice_match where invoice_batch_id = $1';
    const ties = await this.database.query<{ invoice_batch_id: string }>(bookedTogetherSql(touched), [id]);
    const ledgers = await deleteInvoiceMatches(this.database, touched, [id]);
    await this.database.query(NET_TOTALS_SQL, [ledgers.filter((ledger) => ledger !== id)]);
    const days = await this.database.query<{ invoice_batch_id: string }>(
      'delete from spend.invoice_line_delivery where despatch_batch_id = $1 or invoice_batch_id = $1 returning invoice_batch_id',
      [id],
    );
    return [...new Set([...ties, ...days].map((row) => row.invoice_batch_id))].filter((other) => other !== id).sort();
  }

  /** Deletes the months the batch covered, and ledger numbers learned from it that no other ledger confirms. */
  async #forget({ id }: ReversedBatch): Promise<void> {
    await this.database.query('delete from spend.ledger_coverage where batch_id = $1', [id]);
    const deletedNumbers = await this.database.query<{ buyer_id: string; seller_number: string }>(
      'delete from spend.supplier_ledger_number where batch_id = $1 returning buyer_id, seller_number',
      [id],
    );
    if (deletedNumbers.length === 0) return;
    // Learns the numbers again from the newest remaining ledger. A posting whose organisation number was only derived
    // from such a number is no evidence. SAF-T rows have no such cells; their own master file is the evidence.
    await this.database.query(
      `insert into spend.supplier_ledger_number (buyer_id, seller_number, seller_org_number, batch_id)
       select distinct on (p.seller_number) p.buyer_id, p.seller_number, p.seller_org_number, p.batch_id
       from spend.posting p
       join spend.batch b on b.cooperative_id = p.cooperative_id and b.id = p.batch_id and b.state = 'posted' and b.reversed_by_batch_id is null
       where p.buyer_id = $2 and p.seller_number = any ($3) and p.batch_id <> $1 and p.seller_org_number is not null and (p.raw ? 'supplierOrgNumber' or not p.raw ?| array['amount', 'debit', 'credit'])
       order by p.seller_number, p.batch_id desc, p.line_no desc`,
      [id, deletedNumbers[0]!.buyer_id, deletedNumbers.map(({ seller_number }) => seller_number)],
    );
  }

  async #matchAgain(id: string): Promise<void> {
    const batch = await this.database.one<Pick<Batch, 'id' | 'kind'>>(
      'select id, kind from spend.batch where id = $1',
      [id],
    );
    if (!batch) return;
    if (batch.kind !== 'deliveries') await this.invoices.run(id);
    if (batch.kind !== 'ledger') await this.deliveries.run(batch);
  }
}
