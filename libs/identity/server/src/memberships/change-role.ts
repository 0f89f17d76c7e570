import { Inject, Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  CONFIG,
  Database,
  notFound,
  Problem,
  type Config,
  type Role,
  type ActorKind,
} from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import { newAdministratorEmail } from '../administrator-emails.ts';
import { Administrators, administratorRoles } from '../administrators.ts';
import { rolesOf } from '../invitations/invite-person.ts';
import { NotifyMembershipChange } from './write-about-membership.ts';

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly kind: Exclude<ActorKind, 'system'>;
  readonly person: string;
  readonly email: string;
  readonly language: Language;
  readonly role: Role;
}

/**
 * Changes the role of a member of the actor's organisation. The last administrator's role cannot be changed. Assigning
 * the same role changes nothing.
 */
@Injectable()
export class ChangeRole {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly administrators: Administrators,
    private readonly write: NotifyMembershipChange,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Returns the id of the membership with the new role. A former membership of the person with that role is restored.
   * @throws Problem 'not-found' (404)
   * @throws Problem 'role-not-available' (400)
   * @throws Problem 'last-administrator' | 'membership-already-exists' (409)
   */
  async run(id: string, role: Role): Promise<{ id: string }> {
    const { organisationId } = this.database.actor();
    const administrators = await this.administrators.lockForUpdate(organisationId ?? '');
    const row = await this.#find(id);
    const allowed: readonly Role[] = rolesOf[row.kind].filter((each) => each !== 'auditor');
    // An auditor's access always has a last day, so another role needs a new invitation.
    if (row.role === 'auditor' || !allowed.includes(role))
      throw new Problem(400, 'role-not-available', { role, kind: row.kind, roles: allowed });
    if (row.role === role) return { id };
    const isLast = administrators.length === 1 && administrators[0]?.membershipId === id;
    if (isLast && !administratorRoles.includes(role)) throw new Problem(409, 'last-administrator');
    const changed = await this.#change(row, role);
    await this.audit.record({
      act: 'membership.role-changed',
      subject: { kind: 'membership', id },
      details: { from: row.role, to: role },
    });
    await this.write.notifyRoleChanged(row, role);
    if (administratorRoles.includes(role)) await this.#notifyAdministrators(row);
    return { id: changed };
  }

  async #find(id: string): Promise<Row> {
    const row = await this.database.one<Row>(
      `select m.id, m.person_id, m.organisation_id, o.name as organisation, o.kind, p.name as person, p.email, p.language, m.role
       from identity.membership m join identity.person p on p.id = m.person_id
       join identity.organisation o on o.cooperative_id = m.cooperative_id and o.id = m.organisation_id
       where m.id = $1 and m.organisation_id = platform.organisation() and m.ended_at is null for update of m`,
      [id],
    );
    if (!row) throw notFound('membership');
    return row;
  }

  async #change({ id, person_id, organisation_id }: Row, role: Role): Promise<string> {
    const former = await this.database.one<{ id: string; ended: boolean }>(
      'select id, ended_at is not null as ended from identity.membership where person_id = $1 and organisation_id = $2 and role = $3 for update',
      [person_id, organisation_id, role],
    );
    if (!former) {
      await this.database.query('update identity.membership set role = $2 where id = $1', [id, role]);
      return id;
    }
    if (!former.ended) throw new Problem(409, 'membership-already-exists');
    await this.database.query(
      'update identity.membership set ended_at = $2, ended_by = platform.person() where id = $1',
      [id, this.clock.now()],
    );
    await this.database.query(
      'update identity.membership set ended_at = null, ended_by = null, end_reason = null, ends_at = null where id = $1',
      [former.id],
    );
    return former.id;
  }

  async #notifyAdministrators({ person_id, person, email, organisation, organisation_id }: Row): Promise<void> {
    const emailData = { organisation, person, email, by: null, link: `${this.config.publicUrl}/colleagues` };
    await this.administrators.notify(organisation_id, person_id, (language) =>
      newAdministratorEmail[language](emailData),
    );
  }
}
