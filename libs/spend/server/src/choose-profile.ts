import { Injectable } from '@nestjs/common';
import { exampleProfiles, proposeProfile, type LedgerProfile } from '@tallgrunn/formats';
import { Database, Problem } from '@tallgrunn/platform';
import type { TableFile } from '@tallgrunn/tabular';

/** The profile a ledger is read with when nobody named one: the buyer's own that fits best, else one common to all, else an example. */
@Injectable()
export class ChooseProfile {
  constructor(private readonly database: Database) {}

  async run(table: TableFile, buyerId: string | null): Promise<LedgerProfile> {
    for (const candidates of [...(await this.#saved(buyerId)), exampleProfiles]) {
      const [best] = await proposeProfile(table, candidates);
      if (best) return best.profile;
    }
    throw new Problem(422, 'ledger-no-profile');
  }

  /** Newest versions: the buyer's own, then the common ones. */
  async #saved(buyerId: string | null): Promise<LedgerProfile[][]> {
    const rows = await this.database.query<{ own: boolean; body: LedgerProfile }>(
      `select distinct on (buyer_id, key) buyer_id is not null as own, body from spend.profile where buyer_id = $1 or buyer_id is null order by buyer_id, key, version desc`,
      [buyerId],
    );
    return [rows.filter((row) => row.own), rows.filter((row) => !row.own)].map((list) => list.map((row) => row.body));
  }
}
