import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { ERASED_NAME } from './erase-person.ts';

export interface EndedMembership {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly endedAt: Date;
}

const MEMBERSHIPS_MAX = 200;

/** Lists people whose access to the organisation has ended and who are not erased, newest first. */
@Injectable()
export class ListEndedMemberships {
  constructor(private readonly database: Database) {}

  run(): Promise<EndedMembership[]> {
    return this.database.query<EndedMembership>(
      `select m.id, p.name, p.email, m.role, m.ended_at as "endedAt" from identity.membership m join identity.person p on p.id = m.person_id
       where m.organisation_id = platform.organisation() and m.ended_at is not null and p.name <> $1 order by m.ended_at desc, m.id limit ${MEMBERSHIPS_MAX}`,
      [ERASED_NAME],
    );
  }
}
