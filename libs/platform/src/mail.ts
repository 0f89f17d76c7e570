import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { uuidv7 } from '@tallgrunn/values';
import { Clock } from './clock.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Whose letter it is; nothing for one that is no cooperative's in particular. */
  readonly cooperativeId?: string;
}

/** Sends mail, or, where no mail server is set, lays each letter in an outbox folder that the operator can read. */
@Injectable()
export class Mail {
  readonly #transport: Transporter | null;

  constructor(
    smtpUrl: string | null,
    readonly outbox: string,
    private readonly sender: string,
    private readonly clock: Clock,
  ) {
    this.#transport = smtpUrl ? createTransport(smtpUrl) : null;
  }

  async send({ cooperativeId, ...letter }: Letter): Promise<void> {
    if (this.#transport) {
      await this.#transport.sendMail({ from: this.sender, ...letter });
      return;
    }
    await mkdir(this.outbox, { recursive: true });
    const text = `To: ${letter.to}\nSubject: ${letter.subject}\n\n${letter.text}\n`;
    await writeFile(path.join(this.outbox, [uuidv7(this.clock.now()), cooperativeId, 'txt'].filter(Boolean).join('.')), text, { mode: 0o600 });
  }
}
