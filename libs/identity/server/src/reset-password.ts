import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Mail, Problem, SecurityLog, type Config } from '@tallgrunn/platform';
import { DataSource } from 'typeorm';
import { hashPassword } from './password.ts';
import { resetLetter } from './reset-letter.ts';
import { People } from './store/people.ts';
import { hashToken, makeToken } from './token.ts';

const MINUTES_OPEN = 60;

/** The way back in: a link by mail, good for an hour and for one use. Whether an address is known is never told. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly people: People,
    private readonly source: DataSource,
    private readonly mail: Mail,
    private readonly securityLog: SecurityLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async ask(email: string): Promise<void> {
    const person = await this.people.byEmail(email);
    await this.securityLog.record({ event: 'password-reset-requested', ...(person ? { personId: person.id } : { account: email }) });
    if (!person) return;
    const token = makeToken();
    const expiresAt = new Date(Date.now() + MINUTES_OPEN * 60_000);
    await this.source.query('insert into identity.password_reset (token_hash, person_id, expires_at) values ($1, $2, $3)', [hashToken(token), person.id, expiresAt]);
    await this.mail.send(resetLetter({ email: person.email, link: `${this.config.publicUrl}/new-password/${token}`, minutes: MINUTES_OPEN }));
  }

  /** Sets a new password and opens a locked account. */
  async run(token: string, password: string): Promise<void> {
    const [rows] = await this.source.query<[{ person_id: string }[], number]>(
      'update identity.password_reset set used_at = now() where token_hash = $1 and used_at is null and expires_at > now() returning person_id',
      [hashToken(token)],
    );
    const personId = rows[0]?.person_id;
    if (!personId) {
      await this.securityLog.record({ event: 'password-reset-failed' });
      throw new Problem(410, 'reset-link-spent');
    }
    await this.people.change(personId, { passwordHash: await hashPassword(password), failedAttempts: 0, lockedUntil: null });
    await this.source.query(`delete from identity.session where sess->>'personId' = $1`, [personId]);
    await this.securityLog.record({ event: 'password-reset-completed', personId });
  }
}
