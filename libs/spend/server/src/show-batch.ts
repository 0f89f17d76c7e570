import { Injectable } from '@nestjs/common';
import type { FormatFinding, LedgerProfile, RedactedField } from '@tallgrunn/formats';
import { Database, Jobs, notFound, type JobProgress } from '@tallgrunn/platform';
import { batchRowSql, type BatchRow } from './list-batches.ts';

export interface BatchDetail extends BatchRow {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly periodKey: string | null;
  readonly reader: string | null;
  readonly profile: LedgerProfile | null;
  readonly leftOut: readonly { reason: string; rows: number; amounts: Record<string, string> }[];
  /** Data of the lines that was not stored, with reasons. */
  readonly withheld: readonly RedactedField[];
  readonly findingCounts: Record<string, number>;
  readonly findings: readonly (FormatFinding & { document?: string })[];
  readonly tied: number;
  readonly progress: readonly JobProgress[];
}

/**
 * Returns one batch: totals, findings, excluded rows, number of matches, and progress of its import.
 * @throws Problem 'not-found' (404)
 */
@Injectable()
export class ShowBatch {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  async run(id: string): Promise<BatchDetail> {
    const batch = await this.database.one<Omit<BatchDetail, 'progress'>>(
      `select ${batchRowSql}, b.file_sha256 as "sha256", b.size_bytes::float8 as "sizeBytes", b.period_key as "periodKey", b.reader, b.profile, b.left_out as "leftOut", b.withheld,
         b.finding_counts as "findingCounts", b.findings,
         (case b.kind when 'deliveries'
           then (select count(*) from spend.invoice_line_delivery t where t.cooperative_id = b.cooperative_id and t.despatch_batch_id = b.id)
           when 'invoices'
           then (select count(*) from spend.invoice_match t where t.cooperative_id = b.cooperative_id and t.invoice_batch_id = b.id)
           else (select count(*) from spend.matched_posting t where t.cooperative_id = b.cooperative_id and t.batch_id = b.id) end)::int as tied
       from spend.batch b
       left join identity.door_organisation o on o.cooperative_id = b.cooperative_id and o.id = b.buyer_id
       where b.id = $1`,
      [id],
    );
    if (!batch) throw notFound('spend-batch');
    return { ...batch, progress: await this.jobs.progressOf(id) };
  }
}
