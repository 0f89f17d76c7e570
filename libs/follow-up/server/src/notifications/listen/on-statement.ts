import { Injectable } from '@nestjs/common';
import { Database, OnDomainEvent, type DomainEvent } from '@tallgrunn/platform';
import { QueueNotifications } from '../queue/queue-notifications.ts';

interface Statement {
  readonly number: string;
  readonly year: number;
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly rating: string;
}

const STATEMENT =
  'select s.number, s.year, s.agreement_id, s.supplier_id, s.overall_rating as rating from follow_up.performance_statement s where s.id = $1';

/** Notifies a supplier of a decided performance statement. */
@Injectable()
@OnDomainEvent('follow-up.statement-decided')
export class NotifyOfStatement {
  constructor(
    private readonly queue: QueueNotifications,
    private readonly database: Database,
  ) {}

  async run({ subjectId }: DomainEvent): Promise<void> {
    const statement = await this.database.one<Statement & Record<string, unknown>>(STATEMENT, [subjectId]);
    if (!statement) return;
    await this.queue.run({
      kind: 'statement-decided',
      subject: { kind: 'performance-statement', id: subjectId },
      agreementId: statement.agreement_id,
      supplierId: statement.supplier_id,
      details: { statementNumber: statement.number, year: statement.year, rating: statement.rating },
    });
  }
}

/** Notifies the contract managers of the newest comment of a supplier on a performance statement. */
@Injectable()
@OnDomainEvent('follow-up.statement-commented')
export class NotifyOfStatementComment {
  constructor(
    private readonly queue: QueueNotifications,
    private readonly database: Database,
  ) {}

  async run({ subjectId }: DomainEvent): Promise<void> {
    const statement = await this.database.one<Statement & Record<string, unknown>>(STATEMENT, [subjectId]);
    const comment = await this.database.one<{ id: string; body: string }>(
      'select c.id, c.body from follow_up.performance_statement_comment c where c.statement_id = $1 order by c.id desc limit 1',
      [subjectId],
    );
    if (!statement || !comment) return;
    await this.queue.run({
      kind: 'statement-commented',
      stage: comment.id, // a supplier may write several
      subject: { kind: 'performance-statement', id: subjectId },
      agreementId: statement.agreement_id,
      supplierId: statement.supplier_id,
      details: { statementNumber: statement.number, year: statement.year },
      requesterText: comment.body,
    });
  }
}
