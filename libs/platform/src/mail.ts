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
import { standingUnit } from './current-unit.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Where an answer goes, when that is not the sender. */
  readonly replyTo?: string;
  /** The same content as HTML; plain text alone when left out. */
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Who writes, as mail programs show it before the address; that of the configuration when left out. */
  readonly fromName?: string;
  /** The cooperative the e-mail belongs to; that of the unit of work when left out. */
  readonly cooperativeId?: string;
  /** The person or invitation it is for. Written to the log instead of the address when the e-mail cannot be delivered. */
  readonly recipientId?: string;
}

/**
 * Queues e-mails. A job delivers them by SMTP, or to the outbox folder, and tries again with growing delays (see DeliverMail),
 * so that a mail server that refuses or is silent disturbs no request.
 */
@Injectable()
export class Mail {
  /** The folder that e-mails are written to when no mail server is set. */
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
   * Queues an e-mail in the transaction of the unit of work: a rollback takes it along. Returns its id, under which
   * `platform.door_mail_delivery` says what became of it. @throws Error outside a unit of work.
   */
  async send(letter: Letter): Promise<string> {
    const { standing } = standingUnit();
    const cooperativeId = letter.cooperativeId ?? ('actor' in standing ? standing.actor.cooperativeId : undefined);
    const executeSql = async (sql: string, values?: unknown[]) => ({
      rows: await this.database.query(sql, values ?? []),
    });
    const job = this.#job({ ...letter, ...(cooperativeId && { cooperativeId }) });
    await this.boss.send(DELIVER_MAIL, job, { db: { executeSql } });
    return job.payload['messageId'] as string;
  }

  /** Queues an e-mail for code that acts for no membership, in a transaction of its own. */
  async sendOutsideUnit(letter: Letter): Promise<void> {
    await this.boss.send(DELIVER_MAIL, this.#job(letter));
  }

  #job({ recipientId, cooperativeId, ...content }: Letter): JobEnvelope {
    const id = uuidv7(this.clock.now());
    const message: QueuedMessage = { id, ...content, cooperativeId: cooperativeId ?? null };
    const payload: MailPayload = { messageId: id, recipientId: recipientId ?? null, sealed: this.seal.seal(message) };
    return { actor: null, payload: { ...payload }, ...traceOfEnvelope() };
  }
}
