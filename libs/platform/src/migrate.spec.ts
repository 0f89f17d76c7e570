import { Module } from '@nestjs/common';
import { Client } from 'pg';
import { migrate } from './migrate.ts';
import { schemaFault, schemaState } from './migration/schema-state.ts';
import { defineRoom, type RoomMigration } from './room.ts';
import { freshDatabase, type TestDatabase } from './testing.ts';

@Module({})
class ShelfModule {}

const first: RoomMigration = [
  '0001-tables',
  `
  create table shelf.box (cooperative_id uuid not null default platform.cooperative(), id int not null, weight int not null, primary key (cooperative_id, id));
  select platform.protect('shelf.box', everyone => true);`,
];
const second: RoomMigration = [
  '0002-grams',
  `
  alter table shelf.box add column grams int;
  update shelf.box set grams = weight * 1000;
  alter table shelf.box alter column grams set not null;`,
];
const roomOf = (...migrations: readonly RoomMigration[]) =>
  defineRoom({ name: 'shelf', module: ShelfModule, migrations });

const migrated = (...migrations: readonly RoomMigration[]) =>
  migrate({ ownerUrl: database.ownerUrl, appPassword: 'only-for-tests', rooms: [roomOf(...migrations)], work: [] });

let database: TestDatabase;
let owner: Client;
beforeAll(async () => {
  database = await freshDatabase([roomOf(first)]);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

describe('step on a database in use', () => {
  it('sees the rows of every tenant, and leaves row-level security forced', async () => {
    await owner.query(
      `insert into shelf.box (cooperative_id, id, weight) values (gen_random_uuid(), 1, 2), (gen_random_uuid(), 1, 3)`,
    );
    const { taken } = await migrate({
      ownerUrl: database.ownerUrl,
      appPassword: 'only-for-tests',
      rooms: [roomOf(first, second)],
      work: [],
    });
    expect(taken).toEqual(['shelf/0002-grams']);
    expect((await owner.query('select grams from shelf.box order by grams')).rows).toEqual([
      { grams: 2000 },
      { grams: 3000 },
    ]);
    const { rows } = await owner.query(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity and not c.relforcerowsecurity and n.nspname in ('platform', 'shelf')`,
    );
    expect(rows).toEqual([]);
  });

  it('fills a table that it creates itself', async () => {
    const third: RoomMigration = [
      '0003-sums',
      `
  create table shelf.sum (cooperative_id uuid not null default platform.cooperative(), grams int not null, primary key (cooperative_id));
  select platform.protect('shelf.sum', everyone => true,
    writers => array['system']);
  insert into shelf.sum select cooperative_id, sum(grams) from shelf.box group by cooperative_id;`,
    ];
    await migrate({
      ownerUrl: database.ownerUrl,
      appPassword: 'only-for-tests',
      rooms: [roomOf(first, second, third)],
      work: [],
    });
    expect((await owner.query('select grams from shelf.sum order by grams')).rows).toEqual([
      { grams: 2000 },
      { grams: 3000 },
    ]);
    expect(
      (await owner.query(`select relforcerowsecurity as walled from pg_class where oid = 'shelf.sum'::regclass`)).rows,
    ).toEqual([{ walled: true }]);
    await owner.query(`drop table shelf.sum; delete from platform.migration where name = 'shelf/0003-sums'`);
  });

  it('is rolled back completely when a later one fails', async () => {
    const wrong: RoomMigration = ['0003-wrong', 'update shelf.box set grams = 0; select 1 / 0;'];
    await expect(
      migrate({
        ownerUrl: database.ownerUrl,
        appPassword: 'only-for-tests',
        rooms: [roomOf(first, second, wrong)],
        work: [],
      }),
    ).rejects.toThrow('shelf/0003-wrong: division by zero');
    expect((await owner.query('select min(grams) as least from shelf.box')).rows).toEqual([{ least: 2000 }]);
    expect(
      (await owner.query(`select relforcerowsecurity as walled from pg_class where oid = 'shelf.box'::regclass`)).rows,
    ).toEqual([{ walled: true }]);
  });
});

describe('compareSteps', () => {
  const asApp = async () => {
    const app = new Client({ connectionString: database.appUrl });
    await app.connect();
    return app;
  };

  it('reports equal, missing or unknown steps, also for the app role', async () => {
    const app = await asApp();
    const third: RoomMigration = ['0003-lid', 'alter table shelf.box add column lid text'];
    expect(await schemaState(app, [roomOf(first, second)])).toMatchObject({ state: 'ready', missing: [] });
    expect(await schemaState(app, [roomOf(first, second, third)])).toMatchObject({
      state: 'older',
      missing: ['shelf/0003-lid'],
    });
    expect(await schemaState(app, [roomOf(first)])).toMatchObject({ state: 'newer', unknown: ['shelf/0002-grams'] });
    await app.end();
  });

  it('rejects a step with another text, names it, and applies nothing', async () => {
    const edited: RoomMigration = [second[0], `${second[1]} -- and more`];
    const third: RoomMigration = ['0003-lid', 'alter table shelf.box add column lid text'];
    await expect(migrated(first, edited, third)).rejects.toThrow(/its step shelf\/0002-grams has a different text/);
    const app = await asApp();
    expect(await schemaState(app, [roomOf(first, edited)])).toMatchObject({
      state: 'changed',
      changed: ['shelf/0002-grams'],
    });
    await app.end();
    expect((await owner.query(`select from platform.migration where name = 'shelf/0003-lid'`)).rowCount).toBe(0);
  });
});

describe('a database made before the first step of this program', () => {
  it('is refused with what to do, and stays as it was', async () => {
    const rename = (from: string, to: string) =>
      owner.query('update platform.migration set name = $2 where name = $1', [from, to]);
    await rename('platform/0001-baseline', 'platform/0001-ground');
    await expect(migrated(first, second)).rejects.toThrow(/made by a version before 0\.2\.0.*use a new database/);
    const app = new Client({ connectionString: database.appUrl });
    await app.connect();
    const state = await schemaState(app, [roomOf(first, second)]);
    await app.end();
    expect([state.state, schemaFault(state)]).toEqual(['unsupported', expect.stringContaining('before 0.2.0')]);
    await rename('platform/0001-ground', 'platform/0001-baseline');
    expect(await migrated(first, second)).toEqual({ taken: [] });
  });
});

describe('migrate', () => {
  const locks = async () =>
    (
      await owner.query(
        `select from pg_locks l join pg_database d on d.oid = l.database where l.locktype = 'advisory' and d.datname = current_database()`,
      )
    ).rowCount;

  it('releases its locks, and serialises three concurrent runs', async () => {
    await Promise.all([migrated(first, second), migrated(first, second), migrated(first, second)]);
    expect(await locks()).toBe(0);
  });

  it('changes no correct role, so that a role without CREATEROLE may run it', async () => {
    const before = await owner.query(`select rolpassword from pg_authid where rolname = 'tallgrunn_app'`);
    await owner.query(`drop role if exists plain_owner`);
    await owner.query(`create role plain_owner login password 'plain' nocreaterole`);
    const plain = Object.assign(new URL(database.ownerUrl), { username: 'plain_owner', password: 'plain' }).toString();
    const run = () =>
      migrate({ ownerUrl: plain, appPassword: 'only-for-tests', rooms: [roomOf(first, second)], work: [] });
    try {
      await expect(run()).rejects.toThrow(
        /may not set up the roles of Tallgrunn.*\n {2}grant tallgrunn_owner to "?plain_owner"?;\n {2}grant tallgrunn_backup to "?plain_owner"? with inherit false, set true;$/s,
      );
      await owner.query('grant tallgrunn_owner to plain_owner');
      await owner.query('grant tallgrunn_backup to plain_owner with inherit false, set true');
      await owner.query(`alter schema pgboss owner to plain_owner`);
      for (const { sql } of (
        await owner.query<{ sql: string }>(
          `select format('alter %s pgboss.%I owner to plain_owner', case relkind when 'S' then 'sequence' else 'table' end, relname) as sql from pg_class where relnamespace = 'pgboss'::regnamespace and relkind in ('r', 'p')`,
        )
      ).rows)
        await owner.query(sql);
      expect(await run()).toEqual({ taken: [] });
      expect(await owner.query(`select rolpassword from pg_authid where rolname = 'tallgrunn_app'`)).toMatchObject({
        rows: before.rows,
      });
    } finally {
      await owner.query(`reassign owned by plain_owner to postgres`);
      await owner.query(`drop owned by plain_owner`);
      await owner.query(`drop role plain_owner`);
    }
  });
});
