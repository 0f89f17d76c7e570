import os from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { alertConditions, type AlertCondition, type AlertNameDto } from './alert-conditions.ts';
import { HealthConnection } from './health-connection.ts';
import { InstallationHealth } from './installation-health.ts';
import { QueueState } from './queue-state.ts';
import { SendAlert } from './send-alert.ts';
import { StorageGrowth } from './storage-growth.ts';
import { ServiceProcesses, type ProgramName } from './service-processes.ts';

/** An ongoing fault. */
export interface OngoingAlert extends AlertCondition {
  readonly since: Date;
  readonly isNotified: boolean;
}

interface AlertRow {
  readonly name: AlertNameDto;
  readonly subject: string;
  readonly since: Date;
}

/** A fault that no program has observed for this long is deleted. */
const FORGOTTEN = '1 hour';

/**
 * Compares the current faults with the stored ones. Reports each fault once when it has lasted long enough, and once
 * when it is over. The program that updates or deletes the row of a fault reports it, so only one of several programs
 * does.
 */
@Injectable()
export class WatchAlerts {
  #databaseAwaySince: Date | null = null;
  #isDatabaseReported = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly connection: HealthConnection,
    private readonly health: InstallationHealth,
    private readonly queues: QueueState,
    private readonly processes: ServiceProcesses,
    private readonly growth: StorageGrowth,
    private readonly send: SendAlert,
  ) {}

  /** Checks once. Never throws. */
  async run(program: ProgramName): Promise<void> {
    const host = os.hostname();
    try {
      const [parts, lengths, processes, isFullSoon] = await Promise.all([
        this.health.parts(),
        this.queues.lengths(),
        this.processes.list(),
        this.growth.isFullSoon(),
      ]);
      const conditions = alertConditions(program, host, { parts, lengths, processes, isFullSoon });
      await this.#store(program, `${program}@${host}`, conditions);
      await this.#reportDatabase(false, `${program}@${host}`);
    } catch {
      await this.#reportDatabase(true, `${program}@${host}`);
    }
  }

  /** Returns the ongoing faults, oldest first. */
  list(): Promise<OngoingAlert[]> {
    return this.connection.query<OngoingAlert>(
      'select name, subject, since_at as since, notified_at is not null as "isNotified" from platform.alert order by since_at, name, subject',
    );
  }

  async #store(program: ProgramName, own: string, conditions: readonly AlertCondition[]): Promise<void> {
    const now = JSON.stringify(conditions);
    const active = `(select name, subject from jsonb_to_recordset($1::jsonb) as c (name text, subject text))`;
    await this.connection.query(
      `insert into platform.alert (name, subject) select name, subject from ${active} c
       on conflict (name, subject) do update set last_observed_at = now()`,
      [now],
    );
    const begun = await this.connection.query<AlertRow>(
      `update platform.alert set notified_at = now()
       where notified_at is null and since_at <= now() - make_interval(secs => $2) and (name, subject) in ${active}
       returning name, subject, since_at as since`,
      [now, this.config.operations.alertAfterSeconds],
    );
    // A fault of another program on another machine is ended by that program. `program-absent` is ended by a program of
    // the other kind.
    const ended = await this.connection.query<AlertRow & { readonly isNotified: boolean }>(
      `delete from platform.alert where (name, subject) not in ${active}
         and (subject = $2 or (subject not like '%@%' and not (name = 'program-absent' and subject = $3)) or last_observed_at < now() - interval '${FORGOTTEN}')
       returning name, subject, since_at as since, notified_at is not null as "isNotified"`,
      [now, own, program],
    );
    for (const row of begun) await this.send.run({ ...row, state: 'firing' });
    for (const { isNotified, ...row } of ended) if (isNotified) await this.send.run({ ...row, state: 'resolved' });
  }

  /** Reports the one fault that cannot be stored: an unreachable database is remembered in this process only. */
  async #reportDatabase(isUnreachable: boolean, subject: string): Promise<void> {
    const name = 'database-unreachable';
    const since = this.#databaseAwaySince ?? new Date();
    if (!isUnreachable) {
      const wasReported = this.#isDatabaseReported;
      [this.#databaseAwaySince, this.#isDatabaseReported] = [null, false];
      if (wasReported) await this.send.run({ name, subject, since, state: 'resolved' });
      return;
    }
    this.#databaseAwaySince = since;
    const hasLasted = Date.now() - since.getTime() >= this.config.operations.alertAfterSeconds * 1000;
    if (!hasLasted || this.#isDatabaseReported) return;
    this.#isDatabaseReported = true;
    await this.send.run({ name, subject, since, state: 'firing' });
  }
}
