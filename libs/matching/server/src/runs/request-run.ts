import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, Facts } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/** Sets a match run going, though nothing has changed that would: the run reads what was stored before it was requested, and more. */
@Injectable()
export class RequestRun {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The time from which a run that begins has read all there was. */
  async run(): Promise<{ requestedAt: Date }> {
    const requestedAt = this.clock.now();
    await this.audit.record({
      act: 'matching.run-requested',
      subject: { kind: 'cooperative', id: this.database.actor().cooperativeId },
    });
    await this.facts.announce({ name: 'matching.run-requested', subjectId: uuidv7(requestedAt), payload: {} });
    return { requestedAt };
  }
}
