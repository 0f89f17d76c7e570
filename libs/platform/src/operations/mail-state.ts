import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { CONFIG, type Config } from '../config.ts';

/** `outbox`: no mail server is set. */
export type MailServerState = 'outbox' | 'ready' | 'unreachable';

/** Shortest time between two connections to the mail server. */
const LOOK_EVERY_MS = 60_000;
const ANSWER_MS = 5000;

/** Whether the mail server answers and accepts the credentials, if any. */
@Injectable()
export class MailState {
  #last: { readonly at: number; readonly state: Promise<MailServerState> } | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  state(): Promise<MailServerState> {
    const now = performance.now();
    if (this.#last === undefined || now - this.#last.at > LOOK_EVERY_MS) this.#last = { at: now, state: this.#look() };
    return this.#last.state;
  }

  async #look(): Promise<MailServerState> {
    const { smtpUrl } = this.config;
    if (smtpUrl === null) return 'outbox';
    const timeouts = { connectionTimeout: ANSWER_MS, greetingTimeout: ANSWER_MS, socketTimeout: ANSWER_MS };
    const transport = createTransport({ url: smtpUrl, ...timeouts });
    try {
      await transport.verify();
      return 'ready';
    } catch {
      return 'unreachable';
    } finally {
      transport.close();
    }
  }
}
