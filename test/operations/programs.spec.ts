import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { rooms } from '@tallgrunn/app-server';
import { freshDatabase, parseExposition, type TestDatabase } from '@tallgrunn/platform/testing';
import { Client } from 'pg';
import { freePort } from '../../tools/postgres/free-port.mts';

type Program = 'serve' | 'work' | 'migrate';
interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const root = path.resolve(__dirname, '../..');
const built = path.join(root, 'tmp', 'operations', 'server');
const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-programs-'));
const running = new Set<ChildProcess>();
let database: TestDatabase;

beforeAll(async () => {
  const words = [path.join(root, 'node_modules/rolldown/bin/cli.mjs'), '-c', 'rolldown.config.mjs', '-d', built];
  const { status, stderr } = spawnSync(process.execPath, words, {
    cwd: path.join(root, 'apps/server'),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  database = await freshDatabase(rooms);
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await database.drop();
  rmSync(folder, { recursive: true });
});

function launch(program: Program, env: NodeJS.ProcessEnv): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [path.join(built, `${program}.js`)], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DATABASE_URL: program === 'migrate' ? database.ownerUrl : database.appUrl,
      APP_DATABASE_URL: database.appUrl,
      TALLGRUNN_DATA: folder,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const texts = { stdout: '', stderr: '' };
  child.stdout!.on('data', (bytes: Buffer) => (texts.stdout += bytes.toString()));
  child.stderr!.on('data', (bytes: Buffer) => (texts.stderr += bytes.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, ...texts });
    }),
  );
  return { child, ended };
}

const objectStore = {
  S3_ENDPOINT: 'http://127.0.0.1:1',
  S3_BUCKET: 'tallgrunn-files',
  S3_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  S3_SECRET_ACCESS_KEY: 'only-for-tests',
};
const all: Program[] = ['serve', 'work', 'migrate'];
const both: Program[] = ['serve', 'work'];
const each = (programs: Program[], cases: [NodeJS.ProcessEnv, RegExp][]) =>
  programs.flatMap((program) => cases.map(([env, sentence]) => [program, env, sentence] as const));

describe('a program with an invalid configuration', () => {
  it.each([
    ...each(all, [
      [{ SESSION_SECRET: '' }, /^SESSION_SECRET is empty/],
      [{ PUBLIC_URL: 'tallgrunn.kommune.no' }, /^PUBLIC_URL is not a web address: "tallgrunn\.kommune\.no"/],
      [{ SMTP_URL: 'mail.kommune.no' }, /^SMTP_URL is not the address of a mail server/],
      [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is unknown: "loud"/],
      [{ DATABASE_URL: 'nonsense' }, /^DATABASE_URL is not the address of a PostgreSQL/],
      [{ TALLGRUNN_DATA: __filename }, /^The data folder cannot be used/],
    ]),
    ...each(both, [
      [
        { DATABASE_URL: 'postgres://a@127.0.0.1:1/x', APP_DATABASE_URL: 'postgres://a@127.0.0.1:1/x' },
        /^The PostgreSQL at 127\.0\.0\.1:1 \(APP_DATABASE_URL\) cannot be used: .*ECONNREFUSED/,
      ],
      [
        { ...objectStore, S3_SECRET_ACCESS_KEY_FILE: '/no/such/file' },
        /^S3_SECRET_ACCESS_KEY_FILE is "\/no\/such\/file", which cannot be read \(ENOENT\)/,
      ],
      [objectStore, /^The object store at http:\/\/127\.0\.0\.1:1 \(S3_ENDPOINT\) cannot be reached: .*ECONNREFUSED/],
    ]),
    ...each(
      ['migrate'],
      [
        [
          { DATABASE_URL: 'postgres://a@127.0.0.1:1/x' },
          /^The PostgreSQL at 127\.0\.0\.1:1 \(DATABASE_URL\) cannot be used/,
        ],
      ],
    ),
    ...each(
      ['serve'],
      [
        [
          { HOST: '203.0.113.1', PUBLIC_URL: 'https://x.example.no' },
          /^HOST is "203\.0\.113\.1": this machine has no such address/,
        ],
        [{ HOST: '0.0.0.0' }, /^Tallgrunn would be reached without encryption/],
      ],
    ),
    ...each(
      ['work'],
      [
        [
          { WORK_PORT: '3999', WORK_HOST: '203.0.113.1' },
          /^WORK_HOST is "203\.0\.113\.1": this machine has no such address/,
        ],
      ],
    ),
  ])('%s with %j states the reason in one line', async (program, env, sentence) => {
    const { ended } = launch(program, { PORT: String(await freePort()), ...env });
    const { code, stdout, stderr } = await ended;
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout.split('\n').filter((line) => line !== '' && !line.startsWith('{'))).toEqual([]);
    expect(code).toBe(78);
  });

  it('serve reports that its port is taken', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as net.AddressInfo;
    const { code, stderr } = await launch('serve', { PORT: String(port) }).ended;
    other.close();
    expect([code, stderr]).toEqual([78, `Port ${port} is taken: stop what uses it, or set PORT to another.\n`]);
  });
});

