import { Module } from '@nestjs/common';
import { Client } from 'pg';
import { migrate } from './migrate.ts';
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

describe('a step taken on a database that is in use', () => {
  it('finds the rows of every tenant, and leaves the walls between them standing', async () => {
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

  it('fills a table that it makes itself, walls and all', async () => {
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

  it('is taken back whole when a later one fails: the walls stand then too', async () => {
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
