import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/** Requests a match run although nothing has changed. The run reads at least everything stored before the request. */
@Injectable()
export class RequestRun {
  constructor(
    private readonly database: Database,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Requests the run. Returns the request time: a run that begins later has read everything stored before it. */
  async run(): Promise<{ requestedAt: Date }> {
    const requestedAt = this.clock.now();
    await this.audit.record({
      act: 'matching.run-requested',
      subject: { kind: 'cooperative', id: this.database.actor().cooperativeId },
    });
    await this.facts.publish({ name: 'matching.run-requested', subjectId: uuidv7(requestedAt), payload: {} });
    return { requestedAt };
  }
}
