import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Facts } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/**
 * Publishes to a cooperative that a new version of a series or of price margins is in force, so that its figures are
 * recalculated. Requires a unit of work of the system actor.
 */
@Injectable()
export class AnnouncePrices {
  constructor(
    private readonly facts: Facts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(version: string): Promise<void> {
    const id = uuidv7(this.clock.now());
    await this.facts.announce({ name: 'factor-book.prices-imported', subjectId: id, payload: { version } });
    await this.audit.record({ act: 'factor.prices-imported', subject: { kind: 'series', id: version } });
  }
}
