import { readFileSync } from 'node:fs';
import os from 'node:os';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './clock.ts';

/** A period in which the server did not answer. */
export interface Downtime {
  readonly from: Date;
  readonly until: Date;
}

/** A gap longer than this is downtime; a shorter one is a restart. */
const SILENCE_SECONDS_MAX = 300;

/** Seconds since this machine started. Unlike the time of day, this clock cannot be changed. */
export type MachineClock = () => number;

/** Records the availability of the server. It holds no tenant data and is stored outside units of work. */
@Injectable()
export class Heartbeat {
  /** Machine seconds at the last heartbeat of this process. */
  #lastNoted: number | null = null;
  readonly #bootId = readBootId();
  /** Clock of the machine; tests replace it to simulate a sleeping machine. */
  machineSeconds: MachineClock = os.uptime;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Records a heartbeat. A long gap before it is stored as downtime. Call it at start and every minute. The gap is
   * measured by the machine's clock, which is not affected when the time of day is changed. Across a restart of the
   * machine, the time of day is used.
   */
  async recordBeat(): Promise<void> {
    const now = this.clock.now();
    const seconds = this.machineSeconds();
    const ownGap = this.#lastNoted === null ? null : seconds - this.#lastNoted;
    this.#lastNoted = seconds;
    if (ownGap === null || ownGap > SILENCE_SECONDS_MAX) await this.#storeSilence(now, seconds);
    await this.source.query('update platform.heartbeat set last_seen = $1, boot_id = $2, boot_seconds = $3', [
      now,
      this.#bootId,
      seconds,
    ]);
  }

  async #storeSilence(now: Date, seconds: number): Promise<void> {
    await this.source.query(
      `insert into platform.downtime (from_at, until_at)
       select $1::timestamptz - make_interval(secs => silence), $1::timestamptz
       from (
         select case
             when boot_id = $2 and $1::timestamptz < last_seen then $3 - boot_seconds
             when boot_id = $2 then least($3 - boot_seconds, extract(epoch from $1::timestamptz - last_seen))
             else extract(epoch from $1::timestamptz - last_seen)
           end::float8 as silence
         from platform.heartbeat where last_seen is not null
       ) measured
       where silence > ${SILENCE_SECONDS_MAX}
       on conflict do nothing`,
      [now, this.#bootId, seconds],
    );
  }

  /** Returns the downtimes that overlap the half-open range [from, until), oldest first, at most 100. */
  downtimesBetween(from: Date, until: Date): Promise<Downtime[]> {
    return this.source.query(
      'select from_at as "from", until_at as until from platform.downtime where until_at > $1 and from_at < $2 order by from_at limit 100',
      [from, until],
    );
  }
}

/** Returns the id of the current boot of this machine; null when the system has none. */
function readBootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}
