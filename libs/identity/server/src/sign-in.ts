import { Injectable } from '@nestjs/common';
import { Problem, SecurityLog } from '@tallgrunn/platform';
import { AttemptLimits } from './attempts/attempt-limits.ts';
import { verifyPassword } from './passwords/password.ts';
import { People } from './store/people.ts';
import type { Person } from './store/person.ts';

/**
 * Verifies e-mail address and password. Wrong passwords delay further attempts (AttemptLimits). The rejection and the
 * time it takes are the same whether the account is missing, the password is wrong or the attempt came too early.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly people: People,
    private readonly attempts: AttemptLimits,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Returns the person.
   * @throws Problem 'sign-in-failed' (401), with `retryAfterSeconds` when the attempt came too early and was not made
   */
  async run(email: string, password: string): Promise<Person> {
    const admission = await this.attempts.admit('password', email);
    const person = await this.people.byEmail(email);
    const account = person ? { personId: person.id } : { account: email };
    if (!admission.isAdmitted) {
      await this.securityLog.record({
        event: 'sign-in-throttled',
        ...account,
        details: { retryAfterSeconds: admission.retryAfterSeconds },
      });
      throw new Problem(401, 'sign-in-failed', { retryAfterSeconds: admission.retryAfterSeconds });
    }
    const isRight = await verifyPassword(password, person?.passwordHash ?? null);
    if (person && isRight) {
      await this.attempts.succeed('password', email);
      return person;
    }
    await this.securityLog.record({ event: 'sign-in-failed', ...account });
    throw new Problem(401, 'sign-in-failed');
  }
}
