import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound } from '@tallgrunn/platform';

/** Ends a target with a reason. It is retained, and another can be set. */
@Injectable()
export class EndTarget {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'not-found' (404) if there is no such target in force */
  async run(id: string, reason: string): Promise<void> {
    const ended = await this.database.query(
      'update insight.target set ended_by = platform.person(), ended_at = $2, end_reason = $3 where id = $1 and ended_at is null returning id',
      [id, this.clock.now(), reason.trim()],
    );
    if (ended.length === 0) throw notFound('target');
    await this.audit.record({
      act: 'insight.target-ended',
      subject: { kind: 'target', id },
      details: { reason: reason.trim() },
    });
  }
}
