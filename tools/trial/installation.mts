import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../lock.mjs';
import { UserError } from '../user-error.mts';
import { freePort } from '../postgres/free-port.mts';
import { runningFrom } from '../postgres/postmaster.mts';
import { adoptPostgres } from '../postgres/start-postgres.mts';
import { root } from '../project.mts';
import { isHealthy } from '../start/wait-for-health.mts';
import { childrenOf, wordsOf } from './memory-of.mts';

export type Part = 'supervisor' | 'serve' | 'work' | 'postgres';

const startPatienceMs = 240_000; // the first start may have to build
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const descendantsOf = (pid: number): number[] => childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);

/**
 * The product as an operator has it: `npm start -- --empty` with its own data folder and ports. Linux only, because it
 * needs /proc to find child processes.
 */
export class Installation {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), `tallgrunn-installation-${process.pid}-`));
  /** Output of all starts so far. */
  printed = '';
  #port = 0;
  #databasePort = 0;
  #npm: ChildProcess | undefined;
  #databaseUrl = '';

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The administrator's address of the database. */
  get databaseUrl(): string {
    return this.#databaseUrl;
  }

  /** Runs `npm start`. Resolves when it reports that it is ready; rejects with its output when it ends before that. */
  async start(): Promise<void> {
    this.#port ||= await freePort();
    this.#databasePort ||= await freePort();
    const child = this.#spawn(['start', '--', '--empty']);
    const before = this.printed.length;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes: Buffer) => (this.printed += bytes.toString()));
    this.#npm = child;
    const isReady = () => this.printed.slice(before).includes('Ready in');
    await this.until('ready', () => isReady() || hasEnded(child), startPatienceMs);
    if (!isReady()) throw new UserError(this.printed.slice(before));
    this.#databaseUrl = (await adoptPostgres(path.join(this.folder, 'postgres-17'), 'tallgrunn'))?.url ?? '';
  }

  /** Exit code of the last start; null while it runs. */
  get exitCode(): number | null {
    return this.#npm?.exitCode ?? null;
  }

  /**
   * Runs `npm run tallgrunn -- …` as an operator types it alongside the running product. Returns its JSON output.
   * @throws UserError when the command fails
   */
  async tallgrunn<T>(...words: string[]): Promise<T> {
    const child = this.#spawn(['run', '-s', 'tallgrunn', '--', ...words]);
    const output = { stdout: '', stderr: '' };
    child.stdout?.on('data', (bytes: Buffer) => (output.stdout += bytes.toString()));
    child.stderr?.on('data', (bytes: Buffer) => (output.stderr += bytes.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    if (code !== 0) throw new UserError(`tallgrunn ${words.join(' ')}: ${output.stderr}${output.stdout}`);
    return JSON.parse(output.stdout) as T;
  }

  /**
   * Returns the link of the newest invitation sent to an address. Without a mail server, e-mails are files in the
   * outbox folder.
   */
  async invitationLink(email: string): Promise<string> {
    const folder = path.join(this.folder, 'outbox');
    let link: string | undefined;
    await this.until(`an invitation to ${email}`, () => {
      const texts = existsSync(folder)
        ? readdirSync(folder)
            .filter((name) => !name.endsWith('.part')) // being written, and renamed at any moment
            .sort()
            .reverse()
            .map((name) => readFileSync(path.join(folder, name), 'utf8'))
        : [];
      link = texts
        .filter((text) => text.includes(`To: ${email}`))
        .flatMap((text) => /https?:\/\/\S+\/invitation\/\S+/.exec(text)?.[0] ?? [])[0];
      return link !== undefined;
    });
    return link ?? '';
  }

  /** Returns the process id of a part that is running; 0 otherwise. */
  pidOf(part: Part): number {
    if (part === 'postgres') return runningFrom(path.join(this.folder, 'postgres-17'))?.pid ?? 0;
    const wanted = part === 'supervisor' ? 'tools/start.mts' : `${part}.js`;
    return (
      this.processes().find(
        (pid) =>
          wordsOf(pid).some((word) => word.endsWith(wanted)) &&
          !wordsOf(pid).some((word) => word.endsWith('bootstrap.mjs')),
      ) ?? 0
    );
  }

  /** Returns the process ids of npm and all its descendants. */
  processes(): number[] {
    const first = this.#npm?.pid ?? 0;
    return first ? [first, ...descendantsOf(first)].filter(isRunning) : [];
  }

  /** Runs `kill -9` on one part. Returns its process id after it has ended. */
  async kill(part: Part): Promise<number> {
    const pid = this.pidOf(part);
    if (!pid) throw new Error(`${part} does not run:\n${this.printed}`);
    process.kill(pid, 'SIGKILL');
    await this.until(`${part} is gone`, () => !isRunning(pid));
    return pid;
  }

  /** Runs `kill -9` on everything at once, including npm and the supervisor. */
  async killAll(): Promise<void> {
    const all = this.processes();
    for (const pid of all) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    await this.until('all are gone', () => !all.some(isRunning));
  }

  /** Sends Ctrl-C as a terminal does: to the whole process group. */
  async interrupt(): Promise<void> {
    const child = this.#npm;
    if (!child?.pid || hasEnded(child)) return;
    process.kill(-child.pid, 'SIGINT');
    await this.until('npm start has ended', () => hasEnded(child));
  }

  /** Waits until a part runs under a process id other than the given one, and the server is healthy. */
  async untilBack(part: Part, formerPid: number): Promise<void> {
    await this.until(`${part} is back`, () => ![0, formerPid].includes(this.pidOf(part)));
    await this.until('health', () => isHealthy(this.address));
  }

  async until(what: string, isSo: () => boolean | Promise<boolean>, patienceMs = 60_000): Promise<void> {
    for (const last = performance.now() + patienceMs; !(await isSo()); await pause(50)) {
      if (performance.now() > last) throw new Error(`Not after ${patienceMs / 1000} s: ${what}\n${this.printed}`);
    }
  }

  /** Ends everything and removes the folder. */
  async remove(): Promise<void> {
    await this.interrupt().catch(() => this.killAll());
    const left = existsSync(this.folder) ? runningFrom(path.join(this.folder, 'postgres-17')) : null;
    if (left) process.kill(left.pid, 'SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  #spawn(words: string[]): ChildProcess {
    const own = {
      PORT: String(this.#port),
      HOST: '127.0.0.1',
      TALLGRUNN_DATA: this.folder,
      TALLGRUNN_DATABASE_PORT: String(this.#databasePort),
      SECOND_FACTOR: 'optional',
    };
    // npm and jest set environment variables that an operator's terminal does not have.
    const foreign = {
      NODE_OPTIONS: undefined,
      NODE_ENV: undefined,
      INIT_CWD: undefined,
      DATABASE_URL: undefined,
      APP_DATABASE_URL: undefined,
      PUBLIC_URL: undefined,
      npm_execpath: undefined,
    };
    return spawn(npm, words, {
      cwd: root,
      env: { ...process.env, ...foreign, ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Returns true while the process runs. A killed process keeps its id until its parent has waited for it. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
