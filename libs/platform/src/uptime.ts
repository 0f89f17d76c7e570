import { readFileSync } from 'node:fs';
import os from 'node:os';
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

/** Seconds since this machine started. Nobody can set this clock. */
export type MachineClock = () => number;

/** When the server was not there. No tenant's data: stored outside units of work. */
@Injectable()
export class Uptime {
  /** Seconds of the machine when this process last noted that it is there. */
  #lastNoted: number | null = null;
  readonly #bootId = readBootId();
  /** Replaced where a machine that sleeps is tried. */
  machineSeconds: MachineClock = os.uptime;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Notes that the server is there now; a long silence before it is stored as downtime. Called at start and every minute. The silence is measured
   * by the clock of the machine, which runs on when somebody sets the time of day; by the time of day only across a restart of the machine.
   */
  async tell(): Promise<void> {
    const now = this.clock.now();
    const seconds = this.machineSeconds();
    const ownSilence = this.#lastNoted === null ? null : seconds - this.#lastNoted;
    this.#lastNoted = seconds;
    if (ownSilence === null || ownSilence > SILENCE_SECONDS_MAX) await this.#storeSilence(now, seconds);
    await this.source.query('update platform.uptime set last_seen = $1, boot_id = $2, boot_seconds = $3', [
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
         from platform.uptime where last_seen is not null
       ) measured
       where silence > ${SILENCE_SECONDS_MAX}
       on conflict do nothing`,
      [now, this.#bootId, seconds],
    );
  }

  /** Downtimes that touch a half-open range of instants, oldest first. */
  between(from: Date, until: Date): Promise<Downtime[]> {
    return this.source.query(
      'select from_at as "from", until_at as until from platform.downtime where until_at > $1 and from_at < $2 order by from_at limit 100',
      [from, until],
    );
  }
}

/** Which start of which machine this is; null where the system does not say. */
function readBootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}
