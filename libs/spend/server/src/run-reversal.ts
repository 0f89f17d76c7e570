import { Injectable } from '@nestjs/common';
import { AuditTrail, Database, Facts, Job, type Progress } from '@tallgrunn/platform';
import { negate } from '@tallgrunn/values';
import type { Batch } from './batch.ts';
import { CountedLines } from './counted-lines.ts';
import { BatchStore } from './store/batch-store.ts';
import { NET_TOTALS } from './store/net-totals.ts';
import { TieDeliveries } from './tie-deliveries.ts';
import { bookedTogether, untie } from './keep-ties.ts';
import { TieInvoices } from './tie-invoices.ts';

export const REVERSE_BATCH = 'spend.reverse-batch';

interface Counter {
  readonly id: string;
  readonly reverses: string;
}

interface Taken extends Pick<Batch, 'id' | 'kind' | 'buyer_id'> {
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
    private readonly counted: CountedLines,
    private readonly invoices: TieInvoices,
    private readonly deliveries: TieDeliveries,
    private readonly facts: Facts,
    private readonly audit: AuditTrail,
  ) {}

  async run({ subjectId }: { subjectId: string }, progress: Progress): Promise<void> {
    const counter = await this.database.one<Counter>(
      `select id, reverses from spend.batch where id = $1 and state = 'received' and reverses is not null for update`,
      [subjectId],
    );
    if (!counter) return;
    const taken = await this.database.one<Taken>(
      'select id, number, kind, buyer_id, documents, lines, totals from spend.batch where id = $1 for update',
      [counter.reverses],
    );
    if (!taken) throw new Error(`The batch ${counter.reverses} that is to be taken back is gone.`);
    await progress.tell('reversing', 0, taken.lines);
    const buyerIds = await this.#buyersOf(taken);
    const loosened = await this.#loosen(taken);
    const others = await this.counted.setAside(taken);
    await this.#forget(taken);
    for (const id of new Set([...others, ...loosened])) await this.#tieAnew(id);
    // Invoices that were ambiguous because of the reversed batch are unmatched, so that no other batch refers to them.
    if (taken.kind !== 'deliveries') await this.invoices.runWithout(taken.id);
    await this.database.query('update spend.batch set reversed_by = $2 where id = $1', [taken.id, counter.id]);
    const totals = Object.fromEntries(
      Object.entries(taken.totals).map(([currency, amount]) => [currency, negate(amount)]),
    );
    await this.batches.post(counter.id, {
      documents: taken.documents,
      refusedDocuments: 0,
      lines: taken.lines,
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
      subject: { kind: 'spend-batch', id: taken.id },
      details: { number: taken.number, counterId: counter.id, lines: taken.lines, countsInstead: others.length },
    });
    await this.facts.announce({
      name: 'spend.batch-posted',
      subjectId: counter.id,
      payload: { kind: taken.kind, buyerIds },
    });
  }

  async #buyersOf({ id, kind, buyer_id }: Taken): Promise<string[]> {
    if (kind === 'ledger') return buyer_id === null ? [] : [buyer_id];
    const table = kind === 'invoices' ? 'spend.invoice' : 'spend.delivery';
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
  async #loosen({ id }: Taken): Promise<string[]> {
    const touched =
      'select invoice_batch_id, invoice_no from spend.tied_posting where batch_id = $1 union select invoice_batch_id, invoice_no from spend.tie where invoice_batch_id = $1';
    const ties = await this.database.query<{ invoice_batch_id: string }>(bookedTogether(touched), [id]);
    const ledgers = await untie(this.database, touched, [id]);
    await this.database.query(NET_TOTALS, [ledgers.filter((ledger) => ledger !== id)]);
    const days = await this.database.query<{ invoice_batch_id: string }>(
      'delete from spend.delivered_line where delivery_batch_id = $1 or invoice_batch_id = $1 returning invoice_batch_id',
      [id],
    );
    return [...new Set([...ties, ...days].map((row) => row.invoice_batch_id))].filter((other) => other !== id).sort();
  }

  /** Deletes the months the batch covered, and ledger numbers learned from it that no other ledger confirms. */
  async #forget({ id }: Taken): Promise<void> {
    await this.database.query('delete from spend.coverage where batch_id = $1', [id]);
    const gone = await this.database.query<{ buyer_id: string; seller_number: string }>(
      'delete from spend.supplier_number where batch_id = $1 returning buyer_id, seller_number',
      [id],
    );
    if (gone.length === 0) return;
    // Learns the numbers again from the newest remaining ledger. A posting whose organisation number was only derived
    // from such a number is no evidence. SAF-T rows have no such cells; their own master file is the evidence.
    await this.database.query(
      `insert into spend.supplier_number (buyer_id, seller_number, seller_org_number, batch_id)
       select distinct on (p.seller_number) p.buyer_id, p.seller_number, p.seller_org_number, p.batch_id
       from spend.posting p
       join spend.batch b on b.cooperative_id = p.cooperative_id and b.id = p.batch_id and b.state = 'posted' and b.reversed_by is null
       where p.buyer_id = $2 and p.seller_number = any ($3) and p.batch_id <> $1 and p.seller_org_number is not null and (p.raw ? 'supplierOrgNumber' or not p.raw ?| array['amount', 'debit', 'credit'])
       order by p.seller_number, p.batch_id desc, p.line_no desc`,
      [id, gone[0]!.buyer_id, gone.map(({ seller_number }) => seller_number)],
    );
  }

  async #tieAnew(id: string): Promise<void> {
    const batch = await this.database.one<Pick<Batch, 'id' | 'kind'>>(
      'select id, kind from spend.batch where id = $1',
      [id],
    );
    if (!batch) return;
    if (batch.kind !== 'deliveries') await this.invoices.run(id);
    if (batch.kind !== 'ledger') await this.deliveries.run(batch);
  }
}
