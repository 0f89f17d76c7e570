import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../postgres/free-port.mts';

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

const program = path.resolve(__dirname, '../start.mts');
const isRoot = process.getuid?.() === 0;
const unprivilegedUser = { uid: 65_534, gid: 65_534 };

/** Runs a command to its end, in the environment of a terminal. */
async function run(
  command: string,
  words: string[],
  env: NodeJS.ProcessEnv,
  identity: { uid?: number; gid?: number } = {},
): Promise<Ended> {
  const child = spawn(command, words, {
    env: { ...process.env, NODE_OPTIONS: '', PORT: String(await freePort()), ...env },
    ...identity,
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (bytes) => (output.stdout += bytes));
  child.stderr.on('data', (bytes) => (output.stderr += bytes));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...output })));
}

/** Runs the program of `npm start` to its end. */
const start = (words: string[], env: NodeJS.ProcessEnv, identity = {}): Promise<Ended> =>
  run(process.execPath, [program, ...words], env, identity);

/**
 * Arguments for mounting a private disk, visible only to the processes in it. Requires root, or a system with user
 * namespaces.
 */
const unshareOptions = [isRoot ? '-m' : '-rm', '--', 'sh', '-c'];
const canMount =
  process.platform === 'linux' && spawnSync('unshare', [...unshareOptions, 'mount -t tmpfs none /mnt']).status === 0;
const withDisk = canMount ? it.each : it.skip.each;

/** Starts with the data folder on a disk of the given size, after running `fill`. */
function startOnDisk(folder: string, megabytes: number, fill: string): Promise<Ended> {
  const steps = `mount -t tmpfs -o size=${megabytes}m none "$TALLGRUNN_DATA" && ${fill} && exec "$0" "$@"`;
  return run('unshare', [...unshareOptions, steps, process.execPath, program, '--empty'], { TALLGRUNN_DATA: folder });
}

describe('npm start', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-start-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('describes a taken port in one sentence before it does anything', async () => {
    const holder = net.createServer();
    const port = await new Promise<number>((resolve) =>
      holder.listen(0, '127.0.0.1', () => resolve((holder.address() as net.AddressInfo).port)),
    );
    const ended = await start([], { PORT: String(port), TALLGRUNN_DATA: folder });
    holder.close();
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: `Port ${port} is taken: stop what uses it, or choose another with PORT=${port + 1} npm start.\n`,
    });
  });

  it('describes an invalid data folder, and an invalid port', async () => {
    expect(await start([], { TALLGRUNN_DATA: __filename })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^The data folder .* may not be read by this user.*\n$/),
    });
    expect(await start([], { PORT: 'many', TALLGRUNN_DATA: folder })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'PORT is "many": it must be a number from 1 to 65535.\n',
    });
  });

  it('describes a data folder of another user', async () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, isRoot ? 0o700 : 0o000);
    const ended = await start([], { TALLGRUNN_DATA: closed }, isRoot ? unprivilegedUser : {});
    chmodSync(closed, 0o700);
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: `The data folder ${closed} may not be read by this user: give it to the user who starts Tallgrunn (chown -R), or set TALLGRUNN_DATA to another folder.\n`,
    });
  });

  it.each([
    [
      'that is none',
      'nonsense',
      'DATABASE_URL is not the address of a PostgreSQL: it must look like postgres://user:password@host:5432/database.',
    ],
    [
      'where nothing answers',
      'postgres://someone:secret@127.0.0.1:1/tallgrunn',
      'The PostgreSQL at 127.0.0.1:1 (DATABASE_URL) cannot be used: connect ECONNREFUSED 127.0.0.1:1.',
    ],
  ])(
    'describes a DATABASE_URL %s',
    async (_what, DATABASE_URL, sentence) => {
      expect(await start(['--empty'], { DATABASE_URL, TALLGRUNN_DATA: folder })).toMatchObject({
        code: 1,
        stderr: `${sentence}\n`,
      });
    },
    240_000,
  );

  it('describes a DATABASE_URL with a missing database', async () => {
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    url.pathname = '/not_there';
    const sentence = `The PostgreSQL at ${url.hostname}:${url.port} (DATABASE_URL) cannot be used: database "not_there" does not exist.\n`;
    expect(await start(['--empty'], { DATABASE_URL: url.toString(), TALLGRUNN_DATA: folder })).toMatchObject({
      code: 1,
      stderr: sentence,
    });
  }, 240_000);

  withDisk<[string, number, string, string]>([
    ['with too little room', 100, 'true', 'postgres-17'],
    ['with no room at all', 1, '! dd if=/dev/zero of="$TALLGRUNN_DATA/filling" bs=64k 2>/dev/null', ''],
  ])(
    'describes a disk %s',
    async (_what, megabytes, fill, where) => {
      const disk = path.join(folder, 'disk');
      mkdirSync(disk, { recursive: true });
      expect(await startOnDisk(disk, megabytes, fill)).toMatchObject({
        code: 1,
        stderr: `The disk is full: make room where ${path.join(disk, where)} lies, and start again.\n`,
      });
    },
    240_000,
  );

  it('explains itself', async () => {
    expect(await start(['--help'], { TALLGRUNN_DATA: folder })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('--empty'),
    });
  });
});
