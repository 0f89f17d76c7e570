import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './clock.ts';

/** A time in which the server did not answer. */
export interface Downtime {
  readonly from: Date;
  readonly until: Date;
}

/** A silence longer than this is downtime; a shorter one is a restart. */
const SILENCE_SECONDS_MAX = 300;

/** When the server was not there. No tenant's data: kept outside units of work. */
@Injectable()
export class Uptime {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Says that the server is there now; a long silence before it is kept as downtime. Called at start and every minute. */
  async tell(): Promise<void> {
    const now = this.clock.now();
    await this.source.query(
      `insert into platform.downtime (from_at, until_at)
       select last_seen, $1::timestamptz from platform.uptime where $1::timestamptz - last_seen > make_interval(secs => ${SILENCE_SECONDS_MAX})
       on conflict do nothing`,
      [now],
    );
    await this.source.query('update platform.uptime set last_seen = $1', [now]);
  }

  /** Downtimes that touch a half-open range of instants, oldest first. */
  between(from: Date, until: Date): Promise<Downtime[]> {
    return this.source.query(
      'select from_at as "from", until_at as until from platform.downtime where until_at > $1 and from_at < $2 order by from_at limit 100',
      [from, until],
    );
  }
}
