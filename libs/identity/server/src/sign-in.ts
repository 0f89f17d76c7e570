import { Injectable } from '@nestjs/common';
import { Problem, SecurityLog } from '@tallgrunn/platform';
import { People } from './store/people.ts';
import type { Person } from './store/person.ts';
import { verifyPassword } from './password.ts';

const ATTEMPTS_MAX = 8;
const LOCK_MINUTES = 15;

/** Signs someone in by e-mail and password. Eight wrong passwords lock the account for a quarter of an hour; a new password opens it at once. */
@Injectable()
export class SignIn {
  constructor(
    private readonly people: People,
    private readonly securityLog: SecurityLog,
  ) {}

  async run(email: string, password: string): Promise<Person> {
    const person = await this.people.byEmail(email);
    const now = new Date(); // the real time, also where a demo's clock stands still
    if (person?.lockedUntil && person.lockedUntil > now) {
      await this.securityLog.record({ event: 'sign-in-throttled', personId: person.id, details: { reason: 'account-locked' } });
      throw new Problem(423, 'locked', { until: person.lockedUntil.toISOString() });
    }
    const right = await verifyPassword(password, person?.passwordHash ?? null);
    if (person && right) {
      if (person.failedAttempts > 0) await this.people.change(person.id, { failedAttempts: 0, lockedUntil: null });
      return person;
    }
    await this.securityLog.record({ event: 'sign-in-failed', ...(person ? { personId: person.id } : { account: email }) });
    if (person) await this.#countFailure(person.id, now);
    throw new Problem(401, 'sign-in-failed');
  }

  async #countFailure(personId: string, now: Date): Promise<void> {
    const failures = await this.people.countFailure(personId);
    if (failures < ATTEMPTS_MAX) return;
    const until = new Date(now.getTime() + LOCK_MINUTES * 60_000);
    await this.people.change(personId, { failedAttempts: 0, lockedUntil: until });
    throw new Problem(423, 'locked', { until: until.toISOString() });
  }
}
