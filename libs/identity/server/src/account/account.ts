import { Injectable } from '@nestjs/common';
import { Problem, SecurityLog, type AuthenticatedRequest } from '@tallgrunn/platform';
import { Factors, hasFactor } from '../factors/factors.ts';
import { Passkeys } from '../factors/passkeys.ts';
import { RecoveryCodes } from '../factors/recovery-codes.ts';
import { SecondFactorPolicy } from '../factors/second-factor-policy.ts';
import { Totp } from '../factors/totp.ts';
import { ListMemberships } from '../list-memberships.ts';
import { renewSession } from '../session-lifecycle.ts';
import { Sessions } from '../sessions/sessions.ts';
import { People } from '../store/people.ts';
import type { Person } from '../store/person.ts';
import type { AccountDto } from './account.dto.ts';

/** Operations of users on their own account: view it, add and remove second factors. */
@Injectable()
export class Account {
  constructor(
    private readonly people: People,
    private readonly factors: Factors,
    private readonly passkeys: Passkeys,
    private readonly totp: Totp,
    private readonly codes: RecoveryCodes,
    private readonly sessions: Sessions,
    private readonly policy: SecondFactorPolicy,
    private readonly memberships: ListMemberships,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Returns the person of a session.
   * @throws Problem 'not-authenticated' (401) without a session, or when the person was erased
   */
  async person({ session }: AuthenticatedRequest): Promise<Person> {
    const person = session.personId ? await this.people.byId(session.personId) : null;
    if (!person) throw new Problem(401, 'not-authenticated');
    return person;
  }

  async describe(request: AuthenticatedRequest): Promise<AccountDto> {
    const { id, passwordChangedAt } = await this.person(request);
    const sessions = await this.sessions.list(id, request.sessionID);
    return { passwordChangedAt, ...(await this.factors.of(id)), sessions };
  }

  /**
   * Completes the adding of a factor: the session counts as signed in with one. Returns recovery codes for the first
   * factor; empty when the person has unused codes.
   */
  async completeAdding(request: AuthenticatedRequest, personId: string): Promise<string[]> {
    await renewSession(request, { hasSecondFactor: true });
    const { recoveryCodesLeft } = await this.factors.of(personId);
    return recoveryCodesLeft > 0 ? [] : this.codes.replace(personId);
  }

  /**
   * Replaces the recovery codes.
   * @throws Problem 'second-factor-missing' (409) without a second factor
   */
  async replaceCodes(personId: string): Promise<string[]> {
    if (!hasFactor(await this.factors.of(personId))) throw new Problem(409, 'second-factor-missing');
    return this.codes.replace(personId);
  }

  /**
   * Removes a passkey.
   * @throws Problem 'second-factor-needed' (409) when it is the last factor and a role of the person requires one
   */
  async removePasskey(personId: string, passkeyId: string): Promise<void> {
    const { passkeys, totpAddedAt } = await this.factors.of(personId);
    if (passkeys.length === 1 && passkeys[0]?.id === passkeyId && !totpAddedAt) await this.#requireNone(personId);
    await this.passkeys.remove(personId, passkeyId);
    await this.#removed(personId, 'passkey');
  }

  /**
   * Removes the authenticator app.
   * @throws Problem 'second-factor-needed' (409) when it is the last factor and a role of the person requires one
   */
  async removeTotp(personId: string): Promise<void> {
    const { passkeys } = await this.factors.of(personId);
    if (passkeys.length === 0) await this.#requireNone(personId);
    if (await this.totp.remove(personId)) await this.#removed(personId, 'totp');
  }

  async #requireNone(personId: string): Promise<void> {
    for (const { role } of await this.memberships.run(personId)) {
      if (await this.policy.isRequiredFor(role)) throw new Problem(409, 'second-factor-needed');
    }
  }

  /**
   * Records the removal. Also deletes the recovery codes when no factor is left, because they would otherwise grant
   * access on their own.
   */
  async #removed(personId: string, method: 'passkey' | 'totp'): Promise<void> {
    await this.securityLog.record({ event: 'second-factor-removed', personId, details: { method } });
    if (!hasFactor(await this.factors.of(personId))) await this.factors.removeAll(personId);
  }
}
