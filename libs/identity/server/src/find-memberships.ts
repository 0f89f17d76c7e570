import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

export interface PersonMembership {
  readonly id: string;
  /** Name of the organisation. */
  readonly organisation: string;
  readonly role: string;
}

/** Finds the active memberships of one person by e-mail address. Auditors make no decisions and are excluded. */
@Injectable()
export class FindMemberships {
  constructor(private readonly database: Database) {}

  /**
   * Returns memberships ordered by organisation and role; empty when nobody has the address.
   * @param organisation name of one organisation; null for all
   */
  run(email: string, organisation: string | null): Promise<PersonMembership[]> {
    return this.database.query<PersonMembership>(
      `select m.id, o.name as organisation, m.role from identity.membership m
       join identity.organisation o on o.cooperative_id = m.cooperative_id and o.id = m.organisation_id
       join identity.person p on p.id = m.person_id
       where lower(p.email) = lower($1) and m.ended_at is null and m.role <> 'auditor' and ($2::text is null or lower(o.name) = lower($2))
       order by o.name, m.role`,
      [email, organisation],
    );
  }
}
