import { Injectable } from '@nestjs/common';
import { Clock, Database, DomainEvents } from '@tallgrunn/platform';
import { DELETE_LINE_SUMS_SQL, STORE_LINE_SUMS_SQL } from '../store/line-sums.ts';
import type { Version } from '../store/version-store.ts';

/**
 * Puts a submitted version into force. Supersedes the previous one, replaces its line sums, and publishes the event.
 */
@Injectable()
export class ActivateVersion {
  constructor(
    private readonly database: Database,
    private readonly facts: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async run(
    version: Pick<Version, 'id' | 'obligation_id' | 'agreement_id' | 'supplier_id' | 'period_key'>,
  ): Promise<void> {
    const replaced = await this.database.query<{ id: string }>(
      `update reporting.report_version set state = 'replaced', superseded_at = $3
       where obligation_id = $1 and id <> $2 and state in ('accepted', 'returned')
       returning id`,
      [version.obligation_id, version.id, this.clock.now()],
    );
    await this.database.query(
      `update reporting.report_version set state = 'accepted', accepted_at = $2 where id = $1`,
      [version.id, this.clock.now()],
    );
    await this.database.query(DELETE_LINE_SUMS_SQL, [replaced.map(({ id }) => id)]);
    await this.database.query(STORE_LINE_SUMS_SQL, [[version.id]]);
    await this.facts.publish({
      name: 'reporting.version-accepted',
      subjectId: version.id,
      payload: {
        versionId: version.id,
        obligationId: version.obligation_id,
        agreementId: version.agreement_id,
        supplierId: version.supplier_id,
        periodKey: version.period_key,
        replaces: replaced.map(({ id }) => id),
      },
    });
  }
}
