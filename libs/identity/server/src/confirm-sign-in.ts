import { Injectable } from '@nestjs/common';
import { Problem, type ActingRequest } from '@tallgrunn/platform';
import { beginSession } from './session-life.ts';
import { SignIn } from './sign-in.ts';
import { People } from './store/people.ts';
import './session-data.ts';

/** Re-authenticates the person of a session: the sign-in counts as recent again, and the session gets a new id. */
@Injectable()
export class ConfirmSignIn {
  constructor(
    private readonly people: People,
    private readonly signIn: SignIn,
  ) {}

  /** @throws Problem 'password-wrong' (403, for the session goes on) where the password is not the person's. */
  async run(request: ActingRequest, password: string): Promise<void> {
    const { personId, membershipId } = request.session;
    const person = personId ? await this.people.byId(personId) : null;
    if (!person) throw new Problem(401, 'not-signed-in');
    await this.signIn.run(person.email, password).catch((error: unknown) => {
      throw error instanceof Problem && error.code === 'sign-in-failed' ? new Problem(403, 'password-wrong') : error;
    });
    await beginSession(request, person.id, membershipId);
  }
}
