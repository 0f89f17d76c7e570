import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';

export interface PartyWithoutUsers {
  readonly id: string;
  readonly kind: 'buyer' | 'supplier';
  readonly name: string;
  readonly orgNumber: string | null;
  /** Titles of its running agreements. */
  readonly agreements: readonly string[];
  /** The next report that is due. */
  readonly dueOn: string | null;
  /** The party's contact in its agreements; a contact for reports takes precedence. */
  readonly contact: { readonly name: string; readonly email: string } | null;
  /** The open invitation, if any. */
  readonly invited: { readonly id: string; readonly email: string; readonly sentAt: Date } | null;
}

/** Lists the buyers and suppliers of running agreements that have no user yet. */
@Injectable()
export class ListPartiesWithoutUsers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(): Promise<PartyWithoutUsers[]> {
    return this.database.query<PartyWithoutUsers & Record<string, unknown>>(
      `with bound as (
         select cooperative_id, supplier_id as party_id, agreement_id from agreements.agreement_supplier where valid_to is null or valid_to >= $1::date
         union select cooperative_id, buyer_id, agreement_id from agreements.participation where valid_to is null or valid_to >= $1::date
       )
       select o.id, o.kind, o.name, o.org_number as "orgNumber",
         (select coalesce(json_agg(a.title order by a.number), '[]') from bound b
            join agreements.agreement a on a.cooperative_id = b.cooperative_id and a.id = b.agreement_id
            where b.cooperative_id = o.cooperative_id and b.party_id = o.id and (a.ends_on is null or a.ends_on >= $1::date)) as agreements,
         (select min(d.due_on) from agreements.door_reporting_obligation d where d.cooperative_id = o.cooperative_id and d.supplier_id = o.id and d.exemption_reason is null and d.due_on >= $1::date)::text as "dueOn",
         (select json_build_object('name', c.name, 'email', c.email) from agreements.agreement_contact c
            where c.cooperative_id = o.cooperative_id and c.supplier_id = o.id and c.email is not null order by c.role = 'reporting' desc, c.name limit 1) as contact,
         (select json_build_object('id', i.id, 'email', i.email, 'sentAt', i.created_at) from identity.door_invitation i
            where i.cooperative_id = o.cooperative_id and i.organisation_id = o.id and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > $2
            order by i.created_at desc limit 1) as invited
       from identity.door_current_organisation o
       where o.kind in ('buyer', 'supplier')
         and not exists (select from identity.door_membership m where m.cooperative_id = o.cooperative_id and m.organisation_id = o.id and m.ended_at is null and (m.ends_at is null or m.ends_at > $2))
       order by o.kind, o.name, o.id`,
      [osloDate(this.clock.now()), this.clock.now()],
    );
  }
}
