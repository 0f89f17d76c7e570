import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, Problem } from '@tallgrunn/platform';
import { stateAfter } from './submission.ts';
import { VersionStore } from '../store/version-store.ts';

/**
 * Returns a submitted version with a reason. A returned version does not count as delivered, unless the terms state
 * otherwise.
 */
@Injectable()
export class ReturnVersion {
  constructor(
    private readonly versions: VersionStore,
    private readonly database: Database,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(versionId: string, reason: string): Promise<void> {
    const version = await this.versions.lockForUpdate(versionId);
    if (!stateAfter(version.state, 'return')) throw new Problem(409, 'version-not-submitted', { state: version.state });
    await this.database.query(
      `update reporting.report_version set state = 'returned', returned_at = $2, return_reason = $3, decided_by = platform.person() where id = $1`,
      [versionId, this.clock.now(), reason],
    );
    await this.audit.record({
      act: 'report.returned',
      subject: { kind: 'report-version', id: versionId },
      details: { number: version.number, reason },
    });
    const {
      obligation_id: obligationId,
      agreement_id: agreementId,
      supplier_id: supplierId,
      period_key: periodKey,
    } = version;
    await this.facts.publish({
      name: 'reporting.version-returned',
      subjectId: versionId,
      payload: { versionId, obligationId, agreementId, supplierId, periodKey, reason },
    });
  }
}
