import { Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { Problem, SecurityLog, type AuthenticatedRequest } from '@tallgrunn/platform';
import { beginSession, renewSession } from '../session-lifecycle.ts';
import { Passkeys } from './passkeys.ts';
import { RecoveryCodes } from './recovery-codes.ts';
import { Totp } from './totp.ts';
import '../session-data.ts';

type Method = 'totp' | 'recovery-code' | 'passkey';

/** Completes a sign-in that awaits a second factor. A passkey can also start a session or confirm a sign-in. */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly totp: Totp,
    private readonly codes: RecoveryCodes,
    private readonly securityLog: SecurityLog,
  ) {}

  /** Returns the only person whose passkey the session accepts; null before anyone has signed in. */
  onlyPerson({ session }: AuthenticatedRequest): string | null {
    return session.personId ?? pendingOf(session)?.personId ?? null;
  }

  /**
   * Completes a sign-in with a code of the authenticator app.
   * @throws Problem 'sign-in-expired' (422) when no sign-in awaits a code
   * @throws Problem 'code-wrong' (422)
   */
  async withTotp(request: AuthenticatedRequest, code: string): Promise<void> {
    const { personId, membershipId } = requirePending(request);
    await this.totp.verify(personId, code.replaceAll(/\D/g, ''));
    await this.#begin(request, personId, membershipId, 'totp');
  }

  /**
   * Completes a sign-in with a recovery code.
   * @throws Problem 'sign-in-expired' (422) when no sign-in awaits a code
   * @throws Problem 'code-wrong' (422)
   */
  async withRecoveryCode(request: AuthenticatedRequest, code: string): Promise<void> {
    const { personId, membershipId } = requirePending(request);
    await this.codes.use(personId, code);
    await this.#begin(request, personId, membershipId, 'recovery-code');
  }

  /**
   * Signs in with a passkey, completes a sign-in, or confirms the sign-in of the current session.
   * @throws Problem 'passkey-refused' | 'passkey-challenge-expired' (422)
   */
  async withPasskey(request: AuthenticatedRequest, response: AuthenticationResponseJSON): Promise<void> {
    const { session } = request;
    const isSignedIn = session.personId !== undefined;
    const membershipId = pendingOf(session)?.membershipId;
    const personId = await this.passkeys.use(request, this.onlyPerson(request), response);
    if (!isSignedIn) return this.#begin(request, personId, membershipId, 'passkey');
    await renewSession(request, { hasSecondFactor: true });
    await this.securityLog.record({ event: 'reauthentication-succeeded', personId, details: { method: 'passkey' } });
  }

  async #begin(
    request: AuthenticatedRequest,
    personId: string,
    membershipId: string | undefined,
    method: Method,
  ): Promise<void> {
    await beginSession(request, personId, membershipId, true);
    await this.securityLog.record({ event: 'sign-in-succeeded', personId, details: { method } });
  }
}

type Session = AuthenticatedRequest['session'];
type Pending = NonNullable<Session['pending']>;

const pendingOf = ({ pending }: Session): Pending | null => (pending && pending.until > Date.now() ? pending : null);

function requirePending({ session }: AuthenticatedRequest): Pending {
  const pending = pendingOf(session);
  if (!pending) throw new Problem(422, 'sign-in-expired');
  return pending;
}
