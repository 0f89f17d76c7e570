import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Mail } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { expiryEmail } from './expiry-email.ts';

const DAY_MS = 24 * 3600_000;

interface ExpiringKeyRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly organisation: string;
  readonly email: string;
  readonly person_id: string;
  readonly expires_at: Date;
}

/**
 * Queues one e-mail to the person who created an API key, two weeks before it expires. Runs in a unit of the system.
 * Returns how many.
 */
@Injectable()
export class SendExpiryReminders {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<number> {
    const now = this.clock.now();
    const ending = await this.database.query<ExpiringKeyRow>(
      `update identity.api_key k set reminded_at = $1
       from identity.membership m, identity.organisation o, identity.person p
       where m.cooperative_id = k.cooperative_id and m.id = k.membership_id and m.ended_at is null
         and o.cooperative_id = k.cooperative_id and o.id = k.organisation_id and p.id = k.person_id
         and k.revoked_at is null and k.reminded_at is null and k.expires_at > $1 and k.expires_at <= $2
       returning k.id, k.name, k.prefix, o.name as organisation, p.email, p.id as person_id, k.expires_at`,
      [now, new Date(now.getTime() + limits.apiKey.remindDaysBefore * DAY_MS)],
    );
    for (const { id, expires_at, person_id, ...key } of ending) {
      await this.audit.record({
        act: 'api-key.reminded',
        subject: { kind: 'api-key', id },
        details: { name: key.name, prefix: key.prefix },
      });
      await this.mail.send({ ...expiryEmail({ ...key, expiresAt: expires_at }), recipientId: person_id });
    }
    return ending.length;
  }
}
