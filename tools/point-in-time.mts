import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from './user-error.mts';
import { copyNewFiles } from './start/copy-files.mts';

const help = `Usage: npm run -s tallgrunn -- point-in-time base [--to FOLDER]
       npm run -s tallgrunn -- point-in-time restore --to DATA [--from FOLDER] [--at MOMENT]

For the PostgreSQL that comes along. base copies the running database to the archive, from where the log leads on; run it once a day. restore
makes a new data folder as it was at a moment, from the newest copy before it and the log after it.

  --to FOLDER     the archive; BACKUP_WAL_DIR when left out. For restore: the new data folder
  --from FOLDER   the archive; BACKUP_WAL_DIR when left out
  --at MOMENT     as 2026-12-01T10:15:00Z; all there is when left out

Prints {"folder", "consistentAt", "files"} for base, and {"base", "dataFolder", "lastChangeAt", "files"} for restore.`;

function momentOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const moment = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) || Number.isNaN(moment.getTime()))
    throw new UserError(`--at is a moment as 2026-12-01T10:15:00Z, and not "${text}".`);
  return moment;
}

/** Runs `tallgrunn point-in-time`. Only the bundled PostgreSQL supports it, because it works on the data folder. */
export async function pointInTime(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      from: { type: 'string' },
      at: { type: 'string' },
      help: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const [act] = positionals;
  if (values.help) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  const place = (text: string | undefined) => text && path.resolve(process.env.INIT_CWD ?? process.cwd(), text);
  const archive = place(act === 'base' ? values.to : values.from) ?? place(process.env.BACKUP_WAL_DIR);
  if ((act !== 'base' && act !== 'restore') || !archive || (act === 'restore' && !values.to)) {
    process.stderr.write(`${help}\n`);
    return 2;
  }
  if (process.env.S3_ENDPOINT || process.env.S3_BUCKET)
    process.stderr.write(
      `The stored files are in the bucket ${process.env.S3_BUCKET} and not in the archive: its versioning must protect them.\n`,
    );
  const print = (result: object) => process.stdout.write(`${JSON.stringify(result)}\n`);
  print(
    act === 'base' ? await createBase(archive) : await restore(archive, place(values.to) ?? '', momentOf(values.at)),
  );
  return 0;
}

async function createBase(archive: string): Promise<object> {
  const { adoptPostgres } = await import('./postgres/start-postgres.mts');
  const { copyBase } = await import('./postgres/point-in-time.mts');
  const { databaseName, postgresFolder } = await import('./start/database.mts');
  const { dataFolder } = await import('./project.mts');
  const running = await adoptPostgres(postgresFolder, databaseName);
  if (!running) throw new UserError(`No PostgreSQL runs from ${postgresFolder}: start Tallgrunn first.`);
  const copy = await copyBase(running.url, postgresFolder, archive);
  return { ...copy, files: await copyNewFiles(path.join(dataFolder, 'files'), path.join(archive, 'files')) };
}

async function restore(archive: string, to: string, at: Date | null): Promise<object> {
  const { recover } = await import('./postgres/point-in-time.mts');
  const { databaseName, postgresFolder } = await import('./start/database.mts');
  const folder = path.join(to, path.basename(postgresFolder));
  if (existsSync(path.join(to, 'running.json')))
    throw new UserError(`Tallgrunn runs from ${to}: name a new folder with --to.`);
  // PostgreSQL never runs as root, and must be able to pass through root's folder.
  mkdirSync(to, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const recovered = await recover(archive, folder, databaseName, at);
  const files = await copyNewFiles(path.join(archive, 'files'), path.join(to, 'files'));
  return { base: recovered.base, dataFolder: to, lastChangeAt: recovered.lastChangeAt, files };
}
