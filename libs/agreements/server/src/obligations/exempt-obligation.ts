import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound } from '@tallgrunn/platform';

/** Exempts a supplier from a report, with a reason that the supplier can read; or revokes the exemption. */
@Injectable()
export class ExemptObligation {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param reason null revokes the exemption
   * @throws Problem 'not-found' (404)
   */
  async run(obligationId: string, reason: string | null): Promise<void> {
    const [exempted] = await this.database.query<{ agreementId: string }>(
      'update agreements.reporting_obligation set exempted_at = $2, exempted_by = $3, exemption_reason = $4 where id = $1 returning agreement_id as "agreementId"',
      [
        obligationId,
        reason === null ? null : this.clock.now(),
        reason === null ? null : this.database.actor().personId,
        reason,
      ],
    );
    if (!exempted) throw notFound('obligation');
    await this.audit.record({
      act: reason === null ? 'obligation.exemption-revoked' : 'obligation.exempted',
      subject: { kind: 'obligation', id: obligationId },
      details: { agreementId: exempted.agreementId, ...(reason !== null && { reason }) },
    });
  }
}
