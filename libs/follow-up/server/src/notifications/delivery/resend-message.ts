import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, Problem } from '@tallgrunn/platform';

/** Resends a message that was not delivered. */
@Injectable()
export class ResendMessage {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'not-found' (404), 'message-not-failed' (409) */
  async run(id: string): Promise<void> {
    const message = await this.database.one<{
      state: string;
      delivery: string | null;
      organisation_id: string;
      kind: string;
    }>(
      `select n.state, n.kind, n.organisation_id, m.state as delivery from follow_up.notification n
       left join platform.door_mail_delivery m on m.cooperative_id = n.cooperative_id and m.id = n.message_id
       where n.id = $1 for update of n`,
      [id],
    );
    if (!message) throw notFound('message');
    if (message.state !== 'unreachable' && message.delivery !== 'failed')
      throw new Problem(409, 'message-not-failed', { state: message.delivery ?? message.state });
    await this.database.query(
      `update follow_up.notification set state = 'waiting', cadence = 'at-once', message_id = null, queued_at = null, due_at = $2 where id = $1`,
      [id, this.clock.now()],
    );
    const { kind, organisation_id: organisationId } = message;
    await this.audit.record({
      act: 'notification.resent',
      subject: { kind: 'notification', id },
      details: { kind, organisationId },
    });
  }
}
