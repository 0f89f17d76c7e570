import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, Clock, CONFIG, Database, notFound, Problem, type Config } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { hashFeedToken } from './show-feed.ts';

export interface CalendarFeed {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastReadAt: Date | null;
}

/** Maximum feed addresses per member: one for each calendar program. */
const FEEDS_MAX = 5;

/** The secret calendar feed addresses of the acting member. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(): Promise<CalendarFeed[]> {
    return this.database.query<CalendarFeed & Record<string, unknown>>(
      `select id, created_at as "createdAt", last_read_at as "lastReadAt" from follow_up.calendar_feed where membership_id = $1 and revoked_at is null order by id`,
      [this.database.actor().membershipId],
    );
  }

  /**
   * Creates an address. It is returned only here, because only its hash is stored.
   * @throws Problem 'calendar-feeds-too-many' (409)
   */
  async create(): Promise<{ id: string; address: string }> {
    const { membershipId, organisationId } = this.database.actor();
    if ((await this.list()).length >= FEEDS_MAX) throw new Problem(409, 'calendar-feeds-too-many', { max: FEEDS_MAX });
    const token = randomBytes(32).toString('base64url');
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into follow_up.calendar_feed (id, membership_id, organisation_id, token_hash, created_at) values ($1, $2, $3, $4, $5)',
      [id, membershipId, organisationId, hashFeedToken(token), this.clock.now()],
    );
    await this.audit.record({ act: 'calendar-feed.created', subject: { kind: 'calendar-feed', id } });
    return { id, address: `${this.config.publicUrl}/api/v1/calendar/${token}.ics` };
  }

  /**
   * Revokes an address.
   * @throws Problem 'not-found' (404) for another member's address, or a revoked one
   */
  async revoke(id: string): Promise<void> {
    const rows = await this.database.query(
      'update follow_up.calendar_feed set revoked_at = $3 where id = $1 and membership_id = $2 and revoked_at is null returning id',
      [id, this.database.actor().membershipId, this.clock.now()],
    );
    if (rows.length === 0) throw notFound('calendar-feed');
    await this.audit.record({ act: 'calendar-feed.revoked', subject: { kind: 'calendar-feed', id } });
  }
}
