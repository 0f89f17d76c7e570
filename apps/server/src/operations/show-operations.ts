import { Inject, Injectable } from '@nestjs/common';
import {
  Clock,
  CONFIG,
  Database,
  DiskSpace,
  InstallationHealth,
  QueueState,
  ServiceProcesses,
  StorageGrowth,
  WatchAlerts,
  type Config,
} from '@tallgrunn/platform';
import { programVersion } from '../program-version.ts';
import type { OperationsDto, SecurityEventCountDto, StorageGrowthDto } from './operations.dto.ts';

const DAY_MS = 24 * 3600_000;

/**
 * Returns the state of the installation: parts, programs, queues, alerts, disk space, and security events of the last
 * 24 hours.
 */
@Injectable()
export class ShowOperations {
  readonly #version = programVersion();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly health: InstallationHealth,
    private readonly processes: ServiceProcesses,
    private readonly queues: QueueState,
    private readonly alerts: WatchAlerts,
    private readonly disk: DiskSpace,
    private readonly growth: StorageGrowth,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<OperationsDto> {
    const { status, parts } = await this.health.state();
    return {
      status,
      version: this.#version,
      parts,
      processes: await this.processes.list(),
      queues: await this.queues.lengths(),
      alerts: await this.alerts.list(),
      disk: await this.disk.use(),
      growth: await this.#growth(),
      diskFreeMinBytes: this.config.operations.diskFreeMinBytes,
      securityEvents: await this.#securityEvents(),
    };
  }

  async #growth(): Promise<StorageGrowthDto> {
    const [months, projection] = [await this.growth.months(), await this.growth.projection()];
    return { months, bytesPerMonth: projection?.bytesPerMonth ?? null, fullOn: projection?.fullOn ?? null };
  }

  #securityEvents(): Promise<SecurityEventCountDto[]> {
    return this.database.query<SecurityEventCountDto & Record<string, unknown>>(
      `select event, outcome, sum(occurrence_count)::int as count from platform.door_security_event
       where occurred_at > $1 group by event, outcome order by outcome, count desc, event`,
      [new Date(this.clock.now().getTime() - DAY_MS)],
    );
  }
}
