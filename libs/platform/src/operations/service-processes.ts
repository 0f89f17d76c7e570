import { randomUUID } from 'node:crypto';
import os from 'node:os';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { HealthConnection } from './health-connection.ts';
import type { PartHealth } from './installation-health.ts';

export type ProgramName = 'serve' | 'work';

/** A running program, as it last described itself. */
export interface ServiceProcess {
  readonly program: ProgramName;
  readonly host: string;
  readonly pid: number;
  readonly version: string;
  readonly startedAt: Date;
  readonly lastBeatAt: Date;
  /** Whether its last heartbeat is at most `ABSENT_SECONDS` old. */
  readonly isAlive: boolean;
  readonly parts: readonly PartHealth[];
}

/** Time between two heartbeats of a program. Without one for longer than `ABSENT_SECONDS`, it counts as absent. */
export const BEAT_SECONDS = 15;
export const ABSENT_SECONDS = 90;
const FORGOTTEN = '1 day';

/** The running programs of the installation, on all machines. It holds no tenant data. */
@Injectable()
export class ServiceProcesses implements BeforeApplicationShutdown {
  readonly #id = randomUUID();
  #hasBeat = false;

  constructor(private readonly connection: HealthConnection) {}

  /**
   * Stores a heartbeat of this process.
   * @throws Error when the database does not answer
   */
  async beat(program: ProgramName, version: string, parts: readonly PartHealth[]): Promise<void> {
    this.#hasBeat = true;
    await this.connection.query(
      `insert into platform.service_process (id, program, host, pid, version, parts) values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do update set last_beat_at = now(), parts = excluded.parts`,
      [this.#id, program, os.hostname(), process.pid, version, JSON.stringify(parts)],
    );
    await this.connection.query(
      `delete from platform.service_process where last_beat_at < now() - interval '${FORGOTTEN}'`,
    );
  }

  list(): Promise<ServiceProcess[]> {
    return this.connection.query<ServiceProcess>(
      `select program, host, pid, version, started_at as "startedAt", last_beat_at as "lastBeatAt", parts,
         last_beat_at > now() - make_interval(secs => ${ABSENT_SECONDS}) as "isAlive"
       from platform.service_process order by program, host, started_at`,
    );
  }

  /** Removes this process at an orderly shutdown, so that it does not count as absent. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.#hasBeat) return;
    await this.connection
      .query('delete from platform.service_process where id = $1', [this.#id])
      .catch(() => undefined);
  }
}
