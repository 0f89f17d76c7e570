import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { PartyDto } from './agreement.dto.ts';

/** Lists the suppliers and buyers that an agreement can be made with, by name. */
@Injectable()
export class ListParties {
  constructor(private readonly database: Database) {}

  run(): Promise<PartyDto[]> {
    return this.database.query<PartyDto>(
      `select o.id, o.kind, o.name, o.org_number as "orgNumber"
       from identity.door_current_organisation o
       where o.kind in ('supplier', 'buyer')
       order by o.name, o.id`,
    );
  }
}
