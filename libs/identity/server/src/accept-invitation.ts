import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, Problem, SecurityLog, UnitOfWork, type Actor } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { FindInvitation, type OpenInvitation } from './find-invitation.ts';
import { hashPassword } from './passwords/password.ts';
import { requireStrongPassword } from './passwords/require-strong-password.ts';
import { SignIn } from './sign-in.ts';
import { People } from './store/people.ts';
import type { Person } from './store/person.ts';

/** Turns an invitation into an account and a membership. Someone who has an account already proves it with its password. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly find: FindInvitation,
    private readonly people: People,
    private readonly signIn: SignIn,
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly securityLog: SecurityLog,
    private readonly clock: Clock,
  ) {}

  async run(token: string, name: string, password: string): Promise<{ person: Person; membershipId: string }> {
    const invitation = await this.find.run(token);
    const person = await this.#account(invitation, name, password);
    const membershipId = uuidv7(this.clock.now());
    const actor: Actor = {
      personId: person.id,
      membershipId,
      cooperativeId: invitation.cooperativeId,
      organisationId: invitation.organisation.id,
      side: invitation.organisation.kind,
      // An auditor may write nothing: whoever joins does so as one who is invited.
      role: 'invited',
      via: 'web',
    };
    return { person, membershipId: await this.units.run(actor, () => this.#join(invitation, actor)) };
  }

  async #account(invitation: OpenInvitation, name: string, password: string): Promise<Person> {
    const existing = await this.people.byEmail(invitation.email);
    // A wrong password counts as it does at the front door: an invitation is no way around the lock.
    if (existing?.passwordHash) return this.signIn.run(invitation.email, password);
    await requireStrongPassword(password, [name, invitation.email, invitation.organisation.name]);
    const passwordHash = await hashPassword(password);
    if (existing) {
      await this.people.change(existing.id, { name, passwordHash });
      return { ...existing, name, passwordHash };
    }
    const now = this.clock.now();
    const person: Person = { id: uuidv7(now), email: invitation.email, name, passwordHash, language: 'nb', passwordChangedAt: now, createdAt: now };
    await this.people.add(person);
    return person;
  }

  /** Makes the membership, or opens the one that ended before the letter was written; answers its id. */
  async #join(invitation: OpenInvitation, actor: Actor): Promise<string> {
    const spent = await this.database.query('update identity.invitation set accepted_at = $2 where id = $1 and accepted_at is null and withdrawn_at is null returning id', [invitation.id, this.clock.now()]);
    if (spent.length === 0) throw new Problem(410, 'invitation-used');
    const joined = await this.database.one<{ id: string }>(
      `insert into identity.membership (id, person_id, organisation_id, role, created_at, ends_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (cooperative_id, person_id, organisation_id, role) do update set ends_at = excluded.ends_at, ended_at = null, ended_by = null
       where identity.membership.ended_at is null or identity.membership.ended_at <= $7 returning id`,
      [actor.membershipId, actor.personId, actor.organisationId, invitation.role, this.clock.now(), invitation.endsAt, invitation.createdAt],
    );
    if (!joined) throw new Problem(410, 'invitation-withdrawn');
    await this.audit.record({ act: 'invitation.accepted', subject: { kind: 'invitation', id: invitation.id } });
    await this.securityLog.record({ event: 'invitation-accepted', details: { invitationId: invitation.id, role: invitation.role } });
    return joined.id;
  }
}
