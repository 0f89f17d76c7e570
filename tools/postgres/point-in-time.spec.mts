import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { copyNewFiles } from '../start/copy-files.mts';
import { withClient } from './connect.mts';
import { archiveSettings } from './log-archive.mts';
import { copyBase, listBases, recover } from './point-in-time.mts';
import { startPostgres, type RunningPostgres } from './start-postgres.mts';

/** The user that PostgreSQL runs as must be able to pass through the folder. */
const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-wal-'));
const archive = path.join(folder, 'archive');
let running: RunningPostgres | undefined;
afterAll(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

const start = (postgresFolder: string, settings = {}) =>
  startPostgres({ folder: postgresFolder, database: 'tallgrunn', settings });

/** Adds a row and returns a moment right after it. */
const add = (url: string, name: string) =>
  withClient(url, async (client) => {
    await client.query('insert into happened values ($1)', [name]);
    await client.query('select pg_sleep(0.3)');
    const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at');
    await client.query('select pg_sleep(0.3)');
    return rows[0]?.at ?? new Date();
  });

async function rowsOf(postgresFolder: string): Promise<string[]> {
  const restored = await start(postgresFolder);
  const rows = await withClient(restored.url, async (client) => {
    await client.query(`insert into happened values ('afterwards')`); // it accepts writes after the recovery
    return (await client.query<{ name: string }>('select name from happened order by ctid')).rows;
  });
  await restored.stop();
  return rows.map(({ name }) => name);
}

/**
 * Runs the command of docs/operators.md that begins with the given words, from an installation's data folder. Its
 * example paths are replaced.
 */
function fromPage(words: string, data: string, places: Record<string, string>): Record<string, unknown> {
  const page = readFileSync(path.resolve(__dirname, '../../docs/operators.md'), 'utf8');
  const [, rest = ''] = new RegExp(`^npm run -s tallgrunn -- (${words}.*)$`, 'm').exec(page) ?? [];
  const program = path.resolve(__dirname, '../tallgrunn.mts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, ...rest.split(' ').map((word) => places[word] ?? word)],
    { encoding: 'utf8', env: { ...process.env, TALLGRUNN_DATA: data } },
  );
  if (status !== 0) throw new Error(stderr);
  return { code: status, ...(JSON.parse(stdout) as object) };
}

describe('the bundled database', () => {
  it('is restored to a moment between two changes, and to the end of its log', async () => {
    const postgresFolder = path.join(folder, 'data', 'postgres-17');
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    running = await start(postgresFolder, archiveSettings(archive, postgresFolder));
    const { url } = running;
    await withClient(url, (client) => client.query('create table happened (name text)'));
    await add(url, 'before the copy');
    const base = await copyBase(url, postgresFolder, archive);
    expect(listBases(archive)).toEqual([base]);
    const between = await add(url, 'after the copy');
    await add(url, 'too late');
    await running.stop();
    running = undefined;

    await recover(archive, path.join(folder, 'between'), 'tallgrunn', between);
    expect(await rowsOf(path.join(folder, 'between'))).toEqual(['before the copy', 'after the copy', 'afterwards']);
    await recover(archive, path.join(folder, 'end'), 'tallgrunn', null);
    expect(await rowsOf(path.join(folder, 'end'))).toEqual([
      'before the copy',
      'after the copy',
      'too late',
      'afterwards',
    ]);
    await expect(recover(archive, path.join(folder, 'end'), 'tallgrunn', null)).rejects.toThrow(
      /holds a database already, so nothing was restored/,
    );
    await expect(
      recover(archive, path.join(folder, 'later'), 'tallgrunn', new Date(Date.now() + 3600_000)),
    ).rejects.toThrow(/log (in .* )?ends before/);
    await expect(
      recover(archive, path.join(folder, 'early'), 'tallgrunn', new Date('2020-01-01T00:00:00Z')),
    ).rejects.toThrow(/holds no copy from before 2020-01-01/);
  }, 240_000);

  it('is restored by the commands of the operators’ page, with its stored files', async () => {
    const data = path.join(folder, 'installation');
    const own = path.join(folder, 'own-archive');
    const restored = path.join(folder, 'restored');
    const file = path.join('files', 'cooperative', 'ab', 'abcd');
    mkdirSync(path.dirname(path.join(data, file)), { recursive: true });
    writeFileSync(path.join(data, file), 'as it came');
    const postgresFolder = path.join(data, 'postgres-17');
    running = await start(postgresFolder, archiveSettings(own, postgresFolder));
    await withClient(running.url, (client) => client.query('create table happened (name text)'));
    await add(running.url, 'before the copy');
    expect(fromPage('point-in-time base', data, { '/srv/archive': own })).toMatchObject({ code: 0, files: 1 });
    const between = await add(running.url, 'after the copy');
    await add(running.url, 'too late');
    await running.stop();
    running = undefined;
    const places = {
      '/srv/archive': own,
      '/srv/tallgrunn': restored,
      '2026-12-01T10:15:00Z': between.toISOString(),
    };
    expect(fromPage('point-in-time restore', data, places)).toMatchObject({ code: 0, dataFolder: restored, files: 1 });
    expect(await rowsOf(path.join(restored, 'postgres-17'))).toEqual([
      'before the copy',
      'after the copy',
      'afterwards',
    ]);
    expect(readFileSync(path.join(restored, file), 'utf8')).toBe('as it came');
  }, 240_000);

  it('is not copied unless it archives its log', async () => {
    const postgresFolder = path.join(folder, 'plain', 'postgres-17');
    running = await start(postgresFolder);
    await expect(copyBase(running.url, postgresFolder, archive)).rejects.toThrow(/set BACKUP_WAL_DIR/);
  }, 120_000);
});

describe('stored files', () => {
  it('are copied once each, from changed folders', async () => {
    const [from, to] = [path.join(folder, 'files'), path.join(folder, 'copies')];
    mkdirSync(path.join(from, 'cooperative', 'ab'), { recursive: true });
    writeFileSync(path.join(from, 'cooperative', 'ab', 'abcd'), 'first');
    expect(await copyNewFiles(from, to)).toBe(1);
    expect(await copyNewFiles(from, to)).toBe(0);
    cpSync(path.join(from, 'cooperative', 'ab', 'abcd'), path.join(from, 'cooperative', 'ab', 'abce'));
    expect(await copyNewFiles(from, to, Date.now() + 60_000)).toBe(0);
    expect(await copyNewFiles(from, to)).toBe(1);
  });
});
