import { Injectable } from '@nestjs/common';
import { Jobs, MessageSeal, Problem, SecurityLog } from '@tallgrunn/platform';
import { DataSource } from 'typeorm';
import { hashPassword } from './password.ts';
import { SEND_RESET_LINK } from './send-reset-link.ts';
import { People } from './store/people.ts';
import { hashToken } from './token.ts';

/** Sets a new password by a link in an e-mail, valid for an hour and for one use. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly people: People,
    private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly seal: MessageSeal,
    private readonly securityLog: SecurityLog,
  ) {}

  /** Queues the request. The work is the same for a known and an unknown address, so neither time nor answer tells which. */
  async ask(email: string): Promise<void> {
    const person = await this.people.byEmail(email);
    await this.securityLog.record({ event: 'password-reset-requested', ...(person ? { personId: person.id } : { account: email }) });
    await this.jobs.enqueueOutsideUnit(SEND_RESET_LINK, { sealed: this.seal.seal({ email }) });
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
