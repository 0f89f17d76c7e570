import { Injectable } from '@nestjs/common';
import { Database, notFound, type Role } from '@tallgrunn/platform';

/** How a colleague was admitted, and whether they can take part in four-eyes decisions with the reader. */
export interface ColleagueAdmission {
  /** Null: set up by the operator. */
  readonly admittedBy: string | null;
  /** The administrator who vouched; null when nobody or the operator did. */
  readonly vouchedBy: string | null;
  readonly isVouchedFor: boolean;
  /** Whether the colleague and the reader may decide together. */
  readonly isIndependentOfReader: boolean;
  readonly isReader: boolean;
  /** Whether the reader may vouch for the colleague now. */
  readonly mayVouch: boolean;
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /**
   * `awaiting-approval`: accepted an invitation from another organisation, and needs the approval of an administrator.
   */
  readonly state: 'member' | 'invited' | 'awaiting-approval';
  readonly since: Date;
  readonly expiresAt: Date | null;
  /** End of the membership, in the future or the past; null without one. */
  readonly endsAt: Date | null;
  /** The inviter and their organisation; null for a member, or when the inviter is not known. */
  readonly invitedBy: string | null;
  /** Null for auditors, who make no decisions, and for people who have not joined. */
  readonly admission: ColleagueAdmission | null;
}

/** Lists the members of an organisation, open invitations, and people who await approval. */
@Injectable()
export class ListColleagues {
  constructor(private readonly database: Database) {}

  /** Lists those of the actor's organisation. */
  run(): Promise<Colleague[]> {
    return this.#list(this.database.actor().organisationId);
  }

  /**
   * Lists those of another organisation, for the cooperative.
   * @throws Problem 'not-found' (404)
   */
  async ofOrganisation(organisationId: string): Promise<Colleague[]> {
    if (!(await this.database.one('select 1 from identity.organisation where id = $1', [organisationId])))
      throw notFound('organisation');
    return this.#list(organisationId);
  }

  #list(organisationId: string | null): Promise<Colleague[]> {
    return this.database.query<Colleague>(
      `select m.id, p.name, p.email, m.role, 'member' as state, m.created_at as since, null::timestamptz as "expiresAt", m.ends_at as "endsAt", null as "invitedBy",
         case when a.person_id is not null and m.role <> 'auditor' then jsonb_build_object(
           'admittedBy', case when a.admitted_by is not null then coalesce(inviter.name, '?') end,
           'vouchedBy', voucher.name,
           'isVouchedFor', v.person_id is not null,
           'isIndependentOfReader', not relation.is_related and m.person_id <> platform.person(),
           'isReader', m.person_id = platform.person(),
           'mayVouch', a.admitted_by is not null and v.person_id is null and not relation.is_related and m.person_id <> platform.person()
             and platform.role() like '%administrator') end as admission
       from identity.membership m join identity.person p on p.id = m.person_id
       left join identity.admission a on a.organisation_id = m.organisation_id and a.person_id = m.person_id
       left join identity.person inviter on inviter.id = a.admitted_by
       left join identity.vouch v on v.organisation_id = a.organisation_id and v.person_id = a.person_id
       left join identity.person voucher on voucher.id = v.vouched_by
       cross join lateral (
         select exists (select from identity.door_inviter_relation r where r.person_id = m.person_id and r.related_person_id = platform.person()) as is_related
       ) relation
       where m.organisation_id = $1 and m.ended_at is null
       union all
       select i.id, coalesce(a.name, ''), i.email, i.role, case when i.accepted_at is null then 'invited' else 'awaiting-approval' end, i.created_at, i.expires_at, i.ends_at,
         case when p.id is not null then concat_ws(', ', p.name, o.name) end, null
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
