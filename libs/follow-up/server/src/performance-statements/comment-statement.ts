import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/** Stores a supplier's comment on a statement about it. Publishes 'follow-up.statement-commented'. */
@Injectable()
export class CommentStatement {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly domainEvents: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'not-found' (404) */
  async run(statementId: string, text: string): Promise<{ id: string }> {
    const statement = await this.database.one<{ number: string; supplier_id: string; agreement_id: string }>(
      'select s.number, s.supplier_id, s.agreement_id from follow_up.performance_statement s where s.id = $1',
      [statementId],
    );
    if (!statement) throw notFound('performance-statement');
    const now = this.clock.now();
    const id = uuidv7(now);
    await this.database.query(
      `insert into follow_up.performance_statement_comment (id, statement_id, supplier_id, body, written_by, written_at) values ($1, $2, $3, $4, platform.person(), $5)`,
      [id, statementId, statement.supplier_id, text, now],
    );
    await this.audit.record({
      act: 'performance-statement.commented',
      subject: { kind: 'performance-statement', id: statementId },
      details: { number: statement.number },
    });
    await this.domainEvents.publish({
      name: 'follow-up.statement-commented',
      subjectId: statementId,
      payload: { agreementId: statement.agreement_id, supplierId: statement.supplier_id },
    });
    return { id };
  }
}