describe('a database of another version', () => {
  async function asOwner(sql: string): Promise<void> {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  }
  const fault = async (program: Program) => {
    const { code, stderr } = await launch(program, { PORT: String(await freePort()) }).ended;
    return [code, stderr.trimEnd().split('\n').length, stderr.slice(0, 35)];
  };

  it.each(both)('prevents %s from starting', async (program) => {
    await asOwner(`insert into platform.migration (name, sha256) values ('platform/9999-from-later', 'x')`);
    expect(await fault(program)).toEqual([78, 1, 'The database is newer than this pro']);
    await asOwner(`delete from platform.migration where name = 'platform/9999-from-later'`);
    await asOwner(`create table public.step as select * from platform.migration where name = 'spend/0001-baseline'`);
    await asOwner(`delete from platform.migration where name = 'spend/0001-baseline'`);
    expect(await fault(program)).toEqual([78, 1, 'The database is older than this pro']);
    await asOwner(`insert into platform.migration select * from public.step; drop table public.step`);
    await asOwner('alter table platform.migration rename to migration_away');
    expect(await fault(program)).toEqual([78, 1, 'The database has not been migrated:']);
    await asOwner('alter table platform.migration_away rename to migration');
  });
});

async function until(answers: () => Promise<boolean>): Promise<void> {
  while (!(await answers().catch(() => false))) await pause(100);
}
const statusOf = async (url: string) => (await fetch(url)).status;

describe('programs that run', () => {
  it('answer probes and metrics, name their connections, and end in order at SIGTERM', async () => {
    const [port, workPort] = [await freePort(), await freePort()];
    const serve = launch('serve', { PORT: String(port) });
    const work = launch('work', { WORK_PORT: String(workPort) });
    await until(async () => (await statusOf(`http://127.0.0.1:${port}/health/ready`)) === 200);
    await until(async () => (await statusOf(`http://127.0.0.1:${workPort}/health/ready`)) === 200);
    expect(await (await fetch(`http://127.0.0.1:${workPort}/isready`)).json()).toMatchObject({
      status: 'ready',
      program: 'work',
    });
    expect(await statusOf(`http://127.0.0.1:${workPort}/`)).toBe(404);
    for (const [where, program] of [
      [port, 'serve'],
      [workPort, 'work'],
    ] as const) {
      const metrics = parseExposition(await (await fetch(`http://127.0.0.1:${where}/metrics`)).text());
      expect(metrics.get('tallgrunn_build_info')?.samples[0]?.labels).toMatchObject({ program });
      expect(metrics.has('tallgrunn_jobs_total')).toBe(true);
    }
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `select distinct application_name as name from pg_stat_activity where datname = current_database() and usename = 'tallgrunn_app'`,
    );
    const { rows: processes } = await client.query<{ program: string }>(
      'select program from platform.service_process order by program',
    );
    expect(processes.map(({ program }) => program)).toEqual(['serve', 'work']);
    const names = rows.map(({ name }) => name);
    for (const [use, { child }] of [
      ['serve', serve],
      ['work', work],
    ] as const)
      expect(names).toContain(`tallgrunn ${use} ${os.hostname()}:${child.pid}`.slice(0, 63));
    expect(names.filter((name) => !name.startsWith('tallgrunn '))).toEqual([]);

    // A request that is half sent when the signal comes is still answered.
    const half = net.connect(port, '127.0.0.1');
    await once(half, 'connect');
    let answer = '';
    half.on('data', (bytes: Buffer) => (answer += bytes.toString()));
    half.write(
      'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{',
    );
    await pause(300);
    serve.child.kill('SIGTERM');
    work.child.kill('SIGTERM');
    await until(async () =>
      fetch(`http://127.0.0.1:${port}/health/live`).then(
        () => false,
        () => true,
      ),
    );
    half.write('}');
    const [served, worked] = await Promise.all([serve.ended, work.ended]);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect([served.code, worked.code]).toEqual([0, 0]);
    expect([served.stderr, worked.stderr]).toEqual(['', '']);
    expect((await client.query('select 1 from platform.service_process')).rowCount).toBe(0);
    await client.end();
  });

  it('end work that exceeds the grace period', async () => {
    const port = await freePort();
    const { child, ended } = launch('serve', { PORT: String(port), SHUTDOWN_SECONDS: '1' });
    await until(async () => (await statusOf(`http://127.0.0.1:${port}/health/live`)) === 200);
    const stuck = net.connect(port, '127.0.0.1');
    stuck.on('error', () => undefined);
    await once(stuck, 'connect');
    const closed = once(stuck, 'close');
    stuck.write(
      'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    await pause(300);
    child.kill('SIGTERM');
    await closed;
    expect((await ended).code).toBe(0);
  });
});
