import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { BatchKind } from './batch.ts';

export interface BatchRow {
  readonly id: string;
  readonly number: string;
  readonly kind: BatchKind;
  readonly state: 'received' | 'posted' | 'refused';
  readonly buyerId: string | null;
  readonly buyer: string | null;
  readonly fileName: string;
  readonly receivedAt: Date;
  readonly postedAt: Date | null;
  /** The batch that this one reverses. */
  readonly reverses: { readonly id: string; readonly number: string } | null;
  /** The reversal batch of this one. */
  readonly reversedBy: { readonly id: string; readonly number: string } | null;
  readonly reversalReason: string | null;
  readonly documents: number;
  readonly refusedDocuments: number;
  readonly lines: number;
  readonly quarantined: number;
  readonly repeated: number;
  /** Totals as in the file. */
  readonly totals: Record<string, string>;
  /** Totals excl. VAT. */
  readonly netTotals: Record<string, string>;
  /** Totals, as in the file, of lines whose VAT is unknown. They are in no total excl. VAT. */
  readonly unknownTotals: Record<string, string>;
  readonly refusal: { code: string; params: Record<string, unknown> } | null;
}

const PAGE = 100;

export const batchRowSql = `b.id, b.number, b.kind, b.state, b.buyer_id as "buyerId", o.name as buyer, b.file_name as "fileName", b.received_at as "receivedAt", b.posted_at as "postedAt",
  (select jsonb_build_object('id', r.id, 'number', r.number) from spend.batch r where r.cooperative_id = b.cooperative_id and r.id = b.reverses) as reverses,
  (select jsonb_build_object('id', r.id, 'number', r.number) from spend.batch r where r.cooperative_id = b.cooperative_id and r.id = b.reversed_by_batch_id) as "reversedBy", b.reversal_reason as "reversalReason",
  b.documents, b.rejected_document_count as "refusedDocuments", b.lines, b.quarantined, b.repeated, b.totals, b.net_totals as "netTotals", b.unknown_totals as "unknownTotals", b.refusal`;

/**
 * Returns a page of the visible batches after a given one, newest first. Batches received at the same moment are
 * ordered by number.
 */
@Injectable()
export class ListBatches {
  constructor(private readonly database: Database) {}

  run(before: string | null): Promise<BatchRow[]> {
    return this.database.query<BatchRow>(
      `select ${batchRowSql}
       from spend.batch b
       left join identity.door_organisation o on o.cooperative_id = b.cooperative_id and o.id = b.buyer_id
       where $1::uuid is null or (b.received_at, b.number) < (select p.received_at, p.number from spend.batch p where p.id = $1::uuid)
       order by b.received_at desc, b.number desc limit ${PAGE}`,
      [before],
    );
  }
}
