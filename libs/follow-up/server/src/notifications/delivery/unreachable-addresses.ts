import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound } from '@tallgrunn/platform';

export interface UnreachableAddress {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly email: string;
  /** Code of the mail server or delivery report, for example "550 5.1.1". */
  readonly reason: string;
  readonly noticedAt: Date;
}

/** Addresses whose e-mails bounced. They get no more e-mails until a user clears them. */
@Injectable()
export class UnreachableAddresses {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  list(organisationId: string | null): Promise<UnreachableAddress[]> {
    return this.database.query<UnreachableAddress & Record<string, unknown>>(
      `select u.id, json_build_object('id', o.id, 'name', o.name) as organisation, u.email, u.reason, u.noticed_at as "noticedAt"
       from follow_up.unreachable_address u
       join identity.door_organisation o on o.cooperative_id = u.cooperative_id and o.id = u.organisation_id
       where u.cleared_at is null and ($1::uuid is null or u.organisation_id = $1)
       order by u.noticed_at desc, u.id`,
      [organisationId],
    );
  }

  /**
   * Marks an address as working.
   * @throws Problem 'not-found' (404) for an address that is not blocked
   */
  async clear(id: string): Promise<void> {
    const row = await this.database.one<{ organisation_id: string }>(
      'update follow_up.unreachable_address set cleared_at = $2, cleared_by = $3 where id = $1 and cleared_at is null returning organisation_id',
      [id, this.clock.now(), this.database.actor().personId],
    );
    if (!row) throw notFound('unreachable-address');
    await this.audit.record({
      act: 'address.cleared',
      subject: { kind: 'unreachable-address', id },
      details: { organisationId: row.organisation_id },
    });
  }
}
