import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, SecurityLog } from '@tallgrunn/platform';

/**
 * Revokes an API key with immediate effect. Repeating it changes nothing.
 * @throws Problem 'not-found' (404)
 */
@Injectable()
export class RevokeApiKey {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly securityLog: SecurityLog,
    private readonly clock: Clock,
  ) {}

  async run(id: string): Promise<void> {
    const key = await this.database.one<{ name: string; prefix: string; revoked_at: Date | null }>(
      'select name, prefix, revoked_at from identity.api_key where id = $1 and organisation_id = platform.organisation() for update',
      [id],
    );
    if (!key) throw notFound('api-key');
    if (key.revoked_at) return;
    await this.database.query('update identity.api_key set revoked_at = $2, revoked_by = $3 where id = $1', [
      id,
      this.clock.now(),
      this.database.actor().personId,
    ]);
    await this.audit.record({
      act: 'api-key.revoked',
      subject: { kind: 'api-key', id },
      details: { name: key.name, prefix: key.prefix },
    });
    await this.securityLog.record({ event: 'api-key-revoked', details: { keyId: id, prefix: key.prefix } });
  }
}
