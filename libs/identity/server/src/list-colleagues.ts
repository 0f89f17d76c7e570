import { Injectable } from '@nestjs/common';
import { Database, type Role } from '@tallgrunn/platform';

/** How a colleague came in, and what that means where a decision needs two persons. */
export interface ColleagueAdmission {
  /** Null: the operator. */
  readonly admittedBy: string | null;
  /** The administrator who vouched; null while nobody did, and when the operator did. */
  readonly vouchedBy: string | null;
  readonly isVouchedFor: boolean;
  /** Whether the colleague and the reader may decide together. */
  readonly isIndependentOfReader: boolean;
  readonly isReader: boolean;
  /** Whether the reader may vouch now. */
  readonly mayVouch: boolean;
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly state: 'member' | 'invited';
  readonly since: Date;
  readonly expiresAt: Date | null;
  /** When the membership ends by itself, or ended. */
  readonly endsAt: Date | null;
  /** Null for auditors, who decide nothing, and for those who have not come yet. */
  readonly admission: ColleagueAdmission | null;
}

/** Lists who can act for the organisation one acts for, and who is invited and has not come yet. */
@Injectable()
export class ListColleagues {
  constructor(private readonly database: Database) {}

  run(): Promise<Colleague[]> {
    return this.database.query<Colleague>(
      `select m.id, p.name, p.email, m.role, 'member' as state, m.created_at as since, null::timestamptz as "expiresAt", m.ends_at as "endsAt",
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
       where m.organisation_id = platform.organisation() and m.ended_at is null
       union all
       select i.id, '', i.email, i.role, 'invited', i.created_at, i.expires_at, i.ends_at, null
       from identity.invitation i
       where i.organisation_id = platform.organisation() and i.accepted_at is null and i.withdrawn_at is null
       order by 5 desc, 2, 3`,
    );
  }
}
