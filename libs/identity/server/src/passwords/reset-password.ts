import { Injectable } from '@nestjs/common';
import { Jobs, MessageSeal, Problem, SecurityLog } from '@tallgrunn/platform';
import { DataSource } from 'typeorm';
import { AttemptLimits } from '../attempts/attempt-limits.ts';
import { OwnApiKeys } from '../keys/own-api-keys.ts';
import { People } from '../store/people.ts';
import type { Person } from '../store/person.ts';
import { hashToken } from '../token.ts';
import { ChangePassword } from './change-password.ts';
import { SEND_RESET_LINK } from './send-reset-link.ts';

/** Sets a new password by a link from an e-mail, valid for an hour and for one use. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly people: People,
    private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly seal: MessageSeal,
    private readonly attempts: AttemptLimits,
    private readonly change: ChangePassword,
    private readonly apiKeys: OwnApiKeys,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Queues the e-mail with a link. The work is the same for known and unknown addresses, so neither time nor response
   * reveals which. Too many requests get the same response but no e-mail.
   */
  async request(email: string): Promise<void> {
    const admission = await this.attempts.admit('reset-request', email);
    const person = await this.people.byEmail(email);
    const account = person ? { personId: person.id } : { account: email };
    if (!admission.isAdmitted)
      return this.securityLog.record({
        event: 'request-throttled',
        ...account,
        details: { request: 'password-reset', ...admission },
      });
    await this.securityLog.record({ event: 'password-reset-requested', ...account });
    await this.jobs.enqueueOutsideUnit(SEND_RESET_LINK, { sealed: this.seal.seal({ email }) });
  }

  /**
   * Sets a new password, ends all sessions and invalidates all other links.
   * @throws Problem 'reset-link-expired' (410)
   * @throws Problem 'password-weak' (422); the link stays valid
   */
  async run(token: string, password: string, revokesApiKeys: boolean): Promise<void> {
    const person = await this.#owner(token);
    if (person) await this.change.requireStrong(person, password);
    if (!person || !(await this.#spend(token))) {
      await this.securityLog.record({ event: 'password-reset-failed' });
      throw new Problem(410, 'reset-link-expired');
    }
    if (revokesApiKeys) await this.apiKeys.revokeAll(person.id);
    await this.change.store(person, password, 'reset', null);
    await this.securityLog.record({
      event: 'password-reset-completed',
      personId: person.id,
      details: { revokesApiKeys },
    });
  }

  async #owner(token: string): Promise<Person | null> {
    const [row] = await this.source.query<{ person_id: string }[]>(
      'select person_id from identity.password_reset where token_hash = $1 and used_at is null and expires_at > now()',
      [hashToken(token)],
    );
    return row ? this.people.byId(row.person_id) : null;
  }

  /** Marks the link as used. Returns false when it was used a moment ago. */
  async #spend(token: string): Promise<boolean> {
    const [rows] = await this.source.query<[unknown[], number]>(
      'update identity.password_reset set used_at = now() where token_hash = $1 and used_at is null and expires_at > now() returning person_id',
      [hashToken(token)],
    );
    return rows.length > 0;
  }
}
