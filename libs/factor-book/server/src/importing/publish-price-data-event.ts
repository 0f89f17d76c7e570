import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, DomainEvents } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/**
 * Publishes to a cooperative that a new version of a series or of price margins is in force, so that its figures are
 * recalculated. Requires a unit of work of the system actor.
 */
@Injectable()
export class PublishPriceDataEvent {
  constructor(
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(version: string): Promise<void> {
    const id = uuidv7(this.clock.now());
    await this.facts.publish({ name: 'factor-book.prices-imported', subjectId: id, payload: { version } });
    await this.audit.record({ act: 'factor.price-data-imported', subject: { kind: 'series', id: version } });
  }
}
