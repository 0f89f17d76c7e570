import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { INestApplication, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { Clock } from './clock.ts';
import { appAddress, type Config } from './config.ts';
import { collectDeclarations } from './collect-declarations.ts';
import type { JobEnvelope } from './jobs.ts';
import { Mail } from './mail.ts';
import type { S3Settings } from './files/s3-settings.ts';
import { fingerprint, migrate } from './migrate.ts';
import { stepsOf } from './migration/steps.ts';
import { defaultOperations, type OperationsConfig } from './operations/operations-config.ts';
import { PlatformModule } from './platform.module.ts';
import type { Room } from './room.ts';
import { defaultSignInPolicy, type SignInPolicy } from './sign-in-policy.ts';
import { JobWorker } from './job-worker.ts';

export { readPdf, type ReadPdf } from './testing/read-pdf.ts';
export { readOffice, type ReadOffice } from './testing/read-office.ts';

const APP_PASSWORD = 'only-for-tests';

export { parseExposition, type ParsedMetric } from './testing/parse-exposition.ts';
export { startObjectStore, type ObjectStore } from './testing/object-store.ts';
export { SeveredConnection } from './testing/severed-connection.ts';
export { StatementCut } from './testing/statement-cut.ts';
export { selfSigned, type SelfSigned } from './testing/self-signed.ts';
export { stepsOf };

/** Returns the address of the PostgreSQL that `npm test` starts. */
function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the tests with `npm test -- <path>`.');
  return url;
}

async function asAdministrator<T>(work: (client: Client) => Promise<T>, url = serverUrl()): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const named = (database: string) => {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.toString();
};

export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  drop(): Promise<void>;
}

const LOCK = 7_311_048;

/** Creates a database for one test file, copied from a template that is migrated once per set of rooms. */
export async function freshDatabase(rooms: readonly Room[]): Promise<TestDatabase> {
  const work = collectDeclarations(rooms);
  const template = `template_${fingerprint(rooms, work)}`;
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (!rowCount) {
      await client.query(`create database ${template}_making`);
      await migrate({ ownerUrl: named(`${template}_making`), appPassword: APP_PASSWORD, rooms, work });
      await client.query(`alter database ${template}_making rename to ${template}`);
    }
    // Copied as files: through the log, PostgreSQL writes every block of the template twice.
    await client.query(`create database ${database} template ${template} strategy file_copy`);
  });
  return {
    ownerUrl: named(database),
    appUrl: appAddress(named(database), APP_PASSWORD),
    drop: () =>
      asAdministrator(async (client) => void (await client.query(`drop database if exists ${database} with (force)`))),
  };
}

export interface TestApp {
  readonly app: INestApplication;
  readonly database: TestDatabase;
  readonly clock: Clock;
  get<T>(type: Type<T>): T;
  /** Runs statements as the database owner, outside all policies: for test set-up and assertions. */
  asOwner<R extends object = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<R[]>;
  /** Starts processing the queue in this process. */
  work(): Promise<void>;
  /** Delivers the queued e-mails and returns the text of every e-mail in the outbox, oldest first. */
  deliverMail(): Promise<string[]>;
  close(): Promise<void>;
}

/** Starts the named rooms on a fresh database and a temporary folder. Close it in afterAll. */
export async function setUpTestApp(
  rooms: readonly Room[],
  options: {
    modules?: readonly Type[];
    clamdUrl?: string;
    smtpUrl?: string;
    mailBounces?: string;
    signIn?: Partial<SignInPolicy>;
    operations?: Partial<OperationsConfig>;
    s3?: S3Settings;
    /** The database of another test application, as for a second machine. Its owner drops it. */
    database?: TestDatabase;
  } = {},
): Promise<TestApp> {
  const database = options.database ?? (await freshDatabase(rooms));
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'tallgrunn-test-'));
  const config: Config = {
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    port: 0,
    host: '127.0.0.1',
    dataFolder,
    webFolder: path.join(dataFolder, 'web'),
    publicUrl: 'http://localhost',
    https: false,
    trustedProxies: false,
    sessionSecret: 'only-for-tests',
    securityLogKey: 'only-for-tests',
    signIn: { ...defaultSignInPolicy, secondFactor: 'optional', ...options.signIn },
    factorSecret: 'only-for-tests',
    smtpUrl: options.smtpUrl ?? null,
    mailFrom: 'Tallgrunn <no-reply@localhost>',
    mailBounces: options.mailBounces ?? null,
    clamdUrl: options.clamdUrl ?? null,
    allowUnencrypted: new Set(),
    securityContact: null,
    logLevel: 'silent',
    operations: { ...defaultOperations, diskFreeMinBytes: 0, ...options.operations },
    s3: options.s3 ?? null,
  };
  const testing = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot({ config, rooms, works: false, listens: true }),
      ...rooms.map((room) => room.module),
      ...(options.modules ?? []),
    ],
  }).compile();
  const app = testing.createNestApplication({ logger: false });
  await app.init();
  return {
    app,
    database,
    clock: app.get(Clock),
    get: (type) => app.get(type, { strict: false }),
    asOwner: (sql, params = []) =>
      asAdministrator(async (client) => (await client.query(sql, params)).rows, database.ownerUrl),
    work: () => app.get(JobWorker).start(),
    deliverMail: async () => {
      await deliverQueued(app.get(PgBoss), app.get(JobWorker));
      return readOutbox(app.get(Mail).outbox);
    },
    close: async () => {
      await app.close();
      if (!options.database) await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/**
 * Runs the queued jobs of the mail lane in this process, including those they queue, and waits for those that another
 * worker has started.
 */
async function deliverQueued(boss: PgBoss, work: JobWorker): Promise<void> {
  const names = work
    .registeredJobs()
    .filter(({ lane }) => lane === 'mail')
    .map(({ name }) => name);
  for (let isBusy = true; isBusy;) {
    isBusy = false;
    for (const name of names) {
      const jobs = await boss.fetch<JobEnvelope>(name, { batchSize: 50 });
      for (const { id, data } of jobs) {
        await work.runNow(name, data);
        await boss.complete(name, id);
      }
      const { rows: active } = await boss
        .getDb()
        .executeSql(`select 1 from pgboss.job where name = $1 and state = 'active' limit 1`, [name]);
      isBusy ||= jobs.length > 0 || active.length > 0;
    }
  }
}

async function readOutbox(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return Promise.all(
    names
      .filter((name) => name.endsWith('.txt'))
      .toSorted()
      .map((name) => readFile(path.join(folder, name), 'utf8')),
  );
}
