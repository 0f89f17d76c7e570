import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Job, Mail, MessageSeal, type Config } from '@tallgrunn/platform';
import { DataSource } from 'typeorm';
import { passwordResetEmail } from './password-reset-email.ts';
import { People } from '../store/people.ts';
import { hashToken, generateToken } from '../token.ts';

export const SEND_RESET_LINK = 'identity.send-reset-link';

/** Validity of a reset link in minutes. */
const MINUTES_VALID = 60;

/** Sends a link to set a new password, if the address has an account. */
@Injectable()
@Job(SEND_RESET_LINK, { lane: 'mail' })
export class SendResetLink {
  constructor(
    private readonly people: People,
    private readonly source: DataSource,
    private readonly mail: Mail,
    private readonly seal: MessageSeal,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run({ sealed }: Record<string, unknown>): Promise<void> {
    const { email } = this.seal.open<{ email: string }>(String(sealed));
    const person = await this.people.byEmail(email);
    if (!person) return;
    const token = generateToken();
    const expiresAt = new Date(Date.now() + MINUTES_VALID * 60_000);
    await this.source.query(
      'insert into identity.password_reset (token_hash, person_id, expires_at) values ($1, $2, $3)',
      [hashToken(token), person.id, expiresAt],
    );
    const message = passwordResetEmail({
      email: person.email,
      link: `${this.config.publicUrl}/new-password/${token}`,
      minutes: MINUTES_VALID,
    });
    await this.mail.sendOutsideUnit({ ...message, recipientId: person.id });
  }
}
