import { Injectable } from '@nestjs/common';
import { validateProfile, FormatProblem, type LedgerProfile } from '@tallgrunn/formats';
import { AuditLog, Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/**
 * Stores an import profile of a buyer as the next version of its key. Posted batches retain the version they were
 * imported with.
 */
@Injectable()
export class SaveImportProfile {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param onlyIfChanged stores nothing when the newest version is equal, so that a script may save repeatedly
   * @throws Problem 'import-profile-invalid' (422) · 'not-found' (404)
   */
  async run(
    body: unknown,
    buyerId: string | null,
    onlyIfChanged = false,
  ): Promise<{ id: string; version: number; existed: boolean }> {
    const profile = validated(body);
    if (
      buyerId !== null &&
      !(await this.database.one(`select 1 from identity.door_current_organisation where id = $1 and kind = 'buyer'`, [
        buyerId,
      ]))
    )
      throw notFound('buyer');
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended('spend.import_profile' || platform.cooperative() || $1, 0))`,
      [profile.id],
    );
    const last = await this.database.one<{ id: string; version: number; same: boolean }>(
      'select id, version, body = $3::jsonb as same from spend.import_profile where key = $1 and buyer_id is not distinct from $2 order by version desc limit 1',
      [profile.id, buyerId, JSON.stringify(profile)],
    );
    if (last?.same && onlyIfChanged) return { id: last.id, version: last.version, existed: true };
    const version = (last?.version ?? 0) + 1;
    const now = this.clock.now();
    const id = uuidv7(now);
    await this.database.query(
      'insert into spend.import_profile (id, buyer_id, key, version, body, saved_by, saved_at) values ($1, $2, $3, $4, $5, platform.person(), $6)',
      [id, buyerId, profile.id, version, JSON.stringify(profile), now],
    );
    await this.audit.record({
      act: 'spend.import-profile-saved',
      subject: { kind: 'import-profile', id },
      details: { key: profile.id, version, buyerId },
    });
    return { id, version, existed: false };
  }
}

function validated(body: unknown): LedgerProfile {
  try {
    return validateProfile(body);
  } catch (error) {
    if (error instanceof FormatProblem) throw new Problem(422, error.code, error.params);
    throw error;
  }
}
