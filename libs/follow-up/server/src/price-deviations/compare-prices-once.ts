import { Injectable } from '@nestjs/common';
import { Clock, Database, DomainEvents } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/**
 * Triggers a comparison when reports are accepted but none was ever compared, as after an upgrade. Needs a unit of the
 * system.
 */
@Injectable()
export class TriggerFirstComparison {
  constructor(
    private readonly database: Database,
    private readonly domainEvents: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Returns whether there was anything to compare. */
  async run(): Promise<boolean> {
    const isWaiting = await this.database.one(
      `select 1 from agreements.door_price_state p join reporting.door_report_version v on v.agreement_id = p.agreement_id and v.supplier_id = p.supplier_id
       where v.state = 'accepted' and v.kind = 'lines' and not exists (select from follow_up.compared_version) limit 1`,
    );
    if (!isWaiting) return false;
    await this.domainEvents.publish({
      name: 'follow-up.comparison-missing',
      subjectId: uuidv7(this.clock.now()),
      payload: {},
    });
    return true;
  }
}
