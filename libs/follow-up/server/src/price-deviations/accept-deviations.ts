import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { PriceBasis } from './charged-lines.ts';
import { DEVIATIONS } from './deviation-filter.ts';

/** A deviation, identified by its line. */
export interface DeviationRef {
  readonly basis: PriceBasis;
  readonly documentId: string;
  readonly lineNo: number;
}

/** Accepts the reason for deviations. They are then listed separately and no longer as open. */
@Injectable()
export class AcceptDeviations {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns how many open deviations were accepted; accepted or claimed ones are skipped.
   * @throws Problem 'not-found' (404) when none is open
   */
  async run(refs: readonly DeviationRef[], reason: string): Promise<{ accepted: number }> {
    const open = await this.database.query<{
      basis: PriceBasis;
      agreement_id: string;
      supplier_id: string;
      line_key: string;
    }>(
      `select d.basis, d.agreement_id, d.supplier_id, d.line_key from (${DEVIATIONS}) d
       join jsonb_to_recordset($1::jsonb) as w ("basis" text, "documentId" uuid, "lineNo" int) on w."basis" = d.basis and w."documentId" = d.document_id and w."lineNo" = d.line_no
       where d.status = 'open'`,
      [JSON.stringify(refs)],
    );
    if (open.length === 0) throw notFound('price-deviation');
    const now = this.clock.now();
    for (const { basis, agreement_id, supplier_id, line_key } of open) {
      const id = uuidv7(now);
      await this.database.query(
        `insert into follow_up.accepted_deviation (id, basis, agreement_id, supplier_id, line_key, reason, accepted_by, accepted_at)
         values ($1, $2, $3, $4, $5, $6, platform.person(), $7) on conflict do nothing`,
        [id, basis, agreement_id, supplier_id, line_key, reason, now],
      );
    }
    const [first] = open;
    await this.audit.record({
      act: 'price-deviation.accepted',
      subject: { kind: 'supplier', id: first?.supplier_id ?? '' },
      details: { lines: open.length, reason },
    });
    return { accepted: open.length };
  }
}

/**
 * Revokes an accepted reason, so that the deviation is open again.
 * @throws Problem 'not-found' (404)
 */
@Injectable()
export class RevokeAcceptedDeviation {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(id: string): Promise<void> {
    const revoked = await this.database.query<{ supplier_id: string }>(
      'update follow_up.accepted_deviation set revoked_by = platform.person(), revoked_at = $2 where id = $1 and revoked_at is null returning supplier_id',
      [id, this.clock.now()],
    );
    if (revoked.length === 0) throw notFound('accepted-deviation');
    await this.audit.record({
      act: 'price-deviation.acceptance-revoked',
      subject: { kind: 'supplier', id: revoked[0]?.supplier_id ?? '' },
    });
  }
}
