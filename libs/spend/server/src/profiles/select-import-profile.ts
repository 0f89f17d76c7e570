import { Injectable } from '@nestjs/common';
import { builtInProfiles, type LedgerProfile } from '@tallgrunn/formats';
import { Database } from '@tallgrunn/platform';

/**
 * Returns the candidate profiles for a ledger when none was chosen: the buyer's own, then the shared ones, then the
 * examples. Within a list, the best matching one is used.
 */
@Injectable()
export class SelectImportProfile {
  constructor(private readonly database: Database) {}

  async run(buyerId: string | null): Promise<(readonly LedgerProfile[])[]> {
    return [...(await this.#saved(buyerId)), builtInProfiles];
  }

  /** Returns the newest versions: the buyer's own, then the shared ones. */
  async #saved(buyerId: string | null): Promise<LedgerProfile[][]> {
    const rows = await this.database.query<{ own: boolean; body: LedgerProfile }>(
      `select distinct on (buyer_id, key) buyer_id is not null as own, body from spend.import_profile where buyer_id = $1 or buyer_id is null order by buyer_id, key, version desc`,
      [buyerId],
    );
    return [rows.filter((row) => row.own), rows.filter((row) => !row.own)].map((list) => list.map((row) => row.body));
  }
}
