import {
  Inject,
  Module,
  type DynamicModule,
  type MiddlewareConsumer,
  type NestModule,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { types } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PgBoss } from 'pg-boss';
import { ReadInSubprocess } from './subprocess/read-in-subprocess.ts';
import { RedactUpload } from './redact-upload.ts';
import { readingSlots } from './subprocess/subprocess-limits.ts';
import { AuditLog } from './audit-log.ts';
import { AuditChain } from './audit/audit-chain.ts';
import { bodyCheck } from './body-check.ts';
import { Clock } from './clock.ts';
import { CONFIG, type Config } from './config.ts';
import { Database } from './database.ts';
import { DownloadSlots } from './download-turns.ts';
import { DomainEvents } from './domain-events.ts';
import { FileStore } from './file-store.ts';
import { fileStorageOf } from './files/file-storage-of.ts';
import { FILE_STORAGE, type FileStorage } from './files/file-storage.ts';
import { Instance } from './instance.ts';
import { Jobs } from './jobs.ts';
import { InMemoryJobs } from './in-memory-jobs.ts';
import { Mail } from './mail.ts';
import { DeliverMail } from './mail/deliver-mail.ts';
import { MailDeliveries } from './mail/mail-deliveries.ts';
import { ReadBounceFolder } from './mail/read-bounce-folder.ts';
import { MessageSeal } from './mail/message-seal.ts';
import { DocumentNumbers } from './document-numbers.ts';
import { applicationName } from './operations/application-name.ts';
import { DiskSpace } from './operations/disk-space.ts';
import { Drain } from './operations/drain.ts';
import { EndLostWork } from './operations/end-lost-work.ts';
import { HealthConnection } from './operations/health-connection.ts';
import { InstallationHealth } from './operations/installation-health.ts';
import { InstallationMetrics } from './operations/installation-metrics.ts';
import { JobList } from './operations/job-list.ts';
import { logQueueEvents } from './operations/log-queue-events.ts';
import { MailState } from './operations/mail-state.ts';
import { Metrics, type WatchedPool } from './operations/metrics.ts';
import { QueueState } from './operations/queue-state.ts';
import { SendAlert } from './operations/send-alert.ts';
import { ServiceProcesses } from './operations/service-processes.ts';
import { StorageGrowth } from './operations/storage-growth.ts';
import { WatchAlerts } from './operations/watch-alerts.ts';
import { ProblemFilter } from './problem-filter.ts';
import { RequestTransaction } from './request-transaction.ts';
import { ROOMS, type Room } from './room.ts';
import { ScanFile, NoScanner } from './scan/scan-file.ts';
import { ScanUpload } from './scan/scan-upload.ts';
import { ScanWithClamd } from './scan/scan-with-clamd.ts';
import { storeRequestOrigin } from './security/request-origin.ts';
import { RecordReads } from './security/record-reads.ts';
import { RetentionStore } from './security/retention-store.ts';
import { SecurityLog } from './security/security-log.ts';
import { SpooledDownload } from './spooled-download.ts';
import { UnitOfWork } from './unit-of-work.ts';
import { Heartbeat } from './heartbeat.ts';
import { JobWorker } from './job-worker.ts';

export interface PlatformOptions {
  readonly config: Config;
  readonly rooms: readonly Room[];
  /** Whether this process maintains the queue; the worker does. */
  readonly works: boolean;
  /** Whether this process is notified when a job is committed. Default: the value of `works`. */
  readonly listens?: boolean;
  /** Queues jobs in memory instead of in the database; see InMemoryJobs. */
  readonly jobsAtOnce?: boolean;
}

/** Longest wait of a worker for a free database connection; after it the job is retried. */
const WORKER_WAIT_SECONDS = 120;

/**
 * Database connections per file slot. There are six file queues, three of them for large files with half the slots.
 * Each file that is read or waits for a slot holds a connection.
 */
const CONNECTIONS_PER_SLOT = 5;

// Dates stay 'YYYY-MM-DD' strings: a date has no time zone.
types.setTypeParser(types.builtins.DATE, (text) => text);

