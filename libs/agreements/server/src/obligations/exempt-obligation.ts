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
  async run(agreementId: string, dutyId: string, reason: string | null): Promise<void> {
    const changed = await this.database.query<{ id: string }>(
      'update agreements.duty set exempt_at = $3, exempt_by = $4, exempt_reason = $5 where agreement_id = $1 and id = $2 returning id',
      [
        agreementId,
        dutyId,
        reason === null ? null : this.clock.now(),
        reason === null ? null : this.database.actor().personId,
        reason,
      ],
    );
    if (changed.length === 0) throw notFound('duty');
    await this.audit.record({
      act: reason === null ? 'duty.owed-again' : 'duty.exempted',
      subject: { kind: 'duty', id: dutyId },
      details: { agreementId, ...(reason !== null && { reason }) },
    });
  }
}
