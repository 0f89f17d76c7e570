import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { notFound, SecurityLog } from '@tallgrunn/platform';
import { DataSource } from 'typeorm';
import { describeDevice, type Device } from './describe-device.ts';

export interface OwnSession {
  /** Identifies the session without granting access to it: a hash of its id. */
  readonly id: string;
  readonly isCurrent: boolean;
  readonly device: Device;
  /** First half of the network address from which it was started. */
  readonly network: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
}

interface Row {
  readonly sid: string;
  readonly sess: { readonly startedAt?: number; readonly userAgent?: string; readonly network?: string };
  readonly last_seen_at: Date;
}

/** The sessions of a person, on all their devices. */
@Injectable()
export class Sessions {
  constructor(
    private readonly source: DataSource,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Lists the sessions, last used first.
   * @param currentId session of the current request
   */
  async list(personId: string, currentId: string): Promise<OwnSession[]> {
    const rows = await this.source.query<Row[]>(
      "select sid, sess, last_seen_at from identity.session where person_id = $1 and expire > now() at time zone current_setting('timezone') order by last_seen_at desc",
      [personId],
    );
    return rows.map(({ sid, sess, last_seen_at }) => ({
      id: nameOf(sid),
      isCurrent: sid === currentId,
      device: describeDevice(sess.userAgent ?? ''),
      network: sess.network ?? '',
      startedAt: new Date(sess.startedAt ?? 0),
      lastSeenAt: last_seen_at,
    }));
  }

  /**
   * Ends one session.
   * @throws Problem 'not-found' (404) when the person has no such session
   */
  async end(personId: string, id: string): Promise<void> {
    const rows = await this.source.query<{ sid: string }[]>('select sid from identity.session where person_id = $1', [
      personId,
    ]);
    const sid = rows.find((row) => nameOf(row.sid) === id)?.sid;
    if (!sid) throw notFound('session');
    await this.source.query('delete from identity.session where sid = $1', [sid]);
    await this.securityLog.record({
      event: 'session-ended',
      personId,
      details: { count: 1, reason: 'ended-by-person' },
    });
  }

  /**
   * Ends all sessions of a person except one. Returns how many.
   * @param exceptId the session that continues; null for none
   */
  async endOthers(personId: string, exceptId: string | null, reason: string): Promise<number> {
    const [rows] = await this.source.query<[unknown[], number]>(
      'delete from identity.session where person_id = $1 and sid is distinct from $2 returning sid',
      [personId, exceptId],
    );
    if (rows.length > 0)
      await this.securityLog.record({ event: 'session-ended', personId, details: { count: rows.length, reason } });
    return rows.length;
  }
}

const nameOf = (sid: string) => createHash('sha256').update(`session\n${sid}`).digest('base64url').slice(0, 22);