const shared = [
  Clock,
  UnitOfWork,
  Database,
  DomainEvents,
  AuditLog,
  AuditChain,
  SecurityLog,
  DocumentNumbers,
  Instance,
  Heartbeat,
  JobWorker,
  DownloadSlots,
  SpooledDownload,
  RetentionStore,
  MailDeliveries,
  ReadBounceFolder,
  ReadInSubprocess,
  RedactUpload,
  Metrics,
  Drain,
  DiskSpace,
  HealthConnection,
  QueueState,
  MailState,
  InstallationHealth,
  InstallationMetrics,
  ServiceProcesses,
  SendAlert,
  WatchAlerts,
  JobList,
  EndLostWork,
  StorageGrowth,
];

/** The infrastructure of all rooms: database, units of work, domain events, jobs, files, audit log, problems. */
@Module({})
export class PlatformModule implements NestModule, OnApplicationShutdown {
  constructor(
    private readonly boss: PgBoss,
    @Inject(CONFIG) private readonly config: Config,
    source: DataSource,
    metrics: Metrics,
  ) {
    metrics.watchPool('main', (source.driver as PostgresDriver).master as WatchedPool);
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(storeRequestOrigin).forRoutes('{*path}');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 1000 * this.config.operations.shutdownSeconds });
  }

  static forRoot({ config, rooms, works, listens = works, jobsAtOnce = false }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: config.appUrl,
          entities: rooms.flatMap((room) => [...(room.entities ?? [])]),
          extra: {
            max: config.operations.poolSize + (works ? CONNECTIONS_PER_SLOT * readingSlots() : 0),
            connectionTimeoutMillis:
              1000 *
              (works
                ? Math.max(WORKER_WAIT_SECONDS, config.operations.connectSeconds)
                : config.operations.connectSeconds),
            keepAlive: true,
            application_name: applicationName(works ? 'work' : 'serve'),
          },
          retryAttempts: 3,
        }),
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: ROOMS, useValue: rooms },
        ...shared,
        { provide: Jobs, useClass: jobsAtOnce ? InMemoryJobs : Jobs },
        {
          provide: PgBoss,
          inject: [Metrics],
          useFactory: (metrics: Metrics) => startBoss(config, metrics, { works, listens }),
        },
        ...fileProviders(config),
        { provide: MessageSeal, useFactory: () => new MessageSeal(config.sessionSecret) },
        Mail,
        DeliverMail,
        { provide: APP_INTERCEPTOR, useClass: RecordReads },
        { provide: APP_INTERCEPTOR, useClass: RequestTransaction },
        { provide: APP_FILTER, useClass: ProblemFilter },
        {
          provide: ScanFile,
          useFactory: () =>
            config.clamdUrl ? new ScanWithClamd(config.clamdUrl, config.operations.clamdSeconds) : new NoScanner(),
        },
        { provide: APP_PIPE, useFactory: bodyCheck },
        { provide: APP_PIPE, useClass: ScanUpload },
      ],
      exports: [CONFIG, ROOMS, ...shared, Jobs, PgBoss, FileStore, Mail, MessageSeal, ScanFile, DiscoveryModule],
    };
  }
}

/** Providers of the files: their storage, whose requests are counted, and the store that rooms use. */
const fileProviders = (config: Config): Provider[] => [
  {
    provide: FILE_STORAGE,
    inject: [Metrics],
    useFactory: (metrics: Metrics) =>
      fileStorageOf(config, (operation, outcome, seconds) => {
        metrics.fileStoreRequests.increase({ operation, outcome });
        metrics.fileStoreSeconds.observe(seconds, { operation });
      }),
  },
  {
    provide: FileStore,
    inject: [FILE_STORAGE, Database, Clock],
    useFactory: (storage: FileStorage, database: Database, clock: Clock) =>
      new FileStore(config.dataFolder, storage, database, clock),
  },
];

async function startBoss(
  config: Config,
  metrics: Metrics,
  { works, listens }: { works: boolean; listens: boolean },
): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: config.appUrl,
    migrate: false,
    createSchema: false,
    schedule: false,
    useListenNotify: listens && config.operations.listens,
    supervise: works,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    max: 4,
    application_name: applicationName(works ? 'work jobs' : 'serve jobs'),
  });
  logQueueEvents(boss, metrics);
  return boss.start();
}
