import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Facts } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/** Tells a cooperative that a new version of a series or of price shares is in force: its figures are reckoned anew. Stands in a unit of the system. */
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
