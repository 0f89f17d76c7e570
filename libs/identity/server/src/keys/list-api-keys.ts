import { Injectable } from '@nestjs/common';
import { Clock, Database, type KeyScope } from '@tallgrunn/platform';

export interface ApiKeySummary {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly KeyScope[];
  readonly madeBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly state: 'active' | 'expired' | 'revoked' | 'membership-ended';
}

/**
 * Lists the API keys of the actor's organisation, newest first, at most 200. Includes keys that are revoked or expired.
 */
@Injectable()
export class ListApiKeys {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(): Promise<ApiKeySummary[]> {
    return this.database.query<ApiKeySummary>(
      `select k.id, k.name, k.prefix, k.scopes, p.name as "madeBy", k.created_at as "createdAt", k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt",
         case when k.revoked_at is not null then 'revoked' when m.ended_at is not null then 'membership-ended' when k.expires_at <= $1 then 'expired' else 'active' end as state
       from identity.api_key k
       join identity.membership m on m.cooperative_id = k.cooperative_id and m.id = k.membership_id
       left join identity.person p on p.id = k.person_id
       where k.organisation_id = platform.organisation()
       order by k.created_at desc, k.id desc limit 200`,
      [this.clock.now()],
    );
  }
}
