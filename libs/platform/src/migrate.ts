import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { queueOptions, type JobDeclaration } from './jobs.ts';
import { schemaOf, type Room, type RoomMigration } from './room.ts';
import ground from './store/0001-ground.sql';
import uptime from './store/0002-uptime.sql';
import forgetFile from './store/0003-forget-file.sql';
import auditKey from './store/0004-audit-key.sql';
import auditors from './store/0005-auditors.sql';
import moment from './store/0006-moment.sql';
import securityEvent from './store/0020-security-event.sql';
import auditBinding from './store/0021-audit-binding.sql';
import auditChain from './store/0022-audit-chain.sql';
import erasure from './store/0023-erasure.sql';
import securityEventDoor from './store/0033-security-event-door.sql';
import organisationReferences from './store/0034-organisation-references.sql';
import mailDelivery from './store/0040-mail-delivery.sql';
import demoRunsOn from './store/0007-demo-runs-on.sql';

/** What the worker listens to and does, as the rooms declared it. */
export interface DeclaredWork extends JobDeclaration {
  readonly factNames: readonly string[];
}

export interface MigrateOptions {
  readonly ownerUrl: string;
  readonly appPassword: string;
  readonly rooms: readonly Room[];
  readonly work: readonly DeclaredWork[];
}

/** The database has steps this program does not know: a newer program has been here. */
export class NewerDatabase extends Error {
  constructor(readonly unknown: readonly string[]) {
    super(
      `The database is newer than this program: it holds ${unknown.length} step(s) this version does not know (${unknown[0]}). Start the version that made them, or use another database.`,
    );
  }
}

const LOCK = 7_311_047;
const platformSteps: readonly RoomMigration[] = [
  ['0001-ground', ground],
  ['0002-uptime', uptime],
  ['0003-forget-file', forgetFile],
  ['0004-audit-key', auditKey],
  ['0005-auditors', auditors],
  ['0006-moment', moment],
  ['0007-demo-runs-on', demoRunsOn],
  ['0020-security-event', securityEvent],
  ['0021-audit-binding', auditBinding],
  ['0022-audit-chain', auditChain],
  ['0023-erasure', erasure],
  ['0033-security-event-door', securityEventDoor],
  ['0034-organisation-references', organisationReferences],
  ['0040-mail-delivery', mailDelivery],
];

/** Every step that a database is made by, platform's first: its name with the room's, and its SQL. */
export const stepsOf = (rooms: readonly Room[]): (readonly [name: string, sql: string])[] =>
  [{ name: 'platform', migrations: platformSteps }, ...rooms].flatMap(({ name, migrations }) =>
    migrations.map(([step, sql]) => [`${name}/${step}`, sql] as const),
  );

/** Brings a database to what this program needs: roles, steps not yet taken, doors, queue. Safe to run twice, and by two at once. */
export async function migrate({ ownerUrl, appPassword, rooms, work }: MigrateOptions): Promise<{ taken: string[] }> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await makeRoles(client, appPassword);
    const taken = await takeSteps(client, rooms, work);
    await prepareQueue(ownerUrl, client, work);
    return { taken };
  } finally {
    await client.end();
  }
}

/** What a database would be made of, as 24 hex digits: the same rooms, steps, doors and work give the same. */
export function fingerprint(rooms: readonly Room[], work: readonly DeclaredWork[]): string {
  const made = [
    platformSteps,
    rooms.map((room) => [room.name, room.migrations, room.door]),
    work.map((each) => [each, queueOptions(each)]),
  ];
  return createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 24);
}

