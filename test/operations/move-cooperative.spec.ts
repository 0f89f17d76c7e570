import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { declaredWorkOfRooms, rooms } from '@tallgrunn/app-server';
import { startAllRooms } from '@tallgrunn/app-server/testing';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { SetUpParties, sharedIdentityTables, stayingIdentityTables } from '@tallgrunn/identity-server';
import { setUpParties, signIn, TEST_PASSWORD, type Parties } from '@tallgrunn/identity-server/testing';
import {
  appAddress,
  CONFIG,
  Jobs,
  listTenantTables,
  migrate,
  schemasOf,
  tableKinds,
  UnitOfWork,
  type Config,
  type MoveReport,
} from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { marchLines, reportCsv } from '@tallgrunn/reporting-server/testing';
import { Client } from 'pg';
import { runCommand } from '@tallgrunn/app-cli/testing';
import { tablesWithoutTenant } from '../../boundaries.mjs';
import type { RunningPostgres } from '../../tools/postgres/start-postgres.mts';
import { startTemporaryPostgres } from '../../tools/postgres/throwaway.mts';

const root = path.resolve(__dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-move-'));
const built = path.join(root, 'tmp', 'operations', 'cli');
const before = { ...process.env };
const PASSWORD = 'only-for-tests';

let other: RunningPostgres;
let targetUrl = '';
let targetData = '';
let stand: TestApp;
let there: TestApp;
/** The cooperative that moves, and one that works all the time. */
let moving: Parties;
let staying: Parties;

async function atTarget<R extends object = Record<string, unknown>>(sql: string): Promise<R[]> {
  const client = new Client({ connectionString: targetUrl });
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

const move = (...more: string[]) =>
  runCommand('move-cooperative', moving.cooperativeId, '--to', targetUrl, '--files', targetData, ...more);
const movePerson = async (from: Parties, to: Parties) =>
  stand.get(UnitOfWork).run(to.system, () =>
    stand.get(SetUpParties).addMember({
      organisationId: to.manager.organisationId,
      role: 'contract-manager',
      name: 'I begge',
      email: from.manager.email,
      password: null,
    }),
  );

async function fill(parties: Parties): Promise<void> {
  await setUpAgreement(stand, parties);
  const report = path.join(folder, `${parties.cooperativeId}.csv`);
  writeFileSync(report, reportCsv(marchLines));
  const books = path.join(folder, `${parties.cooperativeId}-regnskap.csv`);
  writeFileSync(
    books,
    'Bilagsnr;Bilagsdato;Periode;Konto;Dim2;Resk.nr(T);Org.nr;Fakturanr;Tekst;Beløp;BA\n1;2026-03-20;202603;115;202;Finnskog;311047116;7001;Mat;3125.00;IV\n',
  );
  const imports = [
    await runCommand(
      'import',
      'report',
      report,
      '--period',
      '2026-03',
      '--submit',
      '--as',
      parties.suppliers[0]!.email,
    ),
    await runCommand('import', 'spend', books, '--buyer', 'Kongsvinger kommune', '--as', parties.buyers[0]!.email),
  ];
  expect(imports.map(({ code, log }) => ({ code, log }))).toEqual([
    { code: 0, log: '' },
    { code: 0, log: '' },
  ]);
}

/** Writes for the other cooperative until it is stopped. Returns how many units were committed. */
function writeAllTheTime(): () => Promise<number> {
  let isOver = false;
  const written = (async () => {
    for (let n = 0; ; n += 1) {
      if (isOver) return n;
      await stand
        .get(UnitOfWork)
        .run({ ...staying.system }, () =>
          stand
            .get(SetUpParties)
            .addOrganisation({ kind: 'supplier', name: `Leverandør ${Date.now()} ${n}`, orgNumber: null }),
        );
      await pause(5);
    }
  })();
  return () => {
    isOver = true;
    return written;
  };
}

const rename = (parties: Parties, name: string) =>
  [`/organisations/${parties.suppliers[1]!.organisationId}/correct`, { name, reason: 'Skrivefeil i navnet.' }] as const;

/** What the pages of a manager show: the same at both ends. */
async function figures(of: TestApp, parties: Parties): Promise<unknown[]> {
  const manager = await signIn(of, parties.manager.email);
  const chosen = (await manager.get('/session').expect(200)).body as {
    memberships: { id: string; cooperative: { id: string } }[];
  };
  const own = chosen.memberships.find(({ cooperative }) => cooperative.id === parties.cooperativeId);
  await manager.put('/session/membership', { membershipId: own?.id });
  const pages: unknown[] = [];
  for (const page of ['/agreements', '/combined/totals']) pages.push((await manager.get(page).expect(200)).body);
  return pages;
}

const setting = (url: string, appUrl: string, data: string) => ({
  DATABASE_URL: url,
  APP_DATABASE_URL: appUrl,
  TALLGRUNN_APP_PASSWORD: PASSWORD,
  TALLGRUNN_DATA: data,
  SESSION_SECRET: PASSWORD,
  FACTOR_SECRET: PASSWORD,
  SECURITY_LOG_KEY: PASSWORD,
});

beforeAll(async () => {
  stand = await startAllRooms();
  other = await startTemporaryPostgres();
  targetUrl = other.url;
  const work = declaredWorkOfRooms();
  await migrate({ ownerUrl: targetUrl, appPassword: PASSWORD, rooms, work });
  there = await startAllRooms({
    database: { ownerUrl: targetUrl, appUrl: appAddress(targetUrl, PASSWORD), drop: () => Promise.resolve() },
  });
  targetData = there.app.get<Config>(CONFIG).dataFolder;
  Object.assign(
    process.env,
    setting(stand.database.ownerUrl, stand.database.appUrl, stand.app.get<Config>(CONFIG).dataFolder),
  );
  moving = await setUpParties(stand, 'Flyttesamarbeidet');
  staying = await setUpParties(stand, 'Blirsamarbeidet');
  await fill(moving);
  await fill(staying);
  await movePerson(moving, staying);
});
afterAll(async () => {
  process.env = before;
  await there?.close();
  await stand?.close();
  await other?.stop();
  rmSync(folder, { recursive: true });
});

describe('the tables of a move', () => {
  it('are all tables of the database, each in exactly one kind', async () => {
    const client = new Client({ connectionString: stand.database.ownerUrl });
    await client.connect();
    const kinds = await tableKinds(client, {
      schemas: schemasOf(rooms),
      shared: sharedIdentityTables,
      staying: stayingIdentityTables,
    });
    const tenant = await listTenantTables(client);
    await client.end();
    const { rows } = {
      rows: await stand.asOwner<{ name: string }>(
        `select table_schema || '.' || table_name as name from information_schema.tables
         where table_type = 'BASE TABLE' and table_schema = any ($1) order by 1`,
        [schemasOf(rooms)],
      ),
    };
    const all = [...kinds.tenant, ...kinds.shared, ...kinds.staying, ...kinds.reference];
    expect(all.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
    expect(new Set(all).size).toBe(all.length);
    expect(kinds.tenant.toSorted()).toEqual(tenant.toSorted());
    expect(
      [...kinds.shared, ...kinds.staying, ...kinds.reference].filter((name) => !tablesWithoutTenant.includes(name)),
    ).toEqual(all.filter((name) => !tablesWithoutTenant.includes(name) && !tenant.includes(name)));
    // Tables that name a person move with the person, or end with the installation.
    const personal = await stand.asOwner<{ name: string }>(
      `select distinct table_schema || '.' || table_name as name from information_schema.columns where column_name = 'person_id'`,
    );
    expect(personal.map(({ name }) => name).filter((name) => kinds.reference.includes(name))).toEqual([]);
  });

  it('have the guard, except the security log', async () => {
    const bare = await stand.asOwner<{ name: string }>(
      `select distinct c.table_schema || '.' || c.table_name as name from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where c.column_name = 'cooperative_id' and t.table_type = 'BASE TABLE' and c.table_schema = any ($1)
         and not exists (select from information_schema.triggers g where g.event_object_schema = c.table_schema
           and g.event_object_table = c.table_name and g.trigger_name = 'refuse_while_moving')`,
      [schemasOf(rooms)],
    );
    expect(bare).toEqual([{ name: 'platform.security_event' }]);
  });
});

describe('a move that cannot be made', () => {
  it('is refused with a sentence, and leaves the cooperative as it was', async () => {
    const refused = async (prepare: string, sentence: RegExp, restore: string) => {
      await atTarget(prepare);
      const { code, log, stdout } = await move();
      await atTarget(restore);
      expect({ code, stdout, log }).toEqual({ code: 1, stdout: '', log: expect.stringMatching(sentence) });
      expect(await stand.asOwner('select state from platform.cooperative_move')).toEqual([]);
    };
    await refused(
      `update platform.migration set sha256 = 'x' || sha256 where name = 'spend/0001-baseline'`,
      /^The databases differ in 1 migration step\(s\) \(spend\/0001-baseline\)/,
      `update platform.migration set sha256 = substr(sha256, 2) where name = 'spend/0001-baseline'`,
    );
    await refused(
      `insert into identity.cooperative values ('${moving.cooperativeId}', 'x', now())`,
      /^The target database has rows of this cooperative already, in identity\.cooperative\.$/,
      `delete from identity.cooperative`,
    );
    await refused(
      `update catalogue.category set position = position + 1000 where position = (select min(position) from catalogue.category)`,
      /^The target lacks reference data of the source: 1 row\(s\) of catalogue\.category\./,
      `update catalogue.category set position = position - 1000 where position > 1000`,
    );
    await refused(
      `insert into identity.person (id, email, name, created_at) values (gen_random_uuid(), upper('${moving.manager.email}'), 'x', now())`,
      /1 people of the cooperative have another id in the target database, and are not merged/,
      `delete from identity.person`,
    );
  });

  it('needs a role that may write past policies and triggers', async () => {
    await atTarget(`create role mover login password '${PASSWORD}'`);
    await atTarget('grant usage on schema platform to mover');
    await atTarget('grant select on platform.migration to mover');
    const url = Object.assign(new URL(targetUrl), { username: 'mover', password: PASSWORD }).toString();
    expect(await runCommand('move-cooperative', moving.cooperativeId, '--to', url)).toMatchObject({
      code: 1,
      log: expect.stringMatching(/^The role mover may not copy rows into the target database/),
    });
  });

  it('is wrong usage without a cooperative or a target', async () => {
    const calls = [
      await runCommand('move-cooperative', 'Finnes ikke', '--to', targetUrl),
      await runCommand('move-cooperative', moving.cooperativeId),
      await runCommand('move-cooperative', moving.cooperativeId, '--to', 'elsewhere'),
    ];
    expect(calls.map(({ code }) => code)).toEqual([2, 2, 2]);
    expect(await runCommand('move-cooperative', moving.cooperativeId, '--cancel')).toMatchObject({ code: 1 });
  });
});

describe('a move that is killed while it copies', () => {
  it('refuses only the writes of its cooperative, and can be cancelled', async () => {
    const words = [path.join(root, 'node_modules/rolldown/bin/cli.mjs'), '-c', 'rolldown.config.mjs', '-d', built];
    const { status, stderr } = spawnSync(process.execPath, words, {
      cwd: path.join(root, 'apps/cli'),
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const lock = new Client({ connectionString: targetUrl });
    await lock.connect();
    await lock.query('begin; lock table spend.batch in share mode');
    const child = spawn(
      process.execPath,
      [path.join(built, 'main.js'), 'move-cooperative', 'Flyttesamarbeidet', '--to', targetUrl, '--files', targetData],
      { env: process.env, stdio: 'inherit' },
    );
    const until = Date.now() + 60_000;
    for (let isWaiting = false; !isWaiting; await pause(100)) {
      if (child.exitCode !== null || Date.now() > until) throw new Error('The move did not wait for the lock.');
      const waiting = await atTarget(
        `select pid from pg_stat_activity where query like 'copy spend.batch%' and wait_event_type = 'Lock'`,
      );
      isWaiting = waiting.length > 0;
    }
    const [mover, neighbour] = [
      await signIn(stand, moving.suppliers[1]!.email),
      await signIn(stand, staying.buyers[0]!.email),
    ];
    await mover.get('/agreements').expect(200);
    await neighbour.get('/agreements').expect(200);
    const manager = await signIn(stand, moving.manager.email);
    const { body: session } = await manager.get('/session').expect(200);
    const own = session.memberships.find(
      (each: { cooperative: { id: string } }) => each.cooperative.id === moving.cooperativeId,
    );
    await manager.put('/session/membership', { membershipId: own.id }).expect(200);
    const refused = await manager.post(...rename(moving, 'Solgløtt Frukt')).expect(503);
    expect(refused.body).toMatchObject({ code: 'cooperative-moving', params: { retryAfterSeconds: 60 } });
    expect(refused.headers['retry-after']).toBe('60');
    const stop = writeAllTheTime();
    await pause(200);
    expect(await stop()).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await once(child, 'close');
    await lock.query('rollback');
    await lock.end();
    expect(await stand.asOwner('select state from platform.cooperative_move')).toEqual([{ state: 'moving' }]);
    expect(await runCommand('move-cooperative', 'Flyttesamarbeidet', '--cancel')).toMatchObject({ code: 0 });
    await manager.post(...rename(moving, 'Solgløtt Frukt')).expect(204);
    expect(await atTarget('select from identity.cooperative')).toEqual([]);
  });
});

describe('a cooperative that is moved while another writes', () => {
  let shown: unknown[] = [];

  it('is at the target completely, with equal sums, and its jobs wait there', async () => {
    const waiting = declaredWorkOfRooms()[0]!.name;
    await stand.get(UnitOfWork).run({ ...moving.system }, () => stand.get(Jobs).enqueue(waiting, {}));
    shown = await figures(stand, moving);
    const stop = writeAllTheTime();
    // A fault after the target has committed, as if the process had been killed there.
    await stand.asOwner(
      `create function public.fail() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$`,
    );
    await stand.asOwner(
      `create trigger fail before update on platform.cooperative_move for each row when (new.state = 'moved') execute function public.fail()`,
    );
    expect(await move()).toMatchObject({ code: 3 });
    await stand.asOwner('drop trigger fail on platform.cooperative_move');
    expect(await stand.asOwner('select state from platform.cooperative_move')).toEqual([{ state: 'delivering' }]);
    expect(await atTarget('select state from platform.cooperative_move')).toEqual([{ state: 'arriving' }]);
    expect(await runCommand('move-cooperative', moving.cooperativeId, '--cancel')).toMatchObject({ code: 1 });

    const { code, log, lines } = await move('--address', 'https://nord.example.no');
    expect(await stop()).toBeGreaterThan(0);
    expect({ code, log }).toEqual({ code: 0, log: '' });
    const total = lines.at(-1) as unknown as MoveReport & { rows: number };
    expect(total.isConfirmation).toBe(true);
    const sums = lines.slice(0, -1) as unknown as MoveReport['tables'];
    expect(sums.every(({ source, target }) => source.rows === target.rows && source.hash === target.hash)).toBe(true);
    const tables = await stand.asOwner<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where column_name = 'cooperative_id' and table_type = 'BASE TABLE' and table_schema = any ($1)`,
      [schemasOf(rooms)],
    );
    expect(sums.map(({ table }) => table).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
    for (const { name } of tables) {
      const count = `select count(*)::int as count from ${name} where cooperative_id = '${moving.cooperativeId}'`;
      expect({ name, rows: await atTarget(count) }).toEqual({ name, rows: await stand.asOwner(count) });
    }
    expect(
      await atTarget(
        `select count(*)::int as count from pgboss.job where state = 'created' and name = '${waiting}' and start_after < now() + interval '1 day'`,
      ),
    ).toEqual([{ count: 1 }]);
  });

  it('shows the same figures at the target, verifies its audit log there, and writes', async () => {
    expect(await figures(there, moving)).toEqual(shown);
    const manager = await signIn(there, moving.manager.email);
    await manager.post(...rename(moving, 'Solgløtt Frukt & Bær')).expect(204);
    const source = { ...process.env };
    Object.assign(process.env, setting(targetUrl, appAddress(targetUrl, PASSWORD), targetData));
    const verified = await runCommand('audit', 'verify');
    process.env = source;
    expect(verified).toMatchObject({ code: 0 });
  });

  it('sends its members to the new address at the source', async () => {
    const supplier = await signIn(stand, moving.suppliers[0]!.email);
    const { body } = await supplier.get('/agreements').expect(410);
    expect(body).toMatchObject({ code: 'cooperative-moved', params: { address: 'https://nord.example.no' } });
    expect(await move()).toMatchObject({
      code: 1,
      log: expect.stringContaining('has been moved from this database already'),
    });
    expect(await runCommand('move-cooperative', moving.cooperativeId, '--cancel')).toMatchObject({ code: 1 });
  });

  it('is deleted at the source after a second comparison, and nothing of the other is', async () => {
    const supplier = await signIn(stand, staying.suppliers[0]!.email);
    const rowsOf = (id: string) =>
      stand.asOwner(`select count(*)::int as count from platform.audit_entry where cooperative_id = $1`, [id]);
    const rows = await rowsOf(staying.cooperativeId);
    const { code, log, lines } = await move('--delete-source');
    expect({ code, log }).toEqual({ code: 0, log: '' });
    expect(lines.at(-1)).toMatchObject({ cooperativeId: moving.cooperativeId });
    expect(await rowsOf(moving.cooperativeId)).toEqual([{ count: 0 }]);
    expect(await rowsOf(staying.cooperativeId)).toEqual(rows);
    await supplier.get('/agreements').expect(200);
    expect(await figures(there, moving)).toHaveLength(2);
  });

  it('is followed by another; people and legal entities of both are there already', async () => {
    const moved = await runCommand('move-cooperative', 'Blirsamarbeidet', '--to', targetUrl, '--files', targetData);
    expect({ code: moved.code, log: moved.log }).toEqual({ code: 0, log: expect.any(String) });
    expect(moved.lines.at(-1)).toMatchObject({
      isConfirmation: false,
      alreadyThere: { 'identity.person': 1, 'identity.legal_entity': expect.any(Number) },
    });
    const manager = await signIn(there, moving.manager.email, TEST_PASSWORD);
    expect((await manager.get('/session').expect(200)).body.memberships).toHaveLength(2);
  });
});
