import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { OrganisationRow } from './organisation-row.ts';

/** Stores the name and number that an organisation had until now, with the reason and the acting person. */
@Injectable()
export class RecordFormerIdentity {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param ofId organisation that the name and number identify from now on: the same one after a correction, the
   * remaining one after a merge
   */
  async run({ id: formerId, name, org_number }: OrganisationRow, ofId: string, reason: string): Promise<void> {
    const id = uuidv7(this.clock.now());
    await this.database.query(
      `insert into identity.organisation_history (id, organisation_id, name, org_number, valid_from, valid_to)
       select $1, $2, $3, $4,
         coalesce(
           (select max(h.valid_to) from identity.organisation_history h where h.cooperative_id = o.cooperative_id and h.organisation_id = o.id),
           o.created_at), $5
       from identity.organisation o where o.id = $6`,
      [id, ofId, name, org_number, this.clock.now(), formerId],
    );
    const why =
      'insert into identity.organisation_correction (history_id, reason, corrected_by) values ($1, $2, platform.person())';
    await this.database.query(why, [id, reason]);
  }
}
