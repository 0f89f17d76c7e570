import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, Database, Problem, type Config, type Role } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { newAdministratorEmail } from '../administrator-emails.ts';
import { Administrators, administratorRoles } from '../administrators.ts';

export interface MembershipToCreate {
  /** Id of the invitation. */
  readonly id: string;
  readonly role: Role;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly endsAt: Date | null;
  readonly createdAt: Date;
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
}

/**
 * Creates the membership of an accepted invitation, and notifies the organisation's administrators of a new
 * administrator.
 */
@Injectable()
export class CreateMembership {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly administrators: Administrators,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Address of the page on which administrators approve and end access. */
  get peoplePage(): string {
    return `${this.config.publicUrl}/colleagues`;
  }

  /**
   * Creates the membership, or restores one that ended before the invitation was sent. Returns its id.
   * @throws Problem 'invitation-withdrawn' (410) when the access was ended after the invitation was sent
   */
  async run({ id, role, organisation, endsAt, createdAt, person }: MembershipToCreate): Promise<string> {
    const existing = await this.administrators.list(organisation.id);
    const membership = await this.database.one<{ id: string }>(
      `insert into identity.membership (id, person_id, organisation_id, role, created_at, ends_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (cooperative_id, person_id, organisation_id, role) do update set ends_at = excluded.ends_at, ended_at = null, ended_by = null
       where identity.membership.ended_at is null or identity.membership.ended_at <= $7 returning id`,
      [uuidv7(this.clock.now()), person.id, organisation.id, role, this.clock.now(), endsAt, createdAt],
    );
    if (!membership) throw new Problem(410, 'invitation-withdrawn');
    await this.database.query('update identity.invitation set membership_id = $2 where id = $1', [id, membership.id]);
    const isNewAdministrator =
      administratorRoles.includes(role) && !existing.some(({ personId }) => personId === person.id);
    if (isNewAdministrator) {
      const by = await this.inviterOf(id);
      const emailData = {
        organisation: organisation.name,
        person: person.name,
        email: person.email,
        by,
        link: this.peoplePage,
      };
      await this.administrators.notify(organisation.id, person.id, (language) =>
        newAdministratorEmail[language](emailData),
      );
    }
    return membership.id;
  }

  /**
   * Returns the inviter's name with their organisation, for e-mails; null when the operator invited on the command
   * line.
   */
  async inviterOf(invitationId: string): Promise<string | null> {
    const inviter = await this.database.one<{ name: string; organisation: string | null }>(
      `select p.name, o.name as organisation from identity.invitation i join identity.person p on p.id = i.invited_by
       left join identity.organisation o on o.cooperative_id = i.cooperative_id and o.id = i.inviter_organisation_id where i.id = $1`,
      [invitationId],
    );
    return inviter
      ? [inviter.name, inviter.organisation && `(${inviter.organisation})`].filter(Boolean).join(' ')
      : null;
  }
}