async function makeRoles(client: Client, appPassword: string): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname like 'tallgrunn\\_%'`,
  );
  const has = new Set(rows.map((row) => row.rolname));
  if (!has.has('tallgrunn_owner')) await client.query('create role tallgrunn_owner nologin');
  if (!has.has('tallgrunn_app')) await client.query('create role tallgrunn_app login');
  if (!has.has('tallgrunn_loader')) {
    // An operator may not be allowed to grant BYPASSRLS; lines then go through a temporary table.
    await client
      .query('create role tallgrunn_loader nologin bypassrls')
      .catch(() => client.query('create role tallgrunn_loader nologin'));
  }
  await client.query(`alter role tallgrunn_app password ${client.escapeLiteral(appPassword)}`);
  await client.query('grant tallgrunn_owner to current_user');
  await client.query('grant tallgrunn_loader to tallgrunn_app with inherit false, set true');
  const { rows: where } = await client.query<{ name: string }>('select current_database() as name');
  const database = client.escapeIdentifier(where[0]?.name ?? '');
  await client.query(`grant create, connect, temporary on database ${database} to tallgrunn_owner`);
  await client.query(`grant connect, temporary on database ${database} to tallgrunn_app`);
}

async function takeSteps(client: Client, rooms: readonly Room[], work: readonly DeclaredWork[]): Promise<string[]> {
  await client.query('begin');
  try {
    await client.query('set local role tallgrunn_owner');
    await client.query('create schema if not exists platform');
    await client.query(
      `create table if not exists platform.migration (name text primary key, sha256 text not null, taken_at timestamptz not null default now())`,
    );
    await client.query('grant usage on schema platform to tallgrunn_app, tallgrunn_loader');
    const { rows } = await client.query<{ name: string }>('select name from platform.migration');
    const done = new Set(rows.map((row) => row.name));
    const all = [{ name: 'platform', migrations: platformSteps }, ...rooms];
    const known = new Set(stepsOf(rooms).map(([name]) => name));
    const unknown = [...done].filter((name) => !known.has(name));
    if (unknown.length > 0) throw new NewerDatabase(unknown);
    await dropDoors(client, rooms);
    const taken = await takeMissing(client, all, done);
    await makeDoors(client, rooms);
    await writeListeners(client, work);
    await client.query('commit');
    return taken;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function takeMissing(
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
      if (done.size > 0) await liftWalls(client, all, lifted);
      await client.query(done.size > 0 ? withoutOwnWalls(sql, lifted) : sql).catch((error: Error) => {
        error.message = `${name}: ${error.message}`;
        throw error;
      });
      await client.query('insert into platform.migration (name, sha256) values ($1, $2)', [
        name,
        createHash('sha256').update(sql).digest('hex'),
      ]);
      taken.push(name);
    }
  }
  for (const table of lifted) await client.query(`alter table if exists ${table} force row level security`);
  return taken;
}

/**
 * A step sees every row there is. The policies that keep tenants apart hold the owner of the tables too, who is no tenant: to fill a column, a step would find no row.
 * All of them stand again before anything is committed. A new database has no rows.
 */
async function liftWalls(client: Client, all: readonly { name: string }[], lifted: Set<string>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relforcerowsecurity and n.nspname = any ($1)`,
    [all.map((room) => schemaOf(room.name))],
  );
  for (const { name } of rows) {
    await client.query(`alter table ${name} no force row level security`);
    lifted.add(name);
  }
}

/** A table that a step makes is often filled by it too, from the rows there are, with its policies in place already: these hold its owner from when all steps are taken. */
function withoutOwnWalls(sql: string, lifted: Set<string>): string {
  return sql.replace(/^\s*select platform\.protect\('([\w.]+)'[^;]*;/gm, (call, table: string) => {
    lifted.add(table);
    return `${call} alter table ${table} no force row level security;`;
  });
}

/** Doors are views, so they stand in the way of steps that change what they look at: away first, back afterwards. */
async function dropDoors(client: Client, rooms: readonly Room[]): Promise<void> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select schemaname as schema, viewname as name from pg_views where viewname like 'door\\_%' and schemaname = any ($1)`,
    [rooms.map((room) => schemaOf(room.name))],
  );
  for (const { schema, name } of rows) await client.query(`drop view if exists ${schema}.${name} cascade`);
}

async function makeDoors(client: Client, rooms: readonly Room[]): Promise<void> {
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

async function writeListeners(client: Client, work: readonly DeclaredWork[]): Promise<void> {
  await client.query('delete from platform.listener');
  for (const { name, waiting, factNames } of work) {
    for (const factName of factNames)
      await client.query('insert into platform.listener (fact_name, job_name, waiting) values ($1, $2, $3)', [
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
  // Queues of earlier versions kept a second waiting job out; a run takes the waiting ones with it instead.
  await client.query("update pgboss.queue set policy = 'standard' where policy = 'short'");
  await client.query(
    "update pgboss.job set policy = 'standard' where policy = 'short' and state in ('created', 'retry')",
  );
  await client.query('grant usage on schema pgboss to tallgrunn_app');
  await client.query('grant select, insert, update, delete on all tables in schema pgboss to tallgrunn_app');
  await client.query('grant execute on all functions in schema pgboss to tallgrunn_app');
  await client.query('grant usage, select on all sequences in schema pgboss to tallgrunn_app');
}
