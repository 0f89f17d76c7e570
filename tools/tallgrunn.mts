import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { buildCli, cliBundle } from './build/build-cli.mts';
import { UserError, describeError } from './user-error.mts';
import { dataFolder } from './project.mts';
import { addressOfRunning } from './start/one-instance.mts';
import type { RunningPostgres } from './postgres/start-postgres.mts';

/**
 * Commands that need no database. All others use the one of DATABASE_URL, otherwise the bundled one, which is started
 * if necessary.
 */
const withoutDatabase = new Set([
  'check',
  'read',
  'schema',
  'demo generate',
  'terms package',
  'backup list',
  'backup verify',
  'upgrade rehearse',
]);
const needsDatabase = ([first = '', second]: string[]) =>
  /^[a-z]/.test(first) && !withoutDatabase.has(first) && !withoutDatabase.has(`${first} ${second}`);
/** Returns true for commands that restore a backup as a dry run: they get a temporary PostgreSQL. */
const isDryRun = (words: string[]) =>
  ['backup verify', 'upgrade rehearse'].includes(words.slice(0, 2).join(' ')) &&
  !words.some((word) => word.startsWith('--scratch'));
const isHelp = (words: string[]) => words.includes('--help');

interface Bundle {
  tallgrunn(words: string[], output: unknown): Promise<number>;
  outputTo(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): unknown;
}

async function openDatabase(): Promise<RunningPostgres | null> {
  if (process.env.DATABASE_URL) return null;
  const { startPostgres } = await import('./postgres/start-postgres.mts');
  const { databaseName, postgresFolder } = await import('./start/database.mts');
  const running = await startPostgres({ folder: postgresFolder, database: databaseName });
  process.env.DATABASE_URL = running.url;
  return running.adopted ? null : running;
}

/** Starts a temporary PostgreSQL with an empty database. Returns the arguments that pass it to the command. */
async function openTemporaryDatabase(): Promise<{ words: string[]; stop: () => Promise<void> }> {
  const { startTemporaryPostgres } = await import('./postgres/throwaway.mts');
  const { ensureDatabase } = await import('./postgres/connect.mts');
  const running = await startTemporaryPostgres();
  await ensureDatabase(running.url, 'trial');
  process.env.TALLGRUNN_APP_PASSWORD = randomBytes(24).toString('hex');
  return {
    words: ['--scratch', Object.assign(new URL(running.url), { pathname: '/trial' }).toString()],
    stop: () => running.stop(),
  };
}

/**
 * Runs `restore --to DATA` a second time with DATA as the data folder, for both PostgreSQL and files. Returns null
 * without `--to`.
 */
function restoreTo(words: string[]): Promise<number> | null {
  const place = words.findIndex((word) => word === '--to' || word.startsWith('--to='));
  if (words[0] !== 'restore' || place < 0) return null;
  const [option = '', next = ''] = words.slice(place);
  const isJoined = option !== '--to';
  const to = path.resolve(process.env.INIT_CWD ?? process.cwd(), isJoined ? option.slice('--to='.length) : next);
  const rest = [...words.slice(0, place), ...words.slice(place + (isJoined ? 1 : 2))];
  const child = spawn(process.execPath, [...process.execArgv, import.meta.filename, ...rest], {
    env: { ...process.env, TALLGRUNN_DATA: to },
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', (code) => resolve(code ?? 3)));
}

async function run(words: string[]): Promise<number> {
  const elsewhere = restoreTo(words);
  if (elsewhere) return elsewhere;
  await buildCli();
  // File names are relative to where the command was typed, which npm stores in INIT_CWD.
  process.env.TALLGRUNN_DATA = dataFolder;
  // Links in invitations lead to the instance that runs from this folder.
  const address = process.env.PORT || process.env.PUBLIC_URL ? undefined : addressOfRunning(dataFolder);
  if (address) process.env.PUBLIC_URL = address;
  if (words[0] === 'restore' && addressOfRunning(dataFolder))
    throw new UserError(
      `Tallgrunn runs from ${dataFolder}: stop it before you restore, or name another folder with --to.`,
    );
  process.chdir(process.env.INIT_CWD ?? process.cwd());
  const started = needsDatabase(words) && !isHelp(words) ? await openDatabase() : null;
  const trial = isDryRun(words) && !isHelp(words) ? await openTemporaryDatabase() : null;
  try {
    const { tallgrunn, outputTo } = (await import(cliBundle)) as Bundle;
    return await tallgrunn([...words, ...(trial?.words ?? [])], outputTo(process.stdout, process.stderr));
  } finally {
    await started?.stop();
    await trial?.stop();
  }
}

const [first, ...rest] = process.argv.slice(2);
if (first === 'start') {
  process.argv.splice(2, 1);
  await import('./start.mts');
} else if (first === 'point-in-time') {
  const { pointInTime } = await import('./point-in-time.mts');
  process.exitCode = await pointInTime(rest).catch((error: unknown) => {
    process.stderr.write(`${describeError(error)}\n`);
    return 1;
  });
} else {
  process.exitCode = await run(first === undefined ? [] : [first, ...rest]).catch((error: unknown) => {
    process.stderr.write(`${describeError(error)}\n`);
    return 3;
  });
}
