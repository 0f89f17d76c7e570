import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config.ts';
import { Job, MAIL_ATTEMPTS_MAX } from '../jobs.ts';
import { Metrics } from '../operations/metrics.ts';
import { MailDeliveries } from './mail-deliveries.ts';
import { MessageSeal } from './message-seal.ts';
import { returnPathTag } from './read-bounce.ts';

export const DELIVER_MAIL = 'platform.deliver-mail';

/** A queued e-mail. */
export interface QueuedMessage {
  /** The same at every attempt, so that the receiver can recognise a duplicate. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly replyTo?: string;
  /** The same content as HTML. Omitted: plain text only. */
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fromName?: string;
  readonly cooperativeId: string | null;
}

export interface MailPayload {
  readonly messageId: string;
  readonly recipientId: string | null;
  readonly sealed: string;
}

/** Timeouts of the mail server, ms. After them the attempt fails and is retried. */
const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** A failed delivery attempt. The message contains codes and ids but no address, because it is logged. */
export class MailNotAccepted extends Error {
  override readonly name = 'MailNotAccepted';

  constructor({ messageId, recipientId }: MailPayload, cause: unknown) {
    const { code, responseCode, command } = cause as { code?: string; responseCode?: number; command?: string };
    const answer = [code, responseCode, command].filter((each) => each !== undefined).join(' ');
    super(`message ${messageId} to ${recipientId ?? 'a recipient without id'}: ${answer || 'no answer'}`);
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** Status codes for a mailbox that does not exist or accepts nothing (RFC 3463). A retry would be useless. */
const NO_MAILBOX = /^5\.(?:1\.[0-46]|2\.1)$/;

/** Sends one queued e-mail by SMTP, or writes it to the outbox folder when no mail server is set. */
@Injectable()
@Job(DELIVER_MAIL, { lane: 'mail' })
export class DeliverMail {
  readonly #transport: Transporter | null;
  readonly #log = new Logger('mail');

  constructor(
    private readonly seal: MessageSeal,
    private readonly deliveries: MailDeliveries,
    @Inject(CONFIG) private readonly config: Config,
    private readonly metrics: Metrics,
  ) {
    this.#transport = config.smtpUrl ? createTransport({ url: config.smtpUrl, ...timeouts }) : null;
  }

  /**
   * Delivers one e-mail.
   * @throws MailNotAccepted when the mail server rejects it or does not answer; the queue retries
   */
  async run(payload: Record<string, unknown>): Promise<void> {
    const queued = payload as unknown as MailPayload;
    let message: QueuedMessage | null = null;
    try {
      message = this.seal.open<QueuedMessage>(queued.sealed);
      const { cooperativeId, id } = message;
      if (cooperativeId && (await this.deliveries.isDone(cooperativeId, id))) return;
      if (this.#transport) await this.#transport.sendMail(this.#envelope(message));
      else await writeToOutbox(path.join(this.config.dataFolder, 'outbox'), message);
      this.metrics.mail.increase({ outcome: this.#transport ? 'sent' : 'stored' });
    } catch (error) {
      this.metrics.mail.increase({ outcome: 'failed' });
      if (message && (await this.#recordRefusal(message, error))) return;
      throw new MailNotAccepted(queued, error);
    }
    await this.#recordSent(message);
  }

  /** Records the delivery. Errors are only logged: the e-mail is sent, and the queue must not send it twice. */
  async #recordSent({ cooperativeId, id }: QueuedMessage): Promise<void> {
    if (!cooperativeId) return;
    try {
      await this.deliveries.recordAttempt(cooperativeId, id, { state: this.#transport ? 'sent' : 'stored' });
    } catch (error) {
      this.#log.error({ messageId: id, error: String(error) }, 'sent, and its state is not stored');
    }
  }

  /** Records why it was rejected. Returns true when the mailbox does not exist, so that a retry is useless. */
  async #recordRefusal({ cooperativeId, id }: QueuedMessage, error: unknown): Promise<boolean> {
    if (!cooperativeId) return false;
    const { code, responseCode, response } = error as { code?: string; responseCode?: number; response?: string };
    const status = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
    const hasNoMailbox = status !== undefined && NO_MAILBOX.test(status);
    const reason = [responseCode ?? code, status].filter((each) => each !== undefined).join(' ') || 'no answer';
    const state = hasNoMailbox ? 'bounced' : 'retrying';
    try {
      await this.deliveries.recordAttempt(cooperativeId, id, { state, reason, attemptsMax: MAIL_ATTEMPTS_MAX });
      return hasNoMailbox;
    } catch {
      return false; // the database does not answer: the queue retries the whole job
    }
  }

  #envelope({ id, to, subject, text, replyTo, html, headers, fromName, cooperativeId }: QueuedMessage) {
    const returnPath = cooperativeId ? this.#returnPath(id) : null;
    return {
      from: fromName ? { name: fromName, address: addressOf(this.config.mailFrom) } : this.config.mailFrom,
      to,
      subject,
      text,
      ...(replyTo && { replyTo }),
      ...(html !== undefined && { html }),
      ...(headers && { headers }),
      ...(returnPath && { envelope: { from: returnPath, to } }),
      ...(cooperativeId && { dsn: { id, return: 'headers' as const, notify: 'failure' as const, recipient: to } }),
      messageId: `<${id}@${new URL(this.config.publicUrl).hostname}>`,
    };
  }

  /**
   * Returns a return address unique to the e-mail (VERP), which identifies it in a bounce; null when no bounce mailbox
   * is set.
   */
  #returnPath(id: string): string | null {
    const mailbox = this.config.mailBounces;
    return mailbox ? mailbox.replace('@', `${returnPathTag(id)}@`) : null;
  }
}

/** Returns the address of `Name <address>`, or the text itself when it is only an address. */
const addressOf = (sender: string): string => /<([^<>]+)>$/.exec(sender)?.[1] ?? sender;

/** Writes the file under a temporary name first, so that readers of the folder never see half an e-mail. */
async function writeToOutbox(
  folder: string,
  { id, cooperativeId, to, subject, text, replyTo }: QueuedMessage,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, [id, cooperativeId, 'txt'].filter(Boolean).join('.'));
  await writeFile(
    `${file}.part`,
    `To: ${to}\nSubject: ${subject}\n${replyTo ? `Reply-To: ${replyTo}\n` : ''}\n${text}\n`,
    { mode: 0o600 },
  );
  await rename(`${file}.part`, file);
}
