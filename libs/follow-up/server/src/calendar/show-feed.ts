import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  Clock,
  CONFIG,
  Database,
  notFound,
  systemActor,
  UnitOfWork,
  type Actor,
  type Config,
  type Role,
  type ActorKind,
} from '@tallgrunn/platform';
import { osloDate, type Language } from '@tallgrunn/values';
import { calendarTexts, describeDate } from './calendar-texts.ts';
import { CollectDates, type AgreementDate } from './collect-dates.ts';
import { SyncEvents } from './sync-events.ts';
import { writeICalendar, type CalendarEntry } from './write-icalendar.ts';

export interface CalendarFile {
  readonly text: string;
  /** Changes only when the content changes. */
  readonly etag: string;
}

interface FeedRow {
  readonly id: string;
  readonly cooperative_id: string;
  readonly membership_id: string;
  readonly revoked_at: Date | null;
}

interface Reader {
  readonly actor: Actor;
  readonly organisation: string;
  readonly language: Language;
}

export const hashFeedToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Days before the date at which the calendar reminds, by kind of date. */
const REMINDERS = {
  obligation: [7, 2],
  option: [30, 7],
  'agreement-end': [30],
  'price-version': [7],
} as const;

/** Writes the calendar of a secret address: the dates that its member may see now. */
@Injectable()
export class ShowFeed {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly dates: CollectDates,
    private readonly sync: SyncEvents,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Returns the calendar as iCalendar text.
   * @throws Problem 'not-found' (404) for an unknown or revoked address, or when its member has no access any more
   */
  async run(token: string): Promise<CalendarFile> {
    const hash = hashFeedToken(token);
    const feed = await this.units.runWithToken(hash, () =>
      this.database.one<FeedRow & Record<string, unknown>>(
        'select id, cooperative_id, membership_id, revoked_at from follow_up.calendar_feed where token_hash = $1',
        [hash],
      ),
    );
    if (!feed || feed.revoked_at) throw notFound('calendar');
    const system = systemActor(feed.cooperative_id, { via: 'web' });
    const reader = await this.units.run(system, () => this.#reader(feed));
    if (!reader) throw notFound('calendar');
    const dates = await this.units.run({ ...reader.actor }, () => this.dates.run(osloDate(this.clock.now())));
    const entries = await this.units.run({ ...system }, () => this.#entries(dates, reader));
    const text = writeICalendar(calendarTexts[reader.language].name(reader), entries);
    return { text, etag: `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"` };
  }

  /** Returns the member, or null when the membership has ended. Records the read, at most once an hour. */
  async #reader({ id, cooperative_id, membership_id }: FeedRow): Promise<Reader | null> {
    const now = this.clock.now();
    const row = await this.database.one<{
      person_id: string;
      organisation_id: string;
      kind: ActorKind;
      role: Role;
      language: Language;
      organisation: string;
    }>(
      `select r.person_id, r.organisation_id, r.kind, r.role, r.language, o.name as organisation from identity.door_recipient r
       join identity.door_organisation o on o.cooperative_id = r.cooperative_id and o.id = r.organisation_id
       where r.membership_id = $1 and r.ended_at is null and (r.ends_at is null or r.ends_at > $2) and r.role <> 'auditor'`,
      [membership_id, now],
    );
    if (!row) return null;
    await this.database.query(
      `update follow_up.calendar_feed set last_read_at = $2 where id = $1 and (last_read_at is null or last_read_at < $2::timestamptz - interval '1 hour')`,
      [id, now],
    );
    const actor: Actor = {
      ...{
        personId: row.person_id,
        membershipId: membership_id,
        cooperativeId: cooperative_id,
        organisationId: row.organisation_id,
      },
      ...{ side: row.kind, role: row.role, via: 'web' },
    };
    return { actor, organisation: row.organisation, language: row.language };
  }

  async #entries(dates: readonly AgreementDate[], { actor, language }: Reader): Promise<CalendarEntry[]> {
    const revisions = await this.sync.run(dates);
    const isForSupplier = actor.side === 'supplier';
    const live = dates.map((date): CalendarEntry => {
      const { sequence, changedAt } = revisions.get(date.key) ?? { sequence: 0, changedAt: this.clock.now() };
      return {
        ...{ uid: this.#uid(date.key), date: date.date, sequence, changedAt, isCancelled: date.isCancelled },
        ...describeDate(date, language, isForSupplier),
        url: `${this.config.publicUrl}${pathOf(date)}`,
        remindDaysBefore: date.isDone ? [] : REMINDERS[date.kind],
      };
    });
    const cancelled =
      actor.side === 'buyer'
        ? []
        : await this.sync.listCancelled(isForSupplier ? actor.organisationId : null, osloDate(this.clock.now()));
    const t = calendarTexts[language];
    return [
      ...live,
      ...cancelled.map(({ key, date, sequence, changedAt, agreementId }): CalendarEntry => ({
        ...{ uid: this.#uid(key), date, sequence, changedAt, isCancelled: true, summary: t.withdrawn, description: '' },
        ...{ url: `${this.config.publicUrl}/agreements/${agreementId}`, remindDaysBefore: [] },
      })),
    ];
  }

  #uid(key: string): string {
    return `${key.replaceAll(':', '-')}@${new URL(this.config.publicUrl).hostname}`;
  }
}

function pathOf({ kind, subjectId, agreementId }: AgreementDate): string {
  if (kind === 'obligation') return `/reports/${subjectId}`;
  return kind === 'price-version' ? `/agreements/${agreementId}/items` : `/agreements/${agreementId}/about`;
}
