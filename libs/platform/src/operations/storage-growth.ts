import { readdir } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../actor.ts';
import { CONFIG, type Config } from '../config.ts';
import { Database } from '../database.ts';
import { FILE_STORAGE, type FileStorage } from '../files/file-storage.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { DiskSpace } from './disk-space.ts';
import { HealthConnection } from './health-connection.ts';
import { projectGrowth, type GrowthProjection, type StorageMeasurement } from './project-growth.ts';

/** A fault is reported when the disk is full within so many days, if growth goes on. */
export const FULL_SOON_DAYS = 90;

const DAY_MS = 24 * 3600_000;
/** Measurements of every day are retained for so long, afterwards the first of each month. */
const DAILY_DAYS = 100;

/** Measures how much the installation stores, and projects its growth against the free space of the data folder. */
@Injectable()
export class StorageGrowth {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly source: DataSource,
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly connection: HealthConnection,
    private readonly disk: DiskSpace,
    @Inject(FILE_STORAGE) private readonly storage: FileStorage,
  ) {}

  /**
   * Stores the sizes of today (UTC), in place of an earlier measurement of the day.
   * @param systems the system actors of all cooperatives
   */
  async measure(systems: readonly Actor[]): Promise<void> {
    let fileBytes = 0;
    for (const system of systems)
      fileBytes += await this.units.run({ ...system }, async () => {
        const sum = await this.database.one<{ bytes: number }>(
          'select coalesce(sum(size_bytes), 0)::float8 as bytes from platform.stored_file where cooperative_id = platform.cooperative()',
        );
        return sum?.bytes ?? 0;
      });
    await this.source.query(
      `insert into platform.storage_measurement (measured_on, database_bytes, file_bytes)
       values ((now() at time zone 'UTC')::date, pg_database_size(current_database()), $1)
       on conflict (measured_on) do update set database_bytes = excluded.database_bytes, file_bytes = excluded.file_bytes`,
      [fileBytes],
    );
    await this.source.query(
      `delete from platform.storage_measurement m where m.measured_on < (now() at time zone 'UTC')::date - ${DAILY_DAYS}
         and exists (select from platform.storage_measurement e where e.measured_on < m.measured_on
           and date_trunc('month', e.measured_on) = date_trunc('month', m.measured_on))`,
    );
  }

  /** Returns the first measurement of each of the last thirteen months, and the newest; oldest first. */
  async months(): Promise<readonly StorageMeasurement[]> {
    const all = await this.#read(400);
    const isFirst = ({ measuredOn }: StorageMeasurement, at: number) =>
      all[at - 1]?.measuredOn.slice(0, 7) !== measuredOn.slice(0, 7);
    return all.filter((each, at) => isFirst(each, at) || at === all.length - 1).slice(-14);
  }

  /** Returns null until two weeks have been measured. */
  async projection(): Promise<GrowthProjection | null> {
    const [measurements, use] = [await this.#read(DAILY_DAYS), await this.disk.use()];
    return projectGrowth(measurements, {
      hasDatabase: await this.#hasDatabase(),
      hasFiles: this.storage.kind === 'disk',
      roomBytes: use && use.freeBytes - this.config.operations.diskFreeMinBytes,
    });
  }

  /** Whether the disk of the data folder is full within 90 days, if growth goes on. */
  async isFullSoon(now = Date.now()): Promise<boolean> {
    const fullOn = (await this.projection())?.fullOn;
    return fullOn !== undefined && fullOn !== null && Date.parse(fullOn) - now < FULL_SOON_DAYS * DAY_MS;
  }

  #read(days: number): Promise<StorageMeasurement[]> {
    return this.connection.query<StorageMeasurement>(
      `select to_char(measured_on, 'YYYY-MM-DD') as "measuredOn", database_bytes::float8 as "databaseBytes", file_bytes::float8 as "fileBytes"
       from platform.storage_measurement where measured_on >= (now() at time zone 'UTC')::date - $1::int order by measured_on`,
      [days],
    );
  }

  /** Whether the included PostgreSQL stores its data in the data folder. */
  async #hasDatabase(): Promise<boolean> {
    const names = await readdir(this.config.dataFolder).catch(() => [] as string[]);
    return names.some((name) => name.startsWith('postgres-'));
  }
}
