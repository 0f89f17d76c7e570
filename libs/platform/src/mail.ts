import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { uuidv7 } from '@tallgrunn/values';
import { Clock } from './clock.ts';
import { CONFIG, type Config } from './config.ts';
import type { JobEnvelope } from './jobs.ts';
import { Database } from './database.ts';
import { DELIVER_MAIL, type MailPayload, type QueuedMessage } from './mail/deliver-mail.ts';
import { MessageSeal } from './mail/message-seal.ts';
import { traceOfEnvelope } from './operations/trace-context.ts';
import { currentUnit } from './current-unit.ts';

export interface EmailMessage {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Reply address, when it differs from the sender. */
  readonly replyTo?: string;
  /** The same content as HTML. Omitted: plain text only. */
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sender name that mail programs show before the address. Default: that of the configuration. */
  readonly fromName?: string;
  /** The cooperative the e-mail belongs to. Default: that of the unit of work. */
  readonly cooperativeId?: string;
  /**
   * Id of the recipient person or invitation. It is logged instead of the address when the e-mail cannot be delivered.
   */
  readonly recipientId?: string;
}

/**
 * Queues e-mails. A job delivers them by SMTP or writes them to the outbox folder, and retries with growing delays (see
 * DeliverMail). A mail server that rejects or hangs therefore never delays a request.
 */
@Injectable()
export class Mail {
  /** Folder for e-mails when no mail server is set. */
  readonly outbox: string;

  constructor(
    private readonly database: Database,
    private readonly boss: PgBoss,
    private readonly seal: MessageSeal,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.outbox = path.join(config.dataFolder, 'outbox');
  }

  /**
   * Queues an e-mail in the transaction of the unit of work, so that a rollback discards it. Returns its id;
   * `platform.door_mail_delivery` has its delivery state under that id.
   * @throws Error outside a unit of work
   */
  async send(message: EmailMessage): Promise<string> {
    const { context } = currentUnit();
    const cooperativeId = message.cooperativeId ?? ('actor' in context ? context.actor.cooperativeId : undefined);
    const executeSql = async (sql: string, values?: unknown[]) => ({
      rows: await this.database.query(sql, values ?? []),
    });
    const job = this.#job({ ...message, ...(cooperativeId && { cooperativeId }) });
    await this.boss.send(DELIVER_MAIL, job, { db: { executeSql } });
    return job.payload['messageId'] as string;
  }

  /** Queues an e-mail in its own transaction, for code that has no unit of work. */
  async sendOutsideUnit(message: EmailMessage): Promise<void> {
    await this.boss.send(DELIVER_MAIL, this.#job(message));
  }

  #job({ recipientId, cooperativeId, ...content }: EmailMessage): JobEnvelope {
    const id = uuidv7(this.clock.now());
    const message: QueuedMessage = { id, ...content, cooperativeId: cooperativeId ?? null };
    const payload: MailPayload = { messageId: id, recipientId: recipientId ?? null, sealed: this.seal.seal(message) };
    return { actor: null, payload: { ...payload }, ...traceOfEnvelope() };
  }
}
