import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { withClient } from './connect.mts';
import { runningFrom } from './postmaster.mts';
import { adoptPostgres, startPostgres, type RunningPostgres } from './start-postgres.mts';

describe('PostgreSQL from a data folder', () => {
  let folder = '';
  let running: RunningPostgres | undefined;
  beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-spec-'))));
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  const start = async (preferredPort?: number) =>
    (running = await startPostgres({ folder, database: 'tallgrunn', durable: false, preferredPort }));
  const count = (url: string) =>
    withClient(url, async (client) => Number((await client.query('select count(*) from kept')).rows[0].count));

  it('starts with a generated password that only its owner may read, keeps data, and can be adopted', async () => {
    const first = await start();
    await withClient(first.url, (client) => client.query('create table kept as select 1'));
    expect(statSync(path.join(folder, 'password')).mode & 0o777).toBe(0o600);
    expect(await adoptPostgres(folder, 'tallgrunn')).toMatchObject({ adopted: true, port: first.port, url: first.url });
    await first.stop();
    expect(runningFrom(folder)).toBeNull();
    expect(await count((await start()).url)).toBe(1);
  });

  (process.platform === 'linux' ? it : it.skip)(
    'starts again at once after it was killed while a session was calculating',
    async () => {
      running = await startPostgres({ folder, database: 'tallgrunn' });
      const { url, pid, gone } = running;
      const calculating = withClient(url, async (client) => {
        await client.query('create table kept as select 1');
        await client.query('select count(*) from generate_series(1, 1000000) a, generate_series(1, 1000000) b');
      }).catch(() => 'cut off');
      await withClient(url, async (client) => {
        for (let active = 0; active === 0;)
          active = (
            await client.query(`select 1 from pg_stat_activity where query like '%1000000) b' and state = 'active'`)
          ).rows.length;
      });
      process.kill(pid, 'SIGKILL');
      await gone();
      expect(await count((await start()).url)).toBe(1);
      expect(await calculating).toBe('cut off');
    },
  );

  it('starts below a private folder, such as a checkout in a private home', async () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    running = await startPostgres({ folder: path.join(closed, 'data'), database: 'tallgrunn', durable: false });
    expect(running.adopted).toBe(false);
  });

  it('rejects connections without the password', async () => {
    const { url } = await start();
    const guessed = new URL(url);
    guessed.password = 'guessed';
    await expect(withClient(guessed.toString(), (client) => client.query('select 1'))).rejects.toThrow(
      /password authentication failed/,
    );
  });

  it('takes another port when the preferred one is taken', async () => {
    const holder = net.createServer();
    const taken = await new Promise<number>((resolve) =>
      holder.listen(0, '127.0.0.1', () => resolve((holder.address() as net.AddressInfo).port)),
    );
    expect((await start(taken)).port).not.toBe(taken);
    holder.close();
  });

  it('recovers committed data after kill -9', async () => {
    const first = await startPostgres({ folder, database: 'tallgrunn' });
    await withClient(first.url, (client) => client.query('create table kept as select 1'));
    process.kill(first.pid, 'SIGKILL');
    await first.gone();
    for (let turn = 0; !running && turn < 200; turn += 1)
      await start().catch(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(await count(running?.url ?? '')).toBe(1);
  });

  it.each<[string, (cluster: string) => void, RegExp]>([
    [
      'a cluster of another major version',
      (cluster) => writeFileSync(path.join(cluster, 'PG_VERSION'), '16\n'),
      /made by another major version of PostgreSQL/,
    ],
    [
      'a damaged cluster',
      (cluster) => truncateSync(path.join(cluster, 'global', 'pg_control'), 0),
      /is damaged and does not start/,
    ],
    ['a cluster that lost its files', (cluster) => rmSync(path.join(cluster, 'PG_VERSION')), /is damaged/],
    ['a lost password', (cluster) => rmSync(path.join(cluster, '..', 'password')), /is damaged/],
    [
      'a password of another cluster',
      (cluster) => writeFileSync(path.join(cluster, '..', 'password'), 'another'),
      /does not take the password/,
    ],
    [
      'a setting that is none',
      (cluster) => appendFileSync(path.join(cluster, 'postgresql.conf'), '\nnonsense = on\n'),
      /PostgreSQL did not start: .*configuration file/,
    ],
  ])('describes %s in one sentence', async (_what, harm, sentence) => {
    await (await start()).stop();
    running = undefined;
    harm(path.join(folder, 'cluster'));
    await expect(start()).rejects.toThrow(sentence);
    process.kill(runningFrom(folder)?.pid ?? process.pid, 0);
  });

  it('repeats an interrupted creation', async () => {
    writeFileSync(path.join(folder, 'cluster.unfinished'), 'half');
    await start();
    expect(existsSync(path.join(folder, 'cluster.unfinished'))).toBe(false);
  });

  it('removes the pid file of an ended process', async () => {
    await (await start()).stop();
    writeFileSync(path.join(folder, 'cluster', 'postmaster.pid'), `${process.pid}\n${folder}\n1\n5\n`);
    expect(runningFrom(folder)).toBeNull();
  });

  it('writes a log that only its owner may read', async () => {
    await start();
    chmodSync(folder, 0o700);
    expect(statSync(path.join(folder, 'postgres.log')).mode & 0o077).toBe(0);
    expect(readFileSync(path.join(folder, 'postgres.log'), 'utf8')).toContain('ready to accept connections');
  });
});
