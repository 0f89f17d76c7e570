import { Injectable } from '@nestjs/common';
import { builtInProfiles, type LedgerProfile } from '@tallgrunn/formats';
import { Database } from '@tallgrunn/platform';

export interface ProfileRow {
  /** Null for the shipped examples; saving one creates a copy. */
  readonly id: string | null;
  readonly buyerId: string | null;
  readonly version: number | null;
  readonly savedAt: Date | null;
  readonly profile: LedgerProfile;
}

/** Returns the newest version of each visible stored profile, then the examples. */
@Injectable()
export class ListImportProfiles {
  constructor(private readonly database: Database) {}

  async run(): Promise<ProfileRow[]> {
    const saved = await this.database.query<ProfileRow>(
      `select distinct on (buyer_id, key) id, buyer_id as "buyerId", version, saved_at as "savedAt", body as profile from spend.import_profile order by buyer_id, key, version desc`,
    );
    return [
      ...saved,
      ...builtInProfiles.map((profile) => ({ id: null, buyerId: null, version: null, savedAt: null, profile })),
    ];
  }
}
