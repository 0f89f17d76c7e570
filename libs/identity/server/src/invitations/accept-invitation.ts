import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem, SecurityLog, UnitOfWork, type Actor } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { Administrators, administratorRoles, type Administrator } from '../administrators.ts';
import { approvalNeededEmail } from '../administrator-emails.ts';
import { hashPassword } from '../passwords/password.ts';
import { requireStrongPassword } from '../passwords/require-strong-password.ts';
import { SignIn } from '../sign-in.ts';
import { People } from '../store/people.ts';
import type { Person } from '../store/person.ts';
import { FindInvitation, type OpenInvitation } from './find-invitation.ts';
import { CreateMembership } from './give-membership.ts';

export interface Acceptance {
  /** `new` creates an account, `existing` signs in to one, `signed-in` uses the session. */
  readonly account: 'new' | 'existing' | 'signed-in';
  readonly name: string;
  readonly password: string;
  /** Person of the session; null without one. */
  readonly signedInId: string | null;
}

export interface AcceptedInvitation {
  readonly person: Person;
  /** Null while an administrator of the organisation must approve. */
  readonly membershipId: string | null;
}

/**
 * Accepts an invitation and creates the membership. The link proves access to the mailbox; an existing account must
 * also be signed in to. The response does not reveal whether the address has an account: every mismatch is
 * 'sign-in-failed'.
 */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly find: FindInvitation,
    private readonly people: People,
    private readonly signIn: SignIn,
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly securityLog: SecurityLog,
    private readonly clock: Clock,
    private readonly administrators: Administrators,
    private readonly createMembership: CreateMembership,
  ) {}

  /**
   * Accepts the invitation, or leaves it awaiting approval.
   * @throws Problem 'sign-in-failed' (401)
   * @throws Problem 'account-not-invited' (409)
   * @throws Problem 'invitation-already-used' | 'invitation-withdrawn' | 'invitation-expired' (410)
   * @throws Problem 'password-weak' (422)
   */
  async run(token: string, acceptance: Acceptance): Promise<AcceptedInvitation> {
    const invitation = await this.find.run(token);
    const person = await this.#account(invitation, acceptance);
    const actor: Actor = {
      personId: person.id,
      membershipId: uuidv7(this.clock.now()),
      cooperativeId: invitation.cooperativeId,
      organisationId: invitation.organisation.id,
      side: invitation.organisation.kind,
      // An auditor may write nothing, so the acceptance is recorded with the role of an invited person.
      role: 'invited',
      via: 'web',
    };
    return { person, membershipId: await this.units.run(actor, () => this.#join(invitation, person)) };
  }

  async #account(invitation: OpenInvitation, { account, name, password, signedInId }: Acceptance): Promise<Person> {
    if (account === 'signed-in') return this.#signedIn(invitation, signedInId);
    const existing = await this.people.byEmail(invitation.email);
    // A wrong password counts against the sign-in limits, so an invitation does not bypass them. A missing account is
    // rejected in the same way.
    if (existing?.passwordHash || account === 'existing') return this.signIn.run(invitation.email, password);
    await requireStrongPassword(password, [name, invitation.email, invitation.organisation.name]);
    const passwordHash = await hashPassword(password);
    if (existing) {
      await this.people.change(existing.id, { name, passwordHash });
      return { ...existing, name, passwordHash };
    }
    const now = this.clock.now();
    const language = invitation.language ?? 'nb';
    const person: Person = {
      id: uuidv7(now),
      email: invitation.email,
      name,
      passwordHash,
      language,
      passwordChangedAt: now,
      createdAt: now,
    };
    await this.people.add(person);
    return person;
  }

  /**
   * Returns the session's person.
   * @throws Problem 'not-authenticated' (401), or 'account-not-invited' (409) when the invitation was sent to another
   * address
   */
  async #signedIn(invitation: OpenInvitation, signedInId: string | null): Promise<Person> {
    const person = signedInId ? await this.people.byId(signedInId) : null;
    if (!person) throw new Problem(401, 'not-authenticated');
    if (person.email.toLowerCase() !== invitation.email.toLowerCase()) throw new Problem(409, 'account-not-invited');
    return person;
  }

  async #join(invitation: OpenInvitation, person: Person): Promise<string | null> {
    const administrators = await this.administrators.lockForUpdate(invitation.organisation.id);
    const awaitsApproval = requiresApproval(invitation, administrators, person.id);
    const accepted = await this.database.query(
      `update identity.invitation set accepted_at = $2, accepted_by = $3, requires_approval = $4
       where id = $1 and accepted_at is null and withdrawn_at is null returning id`,
      [invitation.id, this.clock.now(), person.id, awaitsApproval],
    );
    if (accepted.length === 0) throw new Problem(410, 'invitation-already-used');
    await this.audit.record({
      act: 'invitation.accepted',
      subject: { kind: 'invitation', id: invitation.id },
      details: awaitsApproval ? { awaitsApproval } : {},
    });
    await this.securityLog.record({
      event: 'invitation-already-accepted',
      details: { invitationId: invitation.id, role: invitation.role },
    });
    if (!awaitsApproval) return this.createMembership.run({ ...invitation, person });
    const by = await this.createMembership.inviterOf(invitation.id);
    const link = this.createMembership.peoplePage;
    await this.administrators.notify(invitation.organisation.id, person.id, (language) =>
      approvalNeededEmail[language]({
        organisation: invitation.organisation.name,
        person: person.name,
        email: person.email,
        by,
        link,
      }),
    );
    return null;
  }
}

/**
 * Returns whether an administrator must approve: the inviter is from another organisation, and there is an
 * administrator other than the invited person.
 */
function requiresApproval(
  { inviterOrganisationId, organisation }: OpenInvitation,
  administrators: readonly Administrator[],
  personId: string,
): boolean {
  if (inviterOrganisationId === null || inviterOrganisationId === organisation.id) return false;
  return administrators.some((each) => each.personId !== personId);
}

export const isAdministrator = (role: string): boolean => (administratorRoles as readonly string[]).includes(role);
