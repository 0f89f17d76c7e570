import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database } from '@tallgrunn/platform';

/**
 * Moves a report that nobody has submitted from a supplier to the one that took over. The predecessor no longer owes it;
 * the successor gets the lots on its own report of the period, or a report of its own when obligations are created next.
 */
@Injectable()
export class MoveObligation {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @param successorObligationId the successor's own report of the period; null when it has none */
  async run(obligationId: string, successorObligationId: string | null): Promise<void> {
    await this.database.query(
      `update agreements.reporting_obligation set exempted_at = $2, exempted_by = null, exemption_reason = 'no-longer-owed' where id = $1`,
      [obligationId, this.clock.now()],
    );
    if (successorObligationId !== null)
      await this.database.query(
        `update agreements.reporting_obligation o set lots = (
           select coalesce(array_agg(distinct lot.key order by lot.key), '{}') from agreements.reporting_obligation f
           cross join lateral unnest(o.lots || f.lots) as lot (key) where f.id = $1)
         where o.id = $2`,
        [obligationId, successorObligationId],
      );
    await this.audit.record({
      act: 'obligation.exempted',
      subject: { kind: 'obligation', id: obligationId },
      details: { reason: 'no-longer-owed' },
    });
  }
}
