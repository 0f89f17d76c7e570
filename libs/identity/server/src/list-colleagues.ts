import { Injectable } from '@nestjs/common';
import { Database, type Role } from '@tallgrunn/platform';

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
}

/** Who can act for the organisation one acts for, and who is invited and has not come yet. */
@Injectable()
export class ListColleagues {
  constructor(private readonly database: Database) {}

  run(): Promise<Colleague[]> {
    return this.database.query<Colleague>(
      `select m.id, p.name, p.email, m.role, 'member' as state, m.created_at as since, null::timestamptz as "expiresAt", m.ends_at as "endsAt"
       from identity.membership m join identity.person p on p.id = m.person_id
       where m.organisation_id = platform.organisation() and m.ended_at is null
       union all
       select i.id, '', i.email, i.role, 'invited', i.created_at, i.expires_at, i.ends_at
       from identity.invitation i
       where i.organisation_id = platform.organisation() and i.accepted_at is null and i.withdrawn_at is null
       order by 5 desc, 2, 3`,
    );
  }
}
