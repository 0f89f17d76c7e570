import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isAlive } from '../lock.mjs';
import { UserError } from '../user-error.mts';
import { freePort } from '../postgres/free-port.mts';
import { startPostgres, type RunningPostgres } from '../postgres/start-postgres.mts';
import { nodeFlags, root } from '../project.mts';
import { runOnce } from '../start/run-once.mts';
import { waitForHealth } from '../start/wait-for-health.mts';
import { buildProduct, programOf } from './built-product.mts';
import type { TrialParties } from './cast.mts';

/** A program of the product. Only `startSecond` starts the second of a kind. */
export type Part = 'serve' | 'work' | 'serve-2' | 'work-2';

const healthPatienceMs = 60_000;
/** The role of the programs. */
export const trialRole = { name: 'tallgrunn_app', password: 'only-for-trials' } as const;
export const trialSettings = { max_connections: '100', shared_buffers: '128MB', max_wal_size: '2GB' } as const;
const never = new AbortController().signal;

/** The built product with its own PostgreSQL and folder, in processes that can be ended and started one by one. */
export class Product {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), `tallgrunn-trial-${process.pid}-`));
  readonly #parts = new Map<Part, ChildProcess>();
  #postgres: RunningPostgres | undefined;
  readonly #durable: boolean;
  readonly #more: NodeJS.ProcessEnv;
  readonly #isApart: boolean;
  #port = 0;
  #secondPort = 0;

  /**
   * @param durable forces commits to disk, as an installation does
   * @param env added to the environment of its programs
   * @param isApart gives each program its own data folder, as on a machine of its own
   */
  constructor(durable = false, env: NodeJS.ProcessEnv = {}, isApart = false) {
    this.#durable = durable;
    this.#more = env;
    this.#isApart = isApart;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Address of the second server. */
  get secondAddress(): string {
    return `http://127.0.0.1:${this.#secondPort}`;
  }

  /** The administrator's address of the database. */
  get databaseUrl(): string {
    return this.#postgres?.url ?? '';
  }

  pidOf(part: Part | 'postgres'): number {
    return (part === 'postgres' ? this.#postgres?.pid : this.#parts.get(part)?.pid) ?? 0;
  }

  /**
   * Builds the product if necessary, starts PostgreSQL, migrates, sets up the parties and starts both programs. With
   * `large`, sets up a large agreement too. `words` are passed to the set-up program. `onMigrated` is called with the
   * port of PostgreSQL before any program uses the database.
   */
  async start(
    large = false,
    words: readonly string[] = [],
    onMigrated: (postgresPort: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<TrialParties> {
    await buildProduct();
    this.#port = await freePort();
    await this.startPostgres();
    await this.#run('migrate', { DATABASE_URL: this.databaseUrl });
    await onMigrated(this.#postgres?.port ?? 0);
    const cast = JSON.parse(await this.#run('set-up', {}, [...(large ? ['large'] : []), ...words])) as TrialParties;
    // Another process may have taken the port while the database was set up.
    this.#port = await freePort(this.#port);
    this.startPart('work');
    this.startPart('serve');
    await this.untilHealthy();
    return cast;
  }

  async startPostgres(): Promise<void> {
    this.#postgres = await startPostgres({
      folder: path.join(this.folder, 'postgres'),
      database: 'tallgrunn',
      preferredPort: this.#postgres?.port,
      durable: this.#durable,
      settings: trialSettings,
    });
  }

  /** Starts a second server on a separate port, and a second worker, on the same database and folder. */
  async startSecond(): Promise<void> {
    this.#secondPort = await freePort();
    this.startPart('work-2');
    this.startPart('serve-2');
    if (!(await waitForHealth(this.secondAddress, healthPatienceMs)))
      throw new UserError(`The second server does not answer:\n${readFileSync(this.logOf('serve-2'), 'utf8')}`);
  }

  /** Data folder of a program. */
  folderOf(part: Part): string {
    return this.#isApart ? path.join(this.folder, `machine-${part}`) : this.folder;
  }

  startPart(part: Part): void {
    mkdirSync(this.folderOf(part), { recursive: true });
    const log = openSync(this.logOf(part), 'a');
    const child = spawn(process.execPath, [...nodeFlags, programOf(part.replace('-2', ''))], {
      cwd: root,
      env: {
        ...this.#env(),
        ...(this.#isApart && { TALLGRUNN_DATA: this.folderOf(part) }),
        ...(part === 'serve-2' && { PORT: String(this.#secondPort) }),
      },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#parts.set(part, child);
  }

  logOf(part: Part): string {
    return path.join(this.folder, `${part}.log`);
  }

  async untilHealthy(): Promise<void> {
    if (await waitForHealth(this.address, healthPatienceMs)) return;
    const told = (['serve', 'work'] as const).map(
      (part) => `${part} ${this.#stateOf(part)}:\n${readFileSync(this.logOf(part), 'utf8').slice(-2000)}`,
    );
    throw new UserError(`The server does not answer on ${this.address}.\n${told.join('\n')}`);
  }

  #stateOf(part: Part): string {
    const child = this.#parts.get(part);
    if (!child) return 'was not started';
    return hasEnded(child) ? `ended (${child.exitCode ?? child.signalCode})` : 'runs';
  }

  /** Runs `kill -9`; resolves when the process has ended. */
  async kill(part: Part | 'postgres'): Promise<void> {
    const child = part === 'postgres' ? undefined : this.#parts.get(part);
    const gone = part === 'postgres' ? this.#postgres?.gone : child && ended(child);
    process.kill(this.pidOf(part), 'SIGKILL');
    await gone;
  }

  /** Restarts everything that has ended, as the supervisor of an installation does, and waits for the server. */
  async revive(): Promise<void> {
    if (!isAlive(this.pidOf('postgres'))) await this.startPostgres();
    this.restartEnded();
    await this.untilHealthy();
  }

  /** Restarts programs that have ended, without waiting for them. */
  restartEnded(): void {
    for (const [part, child] of this.#parts) if (hasEnded(child)) this.startPart(part);
  }

  /** Ends everything and removes the folder. */
  async stop(): Promise<void> {
    for (const child of this.#parts.values()) {
      const gone = ended(child);
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await gone;
      clearTimeout(insist);
    }
    await this.#postgres?.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #env(): NodeJS.ProcessEnv {
    const app = new URL(this.databaseUrl);
    app.username = trialRole.name;
    app.password = trialRole.password;
    const url = app.toString();
    // the visitors of a trial sign in with a password only
    const own = { NODE_ENV: 'production', LOG_LEVEL: 'warn', SECOND_FACTOR: 'optional', TALLGRUNN_DATA: this.folder };
    return {
      ...process.env,
      ...own,
      PORT: String(this.#port),
      HOST: '127.0.0.1',
      DATABASE_URL: url,
      APP_DATABASE_URL: url,
      ...this.#more,
    };
  }

  async #run(program: string, env: NodeJS.ProcessEnv = {}, words: readonly string[] = []): Promise<string> {
    const { code, stdout, stderr } = await runOnce(
      [programOf(program), ...words],
      { ...this.#env(), ...env },
      root,
      never,
    );
    if (code !== 0) throw new UserError(`${program} failed:\n${stderr}${stdout}`);
    return stdout;
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
const ended = (child: ChildProcess): Promise<void> =>
  hasEnded(child) ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()));
