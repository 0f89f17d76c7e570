import path from 'node:path';
import { buildProductIfChanged } from './build/build-all.mts';
import { UserError } from './user-error.mts';
import { isFreeSoon } from './postgres/free-port.mts';
import { dataFolder, root } from './project.mts';
import { openDatabase } from './start/database.mts';
import { loadDemo } from './start/demo.mts';
import { claimFolder } from './start/one-instance.mts';
import { startHelp, type StartOptions } from './start/options.mts';
import { print, step } from './start/print.mts';
import { migrate, programEnv, startProgram } from './start/programs.mts';
import { runProgram } from './start/run-program.mts';
import type { Shutdown } from './start/shutdown.mts';
import { supervise } from './start/supervise.mts';
import { waitForHealth } from './start/wait-for-health.mts';

const healthPatienceMs = 60_000;
const leftPatienceMs = 20_000;

/**
 * Starts the backup program if backups are configured. It runs as the owner of the database, which server and worker
 * never do.
 */
function startBackups(env: NodeJS.ProcessEnv, shutdown: Shutdown): void {
  if (!process.env.BACKUP_DIR || process.env.BACKUP_EVERY === 'never') return;
  const words = [path.join(root, 'dist', 'apps', 'cli', 'main.js'), 'backup', '--watch'];
  const program = supervise(
    { name: 'backup', words, env, cwd: root, logFile: path.join(dataFolder, 'logs', 'backup.log') },
    print,
  );
  shutdown.later(() => program.stop());
  print(`Backups are written to ${process.env.BACKUP_DIR}.`);
}

/** Starts the two programs and waits for the first answer. If the server ends before that, its reason is reported. */
async function startServer(address: string, env: NodeJS.ProcessEnv, shutdown: Shutdown): Promise<string> {
  startProgram('work', env, shutdown);
  const serve = startProgram('serve', env, shutdown);
  const fell = serve.firstFall.then((how) => {
    // A program that cannot start because of its configuration prints one line and exits with 78.
    const [ended, ...lines] = how.split('\n');
    throw new UserError(ended === 'ended with code 78' ? (lines.at(-1) ?? how) : `The server did not start, it ${how}`);
  });
  if (!(await Promise.race([waitForHealth(address, healthPatienceMs, shutdown.signal), fell]))) {
    throw new UserError(
      `The server did not answer within ${healthPatienceMs / 1000} s: see ${path.join(dataFolder, 'logs')}.`,
    );
  }
  fell.catch(() => undefined); // later exits are reported by the supervisor
  return address;
}

async function start(options: StartOptions, shutdown: Shutdown): Promise<void> {
  const began = performance.now();
  const address = `http://${['127.0.0.1', '0.0.0.0', '::'].includes(options.host) ? 'localhost' : options.host}:${options.port}`;
  const claim = claimFolder(dataFolder, process.env.PUBLIC_URL ?? address);
  shutdown.later(() => claim.release());
  // Programs of a killed supervisor end by themselves, and may occupy the port until then.
  if (!(await isFreeSoon(options.port, options.host, claim.leftBehind ? leftPatienceMs : 0)))
    throw new UserError(
      `Port ${options.port} is taken: stop what uses it, or choose another with PORT=${options.port + 1} npm start.`,
    );
  print('Tallgrunn');
  await step(
    'build',
    () => buildProductIfChanged(shutdown.signal),
    (built) => (built ? 'built' : 'up to date'),
  );
  const databaseUrl = await openDatabase(options, shutdown);
  const env = programEnv(options, databaseUrl);
  await step(
    'migrate',
    () => migrate({ ...env, DATABASE_URL: databaseUrl }, shutdown.signal),
    (outcome) => outcome,
  );
  await step(
    'server',
    () => startServer(address, env, shutdown),
    (where) => where,
  );
  startBackups({ ...env, DATABASE_URL: databaseUrl }, shutdown);
  print(`Ready in ${((performance.now() - began) / 1000).toFixed(1)} s. Ctrl-C stops everything.`);
  if (options.empty && !process.env.SMTP_URL)
    print(`E-mail is not sent: SMTP_URL is not set. E-mails are stored in ${path.join(dataFolder, 'outbox')}.`);
  if (!options.empty) await loadDemo(databaseUrl, env, shutdown.signal);
}

await runProgram(startHelp, start);
