import { Inject, Injectable, Logger } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { CONFIG, type Config } from '../config.ts';
import type { AlertCondition } from './alert-conditions.ts';
import { alertText, RESOLVED } from './alert-texts.ts';

/** A fault that began or ended. */
export interface Alert extends AlertCondition {
  readonly state: 'firing' | 'resolved';
  readonly since: Date;
}

const ANSWER_MS = 10_000;

/**
 * Reports a fault: always in the log, and by e-mail and webhook when configured. E-mails go directly to the mail
 * server, because the queue may be the fault. Never throws: a failing channel is logged.
 */
@Injectable()
export class SendAlert {
  readonly #log = new Logger('alert');

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async run(alert: Alert): Promise<void> {
    const { name, subject, state, since } = alert;
    const line = { alert: name, subject, state, since: since.toISOString() };
    if (state === 'firing') this.#log.error(line);
    else this.#log.log(line);
    const channels = { mail: this.#mail(alert), webhook: this.#post(alert) };
    for (const [channel, sent] of Object.entries(channels))
      await sent.catch((error: unknown) => this.#log.error({ ...line, channel, error: String(error) }));
  }

  async #mail(alert: Alert): Promise<void> {
    const { smtpUrl, mailFrom, operations, publicUrl } = this.config;
    if (operations.alertMail.length === 0 || smtpUrl === null) return;
    const { nb, nn, en } = sentences(alert);
    const timeouts = { connectionTimeout: ANSWER_MS, greetingTimeout: ANSWER_MS, socketTimeout: ANSWER_MS };
    const transport = createTransport({ url: smtpUrl, ...timeouts });
    try {
      await transport.sendMail({
        from: mailFrom,
        to: [...operations.alertMail],
        subject: `Tallgrunn: ${nb}`,
        text: [nb, nn, en, `${alert.since.toISOString()} ${alert.name} ${alert.subject}`, pageOf(publicUrl)].join(
          '\n\n',
        ),
      });
    } finally {
      transport.close();
    }
  }

  async #post(alert: Alert): Promise<void> {
    const { operations, publicUrl } = this.config;
    if (operations.alertWebhook === null) return;
    const { name, subject, state, since } = alert;
    const texts = sentences(alert);
    const response = await fetch(operations.alertWebhook, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, subject, state, since, text: texts.nb, texts, installation: publicUrl }),
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
  }
}

function sentences({ name, subject, state }: Alert): { nb: string; nn: string; en: string } {
  const texts = alertText(name, subject);
  if (state === 'firing') return { ...texts };
  return {
    nb: `${RESOLVED.nb} ${texts.nb}`,
    nn: `${RESOLVED.nn} ${texts.nn}`,
    en: `${RESOLVED.en} ${texts.en}`,
  };
}

const pageOf = (publicUrl: string): string => new URL('/operations', publicUrl).href;
