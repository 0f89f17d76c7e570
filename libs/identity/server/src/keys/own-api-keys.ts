import { Injectable } from '@nestjs/common';
import { Clock, Database, SecurityLog, UnitOfWork } from '@tallgrunn/platform';

export interface OwnApiKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
}

/** The valid API keys that a person has created in any organisation. Needs no active membership. */
@Injectable()
export class OwnApiKeys {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly securityLog: SecurityLog,
  ) {}

  list(personId: string): Promise<OwnApiKey[]> {
    return this.units.runAsPerson(personId, () =>
      this.database.query<OwnApiKey>(
        'select id, name, prefix from identity.api_key where person_id = $1 and revoked_at is null and expires_at > $2 order by name, prefix',
        [personId, this.clock.now()],
      ),
    );
  }

  /** Revokes all of them. Returns the revoked keys. */
  async revokeAll(personId: string): Promise<OwnApiKey[]> {
    const revoked = await this.units.runAsPerson(personId, () =>
      this.database.query<OwnApiKey>(
        'update identity.api_key set revoked_at = $2, revoked_by = $1 where person_id = $1 and revoked_at is null and expires_at > $2 returning id, name, prefix',
        [personId, this.clock.now()],
      ),
    );
    for (const { id, prefix } of revoked)
      await this.securityLog.record({ event: 'api-key-revoked', personId, details: { keyId: id, prefix } });
    return revoked;
  }
}
