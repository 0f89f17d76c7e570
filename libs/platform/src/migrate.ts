import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { queueOptions, type JobDeclaration } from './jobs.ts';
import { schemaOf, type Room, type RoomMigration } from './room.ts';
import { createRoles } from './migration/make-roles.ts';
import { guardMoves } from './migration/guard-moves.ts';
import { grantBackupAccess } from './migration/open-to-backup.ts';
import { ChangedSteps, DatabaseBusy, NewerDatabase, OldPostgres, UnsupportedDatabase } from './migration/refusals.ts';
import { compareSteps, appliedSteps } from './migration/schema-state.ts';
import { platformSteps, stepHash } from './migration/steps.ts';

/** A job or event subscription as a room declares it. */
export interface DeclaredWork extends JobDeclaration {
  readonly factNames: readonly string[];
}

export interface MigrateOptions {
  readonly ownerUrl: string;
  readonly appPassword: string;
  readonly rooms: readonly Room[];
  readonly work: readonly DeclaredWork[];
  /** Applies these steps only and creates no doors: the tables of an earlier version, for a restore. */
  readonly only?: ReadonlySet<string>;
}

const LOCK = 7_311_047;
const VERSION_MIN = 17;
/** Longest wait for another migration to end, seconds. */
const MIGRATION_WAIT_S = 600;
/** Longest wait for a table lock, seconds: all other requests queue behind it. */
const TABLE_WAIT_S = 60;
/**
 * Version of all that `migrate` creates besides the steps. Raise it when that changes, so that test templates are
 * rebuilt.
 */
const TEMPLATE_VERSION = 3;
/** PostgreSQL error code: lock not available. */
const LOCK_TIMEOUT = '55P03';

/**
 * Brings a database to the state this program needs: roles, missing steps, doors, queue. Safe to run repeatedly,
 * concurrently, and through a connection pooler: every lock ends with its transaction.
 * @throws MigrationRefused with one sentence for the operator
 */
export async function migrate({
  ownerUrl,
  appPassword,
  rooms,
  work,
  only,
}: MigrateOptions): Promise<{ taken: string[] }> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'tallgrunn-migrate' });
  client.on('error', () => undefined); // the failing query reports it
  await client.connect();
  try {
    await requireVersion(client);
    const taken = await withMigrationLock(client, async () => {
      await createRoles(client, ownerUrl, appPassword);
      return applySteps(client, only ? limitSteps(only, rooms) : rooms, work, only);
    });
    await withMigrationLock(client, () => prepareQueue(ownerUrl, client, work));
    return { taken };
  } finally {
    await client.end();
  }
}

async function requireVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  const version = rows[0]?.version ?? '';
  if (Number.parseInt(version, 10) < VERSION_MIN)
    throw new OldPostgres(`${client.host}:${client.port}`, version, VERSION_MIN);
}

/**
 * Runs `work` in a transaction that excludes other migrations.
 * @throws DatabaseBusy when a lock is not available in time
 */
