import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../lock.mjs';
import { UserError } from '../user-error.mts';
import { binaryOf, findPostgres } from './binaries.mts';
import { answerOf, ensureDatabase, urlOf } from './connect.mts';
import { clusterOf, createCluster, logOf, prepareFolder, readPassword } from './data-folder.mts';
import { endOrphans } from './end-orphans.mts';
import { explainLog } from './explain-log.mts';
import { freePort } from './free-port.mts';
import { runningFrom } from './postmaster.mts';
import { chooseRunAs, type RunAs } from './run-as.mts';

export interface PostgresOptions {
  /** Folder of cluster, password and log. */
  folder: string;
  /** First choice; if it is not free, another free port is used. */
  preferredPort?: number;
  /** Created if missing. */
  database: string;
  /** Server settings, as in postgresql.conf. */
  settings?: Record<string, string>;
  /** False for tests: nothing is forced to disk. */
  durable?: boolean;
}

export interface RunningPostgres {
  /** Administrator's address of `database`. */
  url: string;
  port: number;
  pid: number;
  /** True when it was already running and was adopted. */
  adopted: boolean;
  /** Resolves when the process has ended, for any reason. */
  gone(): Promise<void>;
  /** Ends sessions, writes pending data and stops. Harmless when it has already ended. */
  stop(): Promise<void>;
}

const nonDurableSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

async function waitUntilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(100);
}

async function stopProcess(pid: number, gone: () => Promise<void>): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT'); // PostgreSQL's "fast" shutdown
  const given = await Promise.race([gone().then(() => true), pause(20_000, false, { ref: false })]);
  if (!given && isAlive(pid)) process.kill(pid, 'SIGQUIT');
  await gone();
}

/** Waits for the first answer. If PostgreSQL ends before that, the problem comes from its log. */
async function waitForAnswer(
  url: string,
  folder: string,
  hasEnded: () => boolean,
  problem: () => string,
): Promise<void> {
  for (;;) {
    const answer = await answerOf(url);
    if (answer === 'yes') return;
    if (answer === 'refused')
      throw new UserError(
        `The PostgreSQL of ${folder} does not take the password kept beside it: restore the file "password" there.`,
      );
    if (hasEnded()) throw new UserError(problem());
    await pause(30);
  }
}

/** Adopts the PostgreSQL that runs from this folder. Returns null if none runs or no password is stored. */
export async function adoptPostgres(folder: string, database: string): Promise<RunningPostgres | null> {
  const password = readPassword(folder);
  const running = password ? runningFrom(folder) : null;
  if (!password || !running) return null;
  const admin = urlOf(running.port, password, 'postgres');
  await waitForAnswer(
    admin,
    folder,
    () => !isAlive(running.pid),
    () => explainLog('', folder),
  );
  await ensureDatabase(admin, database);
  // Polls only when called: a command that borrows the database must be able to end.
  const gone = () => waitUntilGone(running.pid);
  return {
    url: urlOf(running.port, password, database),
    port: running.port,
    pid: running.pid,
    adopted: true,
    gone,
    stop: () => stopProcess(running.pid, gone),
  };
}

function launch(home: string, runAs: RunAs, folder: string, port: number, settings: Record<string, string>) {
  const log = openSync(logOf(folder), 'a', 0o600);
  const fixed = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  const options = Object.entries(fixed).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command = '', ...words] = [
    ...runAs.prefix,
    binaryOf(home, 'postgres'),
    '-D',
    clusterOf(folder),
    '-p',
    String(port),
    ...options,
  ];
  // A separate process group: Ctrl-C reaches the server first, which still needs its database to finish.
  const child = spawn(command, words, {
    ...runAs.identity,
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  let ended = false;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve())).then(
    () => void (ended = true),
  );
  return { pid: child.pid ?? 0, gone, hasEnded: () => ended };
}

/**
 * Starts PostgreSQL from a folder, or adopts the one that runs from it. Creates the cluster when there is none.
 * @throws UserError with one sentence for a full disk, an unreadable or damaged folder, or another major version
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { folder, database, durable = true } = options;
  prepareFolder(folder);
  const adoptedPostgres = await adoptPostgres(folder, database);
  if (adoptedPostgres) return adoptedPostgres;
  const home = findPostgres();
  const runAs = chooseRunAs(home, folder);
  if (existsSync(clusterOf(folder))) await endOrphans(folder);
  else createCluster(home, folder, runAs, durable);
  const password = readPassword(folder) ?? '';
  const port = await freePort(options.preferredPort);
  const logStart = statSync(logOf(folder), { throwIfNoEntry: false })?.size ?? 0;
  const started = launch(home, runAs, folder, port, { ...(durable ? {} : nonDurableSettings), ...options.settings });
  const problem = () => explainLog(readFileSync(logOf(folder)).subarray(logStart).toString(), folder);
  const admin = urlOf(port, password, 'postgres');
  await waitForAnswer(admin, folder, started.hasEnded, problem);
  await ensureDatabase(admin, database);
  return {
    url: urlOf(port, password, database),
    port,
    pid: started.pid,
    adopted: false,
    gone: () => started.gone,
    stop: () => stopProcess(started.pid, () => started.gone),
  };
}
