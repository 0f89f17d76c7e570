import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../../user-error.mts';
import { findPostgres } from '../../postgres/binaries.mts';
import { answerOf } from '../../postgres/connect.mts';
import { freePort } from '../../postgres/free-port.mts';
import { chooseRunAs } from '../../postgres/run-as.mts';

export type PoolMode = 'session' | 'transaction';

const PATIENCE_MS = 20_000;

/** Whether PgBouncer is installed on this machine. */
export const hasPooler = (): boolean => spawnSync('pgbouncer', ['--version']).status === 0;

/** PgBouncer in front of one PostgreSQL at a time. */
export class Pooler {
  readonly #folder: string;
  readonly #mode: PoolMode;
  readonly #database: string;
  #port = 0;
  #child: ChildProcess | undefined;

  constructor(folder: string, mode: PoolMode, database: string) {
    this.#folder = folder;
    this.#mode = mode;
    this.#database = database;
  }

  get #log(): string {
    return path.join(this.#folder, 'pgbouncer.log');
  }

  /** Chooses the port, so that its address is known before there is a PostgreSQL behind it. */
  async choosePort(): Promise<number> {
    this.#port = await freePort();
    return this.#port;
  }

  /** Starts PgBouncer for one user, who is known by the same password on both sides. */
  async start(postgresPort: number, user: string, password: string): Promise<void> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    writeFileSync(path.join(this.#folder, 'users.txt'), `"${user}" "${password}"\n`, { mode: 0o600 });
    this.#write(postgresPort);
    const log = openSync(this.#log, 'a', 0o600);
    const { prefix, identity } = chooseRunAs(findPostgres(), this.#folder);
    const [command = '', ...words] = [...prefix, 'pgbouncer', path.join(this.#folder, 'pgbouncer.ini')];
    this.#child = spawn(command, words, { ...identity, cwd: this.#folder, stdio: ['ignore', log, log] });
    closeSync(log);
    const url = `postgres://${user}:${password}@127.0.0.1:${this.#port}/${this.#database}`;
    for (const last = performance.now() + PATIENCE_MS; performance.now() < last; await pause(100))
      if ((await answerOf(url)) === 'yes') return;
    throw new UserError(`PgBouncer does not answer:\n${this.logged()}`);
  }

  /** Sends all later transactions to another PostgreSQL, without a restart. */
  pointTo(postgresPort: number): void {
    this.#write(postgresPort);
    this.#child?.kill('SIGHUP');
  }

  logged(): string {
    return readFileSync(this.#log, 'utf8').slice(-2000);
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGQUIT'); // at once: SIGTERM waits for the clients
    await gone;
  }

  #write(postgresPort: number): void {
    const lines = [
      '[databases]',
      `${this.#database} = host=127.0.0.1 port=${postgresPort}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${this.#port}`,
      'unix_socket_dir =',
      'auth_type = scram-sha-256',
      `auth_file = ${path.join(this.#folder, 'users.txt')}`,
      `pool_mode = ${this.#mode}`,
      'max_client_conn = 400',
      `default_pool_size = ${this.#mode === 'session' ? 90 : 30}`,
      'max_prepared_statements = 200',
      'server_login_retry = 1',
      '',
    ];
    writeFileSync(path.join(this.#folder, 'pgbouncer.ini'), lines.join('\n'), { mode: 0o600 });
  }
}
