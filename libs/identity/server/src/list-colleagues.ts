import { Injectable } from '@nestjs/common';
import { Database, notFound, type Role } from '@tallgrunn/platform';

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** `awaiting-approval`: has accepted an invitation from outside the organisation, and waits for an administrator of it. */
  readonly state: 'member' | 'invited' | 'awaiting-approval';
  readonly since: Date;
  readonly expiresAt: Date | null;
  /** When the membership ends by itself, or ended. */
  readonly endsAt: Date | null;
  /** Who invited, with the organisation they acted for; null for a member and where nobody is known. */
  readonly invitedBy: string | null;
}

/** Lists who can act for an organisation, who is invited, and who waits for approval. */
@Injectable()
export class ListColleagues {
  constructor(
    private readonly database: Database,
  ) {}

  /** Those of the organisation one acts for. */
  run(): Promise<Colleague[]> {
    return this.#list(this.database.actor().organisationId);
  }

  /** Those of another organisation, for the cooperative. @throws Problem 'not-found' */
  async ofOrganisation(organisationId: string): Promise<Colleague[]> {
    if (!(await this.database.one('select 1 from identity.organisation where id = $1', [organisationId]))) throw notFound('organisation');
    return this.#list(organisationId);
  }

  #list(organisationId: string | null): Promise<Colleague[]> {
    return this.database.query<Colleague>(
      `select m.id, p.name, p.email, m.role, 'member' as state, m.created_at as since, null::timestamptz as "expiresAt", m.ends_at as "endsAt", null as "invitedBy"
       from identity.membership m join identity.person p on p.id = m.person_id
       where m.organisation_id = $1 and m.ended_at is null
       union all
       select i.id, coalesce(a.name, ''), i.email, i.role, case when i.accepted_at is null then 'invited' else 'awaiting-approval' end, i.created_at, i.expires_at, i.ends_at,
         case when p.id is not null then concat_ws(', ', p.name, o.name) end
       from identity.invitation i
       left join identity.person p on p.id = i.invited_by
       left join identity.person a on a.id = i.accepted_by
       left join identity.organisation o on o.cooperative_id = i.cooperative_id and o.id = i.inviter_organisation_id
       where i.organisation_id = $1 and i.withdrawn_at is null
         and (i.accepted_at is null or (i.requires_approval and i.approved_at is null and i.rejected_at is null))
       order by 5 desc, 2, 3`,
      [organisationId],
    );
  }
}
