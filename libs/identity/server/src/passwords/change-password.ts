import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Mail, Problem, SecurityLog, type Config } from '@tallgrunn/platform';
import { DataSource } from 'typeorm';
import { OwnApiKeys } from '../keys/own-api-keys.ts';
import { Sessions } from '../sessions/sessions.ts';
import { SignIn } from '../sign-in.ts';
import { People } from '../store/people.ts';
import type { Person } from '../store/person.ts';
import { OwnWords } from './own-words.ts';
import { hashPassword } from './password.ts';
import { passwordChangedEmail } from './password-changed-email.ts';
import { requireStrongPassword } from './require-strong-password.ts';

/**
 * Sets passwords, on the person's request or after a reset. Both invalidate open reset links, end the other sessions
 * and send a notice.
 */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly people: People,
    private readonly source: DataSource,
    private readonly signIn: SignIn,
    private readonly ownWords: OwnWords,
    private readonly sessions: Sessions,
    private readonly apiKeys: OwnApiKeys,
    private readonly mail: Mail,
    private readonly securityLog: SecurityLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Changes the password after verifying the current one.
   * @param sessionId the session that continues
   * @throws Problem 'password-wrong' (403)
   * @throws Problem 'password-weak' (422)
   */
  async run(personId: string, sessionId: string, currentPassword: string, password: string): Promise<void> {
    const person = await this.people.byId(personId);
    if (!person) throw new Problem(401, 'not-authenticated');
    await this.signIn.run(person.email, currentPassword).catch((error: unknown) => {
      throw error instanceof Problem && error.code === 'sign-in-failed'
        ? new Problem(403, 'password-wrong', error.params)
        : error;
    });
    await this.requireStrong(person, password);
    await this.store(person, password, 'changed', sessionId);
    await this.securityLog.record({ event: 'password-changed', personId });
  }

  /**
   * Requires a strong password.
   * @throws Problem 'password-weak' (422)
   */
  async requireStrong(person: Person, password: string): Promise<void> {
    await requireStrongPassword(password, await this.ownWords.of(person));
  }

  /**
   * Stores the password of a person whose right to set it has been verified.
   * @param sessionId the session that continues; null ends all
   */
  async store(person: Person, password: string, cause: 'changed' | 'reset', sessionId: string | null): Promise<void> {
    await this.people.change(person.id, { passwordHash: await hashPassword(password), passwordChangedAt: new Date() });
    await this.source.query(
      'update identity.password_reset set used_at = now() where person_id = $1 and used_at is null',
      [person.id],
    );
    await this.sessions.endOthers(person.id, sessionId, `password-${cause}`);
    const { publicUrl } = this.config;
    const apiKeys = await this.apiKeys.list(person.id);
    await this.mail.sendOutsideUnit(
      passwordChangedEmail({
        email: person.email,
        cause,
        apiKeys,
        forgottenPage: `${publicUrl}/forgotten-password`,
        keysPage: `${publicUrl}/colleagues/api-keys`,
      }),
    );
  }
}
