import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { watch, type RolldownOptions } from 'rolldown';
import { loadConfig } from 'rolldown/config';
import { buildProductIfChanged, stampFile } from './build/build-all.mts';
import { describeError } from './user-error.mts';
import { dataFolder, root } from './project.mts';
import { openDatabase } from './start/database.mts';
import { loadDemo } from './start/demo.mts';
import { claimFolder } from './start/one-instance.mts';
import type { StartOptions } from './start/options.mts';
import { migrate, programEnv, startProgram } from './start/programs.mts';
import { print, step } from './start/print.mts';
import { runProgram } from './start/run-program.mts';
import type { Shutdown } from './start/shutdown.mts';
import type { Supervised } from './start/supervise.mts';
import { waitForHealth } from './start/wait-for-health.mts';

const webPort = 4200;
const devHelp = `Usage: npm run dev [-- --empty]

Serves pages and API for development, on the data of npm start. A change of a page is shown at once. A change of the
server is built, its new migration steps are run, and server and worker are started again.

  http://localhost:${webPort}    the pages
  PORT=3000                the port of the API
  --empty                  start without the demo world

To debug, attach to 127.0.0.1:9229 (server) or 127.0.0.1:9230 (worker). Their logs are in .data/logs.`;

/** Server and worker, built from the sources and restarted after each build. */
class Programs {
  #running: Supervised[] = [];
  #turn = Promise.resolve();

  readonly #env: NodeJS.ProcessEnv;
  readonly #databaseUrl: string;
  readonly #shutdown: Shutdown;

  constructor(env: NodeJS.ProcessEnv, databaseUrl: string, shutdown: Shutdown) {
    this.#env = env;
    this.#databaseUrl = databaseUrl;
    this.#shutdown = shutdown;
  }

  /** Starts them again after those before it; a build during a restart waits for its turn. */
  restart(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#restart()).catch((error: unknown) => print(describeError(error)));
    return this.#turn;
  }

  async #restart(): Promise<void> {
    if (this.#shutdown.signal.aborted) return;
    await Promise.all(this.#running.map((program) => program.stop()));
    this.#running = [];
    const steps = await migrate({ ...this.#env, DATABASE_URL: this.#databaseUrl }, this.#shutdown.signal);
    const start = (name: 'serve' | 'work', inspect: number) =>
      startProgram(name, this.#env, this.#shutdown, [`--inspect=127.0.0.1:${inspect}`]);
    this.#running = [start('work', 9230), start('serve', 9229)];
    print(`  server      started again, migrations ${steps}`);
  }
}

/** Builds the server now and after each change. Resolves when it runs for the first time. */
async function watchServer(programs: Programs, shutdown: Shutdown): Promise<void> {
  const folder = path.join(root, 'apps', 'server');
  const options = (await loadConfig(path.join(folder, 'rolldown.config.mjs'))) as RolldownOptions;
  // Files of the build before stay: a program that is starting may still read them.
  const watcher = watch({ ...options, cwd: folder, output: { ...options.output, cleanDir: false } });
  shutdown.later(() => watcher.close());
  return new Promise((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') print(`The server could not be built:\n${event.error.message}`);
      if (event.code === 'END') void programs.restart().then(resolve);
    });
  });
}

/** Serves the pages from their sources. `/api` goes to the server. */
function servePages(env: NodeJS.ProcessEnv, shutdown: Shutdown): void {
  const nx = path.join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const words = ['run', '@tallgrunn/app-web:serve', `--port=${webPort}`, '--output-style=stream'];
  const child = spawn(process.execPath, [nx, ...words], {
    cwd: root,
    env: {
      ...env,
      API_PORT: env.PORT,
      PORT: String(webPort),
      NODE_ENV: 'development',
      NX_DAEMON: 'false',
      NX_TUI: 'false',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  child.once('exit', (code) => {
    if (!shutdown.signal.aborted) print(`The pages are no longer served: Angular's server ended with ${code}.`);
  });
  shutdown.later(() => void (child.exitCode === null && child.pid && process.kill(-child.pid, 'SIGTERM')));
}

async function develop(options: StartOptions, shutdown: Shutdown): Promise<void> {
  const address = `http://localhost:${webPort}`;
  const claim = claimFolder(dataFolder, address);
  shutdown.later(() => claim.release());
  // The command line, which loads the demo world, is built as for npm start.
  await step(
    'build',
    () => buildProductIfChanged(shutdown.signal),
    (built) => (built ? 'built' : 'up to date'),
  );
  rmSync(stampFile, { force: true }); // from here on the built server follows the sources
  const databaseUrl = await openDatabase(options, shutdown);
  const env = { ...programEnv(options, databaseUrl), PUBLIC_URL: address };
  await watchServer(new Programs(env, databaseUrl, shutdown), shutdown);
  await waitForHealth(`http://127.0.0.1:${options.port}`, 60_000, shutdown.signal);
  servePages(env, shutdown);
  if (!options.empty) await loadDemo(databaseUrl, env, shutdown.signal);
  print(`The pages are at ${address}. Ctrl-C stops everything.`);
}

await runProgram(devHelp, develop);
