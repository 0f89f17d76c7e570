import { buildCli, cliBundle } from './build/build-cli.mts';
import { sentenceOf } from './plain-problem.mts';
import { dataFolder } from './project.mts';
import { addressOfRunning } from './start/one-instance.mts';
import type { RunningPostgres } from './postgres/start-postgres.mts';

/** Commands that need the database: without DATABASE_URL they use the one that npm start brings along, started for them if it must. */
const withDatabase = new Set(['migrate', 'set-up', 'import', 'export', 'evidence', 'remake']);
const needsDatabase = ([first = '', second]: string[]) =>
  withDatabase.has(first) || (first === 'demo' && second === 'load');
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

async function run(words: string[]): Promise<number> {
  await buildCli();
  // Files are named from where the command was typed, which npm keeps in INIT_CWD.
  process.env.TALLGRUNN_DATA = dataFolder;
  // Links in invitations point at what runs from this folder.
  const address = process.env.PORT || process.env.PUBLIC_URL ? undefined : addressOfRunning(dataFolder);
  if (address) process.env.PUBLIC_URL = address;
  process.chdir(process.env.INIT_CWD ?? process.cwd());
  const started = needsDatabase(words) && !isHelp(words) ? await openDatabase() : null;
  try {
    const { tallgrunn, outputTo } = (await import(cliBundle)) as Bundle;
    return await tallgrunn(words, outputTo(process.stdout, process.stderr));
  } finally {
    await started?.stop();
  }
}

const [first, ...rest] = process.argv.slice(2);
if (first === 'start') {
  process.argv.splice(2, 1);
  await import('./start.mts');
} else {
  process.exitCode = await run(first === undefined ? [] : [first, ...rest]).catch((error: unknown) => {
    process.stderr.write(`${sentenceOf(error)}\n`);
    return 3;
  });
}