async function withMigrationLock<T>(client: Client, work: () => Promise<T>): Promise<T> {
  let waitedSeconds = MIGRATION_WAIT_S;
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '${MIGRATION_WAIT_S}s'`);
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await client.query(`set local lock_timeout = '${(waitedSeconds = TABLE_WAIT_S)}s'`);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if ((error as { code?: string }).code === LOCK_TIMEOUT) throw new DatabaseBusy(waitedSeconds);
    throw error;
  }
}

/** Returns the rooms with these steps only. Doors belong to the current version and are omitted. */
const limitSteps = (only: ReadonlySet<string>, rooms: readonly Room[]): Room[] =>
  rooms.map(({ door: _door, ...room }) => ({
    ...room,
    migrations: room.migrations.filter(([step]) => only.has(`${room.name}/${step}`)),
  }));

/** Returns a hash (24 hex digits) of rooms, steps, doors and work. Equal hashes mean an equal empty database. */
export function fingerprint(rooms: readonly Room[], work: readonly DeclaredWork[]): string {
  const content = [
    TEMPLATE_VERSION,
    platformSteps,
    rooms.map((room) => [room.name, room.migrations, room.door]),
    work.map((each) => [each, queueOptions(each)]),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 24);
}

async function applySteps(
  client: Client,
  rooms: readonly Room[],
  work: readonly DeclaredWork[],
  only: ReadonlySet<string> | undefined,
): Promise<string[]> {
  await client.query('set local role tallgrunn_owner');
  await client.query('create schema if not exists platform');
  await client.query(
    `create table if not exists platform.migration (name text primary key, sha256 text not null, taken_at timestamptz not null default now())`,
  );
  await client.query('grant usage on schema platform to tallgrunn_app, tallgrunn_loader');
  await client.query('grant select on platform.migration to tallgrunn_app');
  const done = await appliedSteps(client);
  const { state, unknown, changed } = compareSteps(done, rooms);
  if (state === 'unsupported') throw new UnsupportedDatabase();
  if (unknown.length > 0) throw new NewerDatabase(unknown);
  if (changed.length > 0) throw new ChangedSteps(changed);
  const platformMigrations = only ? platformSteps.filter(([step]) => only.has(`platform/${step}`)) : platformSteps;
  const all = [{ name: 'platform', migrations: platformMigrations }, ...rooms];
  await dropDoors(client, rooms);
  const taken = await applyMissingSteps(client, all, new Set(done.map(({ name }) => name)));
  await createDoors(client, rooms);
  await storeEventSubscriptions(client, work);
  await guardMoves(client);
  await grantBackupAccess(
    client,
    all.map(({ name }) => schemaOf(name)),
  );
  await client.query('reset role');
  return taken;
}

async function applyMissingSteps(
  client: Client,
  all: readonly { name: string; migrations: readonly RoomMigration[] }[],
  done: ReadonlySet<string>,
): Promise<string[]> {
  const taken: string[] = [];
  const lifted = new Set<string>();
  for (const room of all) {
    const schema = schemaOf(room.name);
    await client.query(`create schema if not exists ${schema}`);
    await client.query(`grant usage on schema ${schema} to tallgrunn_app`);
    for (const [step, sql] of room.migrations) {
      const name = `${room.name}/${step}`;
      if (done.has(name)) continue;
      if (done.size > 0) await disableForcedRls(client, all, lifted);
      await client.query(done.size > 0 ? disableForcedRlsOfStep(sql, lifted) : sql).catch((error: Error) => {
        error.message = `${name}: ${error.message}`;
        throw error;
      });
      await client.query('insert into platform.migration (name, sha256) values ($1, $2)', [name, stepHash(sql)]);
      taken.push(name);
    }
  }
  for (const table of lifted) await client.query(`alter table if exists ${table} force row level security`);
  return taken;
}

/**
 * Disables forced row-level security, so that a step sees every row. The policies also bind the table owner, who has no
 * tenant: a step that fills a column would find no row. They are enabled again before the commit. A new database has no
 * rows and needs none of this.
 */
async function disableForcedRls(client: Client, all: readonly { name: string }[], lifted: Set<string>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relforcerowsecurity and n.nspname = any ($1)`,
    [all.map((room) => schemaOf(room.name))],
  );
  for (const { name } of rows) {
    await client.query(`alter table ${name} no force row level security`);
    lifted.add(name);
  }
}

/**
 * Disables forced row-level security for tables that a step creates, because the step often fills them from existing
 * rows. It is enabled again after all steps.
 */
function disableForcedRlsOfStep(sql: string, lifted: Set<string>): string {
  return sql.replace(/^\s*select platform\.protect\('([\w.]+)'[^;]*;/gm, (call, table: string) => {
    lifted.add(table);
    return `${call} alter table ${table} no force row level security;`;
  });
}

/**
 * Drops the door views before the steps, because they would block changes of their tables. They are recreated
 * afterwards.
 */
async function dropDoors(client: Client, rooms: readonly Room[]): Promise<void> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select schemaname as schema, viewname as name from pg_views where viewname like 'door\\_%' and schemaname = any ($1)`,
    [rooms.map((room) => schemaOf(room.name))],
  );
  for (const { schema, name } of rows) await client.query(`drop view if exists ${schema}.${name} cascade`);
}

async function createDoors(client: Client, rooms: readonly Room[]): Promise<void> {
  for (const room of rooms) {
    if (!room.door) continue;
    await client.query(room.door);
    const { rows } = await client.query<{ name: string }>(
      `select viewname as name from pg_views where schemaname = $1 and viewname like 'door\\_%'`,
      [schemaOf(room.name)],
    );
    for (const { name } of rows) await client.query(`grant select on ${schemaOf(room.name)}.${name} to tallgrunn_app`);
  }
}

async function storeEventSubscriptions(client: Client, work: readonly DeclaredWork[]): Promise<void> {
  await client.query('delete from platform.event_subscription');
  for (const { name, waiting, factNames } of work) {
    for (const factName of factNames)
      await client.query('insert into platform.event_subscription (fact_name, job_name, waiting) values ($1, $2, $3)', [
        factName,
        name,
        waiting ?? 'all',
      ]);
  }
}

async function prepareQueue(ownerUrl: string, client: Client, work: readonly DeclaredWork[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  for (const declared of work) {
    if (await boss.getQueue(declared.name))
      await boss.updateQueue(declared.name, { notify: queueOptions(declared).notify });
    else await boss.createQueue(declared.name, queueOptions(declared));
  }
  await boss.stop({ graceful: false, close: true });
  // Queues of earlier versions rejected a second waiting job; a run now removes the waiting jobs instead.
  await client.query("update pgboss.queue set policy = 'standard' where policy = 'short'");
  await client.query(
    "update pgboss.job set policy = 'standard' where policy = 'short' and state in ('created', 'retry')",
  );
  await client.query('grant usage on schema pgboss to tallgrunn_app');
  await client.query('grant select, insert, update, delete on all tables in schema pgboss to tallgrunn_app');
  await client.query('grant execute on all functions in schema pgboss to tallgrunn_app');
  await client.query('grant usage, select on all sequences in schema pgboss to tallgrunn_app');
  await grantBackupAccess(client, ['pgboss']);
}
