import { Injectable } from '@nestjs/common';
import { Problem, SecurityLog, type AuthenticatedRequest } from '@tallgrunn/platform';
import { renewSession } from './session-lifecycle.ts';
import { SignIn } from './sign-in.ts';
import { People } from './store/people.ts';
import './session-data.ts';

/**
 * Re-authenticates the person of a session by password. The sign-in counts as recent, and the session gets a new id.
 */
@Injectable()
export class ConfirmSignIn {
  constructor(
    private readonly people: People,
    private readonly signIn: SignIn,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Confirms the sign-in. A wrong password does not end the session.
   * @throws Problem 'password-wrong' (403), with `retryAfterSeconds` when the attempt came too early
   * @throws Problem 'not-authenticated' (401)
   */
  async run(request: AuthenticatedRequest, password: string): Promise<void> {
    const person = request.session.personId ? await this.people.byId(request.session.personId) : null;
    if (!person) throw new Problem(401, 'not-authenticated');
    try {
      await this.signIn.run(person.email, password);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'sign-in-failed') throw error;
      await this.securityLog.record({ event: 'reauthentication-failed', personId: person.id });
      throw new Problem(403, 'password-wrong', error.params);
    }
    await renewSession(request);
    await this.securityLog.record({
      event: 'reauthentication-succeeded',
      personId: person.id,
      details: { method: 'password' },
    });
  }
}
