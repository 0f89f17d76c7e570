import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { FORMER_IDENTITIES } from '../former-identities.ts';
import type { PartyName } from './existing-sites.ts';

/** Loads every buyer and supplier with its current and previous names and numbers. */
@Injectable()
export class LoadParties {
  constructor(private readonly database: Database) {}

  run(): Promise<PartyName[]> {
    return this.database.query<PartyName & Record<string, unknown>>(
      `select o.id, o.kind, o.name, o.org_number as "orgNumber", o.municipality_number as "municipalityNumber", ${FORMER_IDENTITIES}
       from identity.door_current_organisation o where o.kind in ('buyer', 'supplier') order by o.name, o.id`,
    );
  }
}
