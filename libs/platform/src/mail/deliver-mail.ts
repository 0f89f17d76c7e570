import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config.ts';
import { Job } from '../jobs.ts';
import { Metrics } from '../operations/metrics.ts';
import { MessageSeal } from './message-seal.ts';

export const DELIVER_MAIL = 'platform.deliver-mail';

/** An e-mail on its way to the mail server. */
export interface QueuedMessage {
  /** The same at every attempt, so that a receiver can recognise a duplicate. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly replyTo?: string;
  readonly cooperativeId: string | null;
}

export interface MailPayload {
  readonly messageId: string;
  readonly recipientId: string | null;
  readonly sealed: string;
}

/** How long a mail server may take before the attempt fails and the e-mail is tried again, ms. */
const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** One attempt that the mail server did not accept. Its message names codes and ids, never the address: it goes to the log. */
export class MailNotAccepted extends Error {
  override readonly name = 'MailNotAccepted';

  constructor({ messageId, recipientId }: MailPayload, cause: unknown) {
    const { code, responseCode, command } = cause as { code?: string; responseCode?: number; command?: string };
    const answer = [code, responseCode, command].filter((each) => each !== undefined).join(' ');
    super(`message ${messageId} to ${recipientId ?? 'a recipient without id'}: ${answer || 'no answer'}`);
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** Sends one queued e-mail by SMTP, or writes it to the outbox folder when no mail server is set. */
@Injectable()
@Job(DELIVER_MAIL, { lane: 'mail' })
export class DeliverMail {
  readonly #transport: Transporter | null;

  constructor(
    private readonly seal: MessageSeal,
    @Inject(CONFIG) private readonly config: Config,
    private readonly metrics: Metrics,
  ) {
    this.#transport = config.smtpUrl ? createTransport({ url: config.smtpUrl, ...timeouts }) : null;
  }

  /** @throws MailNotAccepted when the mail server refuses or does not answer; the queue tries again. */
  async run(payload: Record<string, unknown>): Promise<void> {
    const queued = payload as unknown as MailPayload;
    try {
      const message = this.seal.open<QueuedMessage>(queued.sealed);
      if (this.#transport) await this.#transport.sendMail(this.#envelope(message));
      else await writeToOutbox(path.join(this.config.dataFolder, 'outbox'), message);
      this.metrics.mail.increase({ outcome: this.#transport ? 'sent' : 'stored' });
    } catch (error) {
      this.metrics.mail.increase({ outcome: 'failed' });
      throw new MailNotAccepted(queued, error);
    }
  }

  #envelope({ id, to, subject, text, replyTo }: QueuedMessage) {
    return {
      from: this.config.mailFrom,
      to,
      subject,
      text,
      ...(replyTo && { replyTo }),
      messageId: `<${id}@${new URL(this.config.publicUrl).hostname}>`,
    };
  }
}

/** Writes the file under another name first, so that a reader of the folder never sees half an e-mail. */
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
