import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from 'pg';
import type { Config } from '../config.ts';
import { fileStorageOf } from '../files/file-storage-of.ts';
import { appliedSteps } from '../migration/schema-state.ts';
import type { Room } from '../room.ts';
import { programVersion } from '../version.ts';
import { BackUpFiles, isFileReferenced, type FileSources } from './back-up-files.ts';
import {
  BACKUP_FORMAT,
  backupName,
  BackupRefused,
  listBackups,
  MANIFEST,
  type BackupManifest,
  type BackupTable,
} from './backup-manifest.ts';
import {
  copyOutSql,
  inTransaction,
  jobColumns,
  listTables,
  readEverything,
  readSequences,
  schemasOf,
  type TableColumns,
} from './backup-connection.ts';
import { copyOut } from './copy-out.ts';
import { writeCompressed } from './hashed-files.ts';
import { passThroughDigest, RowDigest } from './row-digest.ts';
import { sealSecrets } from './seal-secrets.ts';

export interface BackupOptions {
  readonly config: Config;
  readonly rooms: readonly Room[];
  /** The folder of backups, in which this backup becomes a subfolder. */
  readonly to: string;
  readonly passphrase: string | null;
  /** Tables whose rows are excluded. */
  readonly leftOut: readonly string[];
}

export interface WrittenBackup {
  readonly folder: string;
  readonly manifest: BackupManifest;
}

const SNAPSHOT = 'begin isolation level repeatable read read only';
const UNFINISHED = '.unfinished-';
const DAY_MS = 24 * 3600_000;

/**
 * Writes a backup of the installation: all tables of one snapshot, the files their rows name, and the state of
 * sequences and jobs. Server and worker may keep running. The folder gets its final name last, so a folder with such a
 * name is complete.
 * @throws BackupRefused when the database has no tables of this product, or the role may not read them all
 */
export async function writeBackup(options: BackupOptions): Promise<WrittenBackup> {
  const { config, to } = options;
  await mkdir(to, { recursive: true, mode: 0o700 });
  await removeUnfinished(to);
  const name = backupName(new Date());
  const unfinished = path.join(to, `${UNFINISHED}${name}`);
  await mkdir(path.join(unfinished, 'tables'), { recursive: true, mode: 0o700 });
  try {
    const previous = (await listBackups(to))[0]?.folder ?? null;
    const files = new BackUpFiles(unfinished, sourcesOf(config), previous);
    await files.copyHeads();
    const contents = await inTransaction(config.ownerUrl, SNAPSHOT, (client) =>
      writeContents(client, unfinished, files, options),
    );
    if (options.passphrase) await sealSecrets(unfinished, config, options.passphrase);
    const manifest: BackupManifest = {
      ...contents,
      finishedAt: new Date().toISOString(),
      secrets: options.passphrase ? 'sealed' : 'apart',
      leftOut: options.leftOut,
    };
    await writeFile(path.join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    const folder = path.join(to, name);
    await rename(unfinished, folder);
    await syncFolder(to);
    return { folder, manifest };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

const sourcesOf = (config: Config): FileSources => {
  const { dataFolder, inboxFolder, auditHeadsFolder } = config;
  return {
    storage: fileStorageOf(config),
    dataFolder,
    inboxFolder: inboxFolder ?? path.join(dataFolder, 'inbox'),
    auditHeadsFolder: auditHeadsFolder ?? path.join(dataFolder, 'audit-heads'),
  };
};

async function writeContents(
  client: Client,
  folder: string,
  backUpFiles: BackUpFiles,
  { config, rooms, leftOut }: BackupOptions,
): Promise<Omit<BackupManifest, 'finishedAt' | 'secrets' | 'leftOut'>> {
  await readEverything(client);
  const { rows } = await client.query<{ at: Date; postgres: string }>(
    `select now() as at, current_setting('server_version') as postgres`,
  );
  const steps = await appliedSteps(client);
  if (steps.length === 0)
    throw new BackupRefused('There is nothing to back up: the database has none of our tables. Run migrate first.');
  const files = await backUpFiles.run(client, (place) =>
    inTransaction(config.ownerUrl, 'begin read only', async (later) => {
      await readEverything(later);
      return isFileReferenced(later, place);
    }),
  );
  const schemas = schemasOf(rooms);
  const tables: BackupTable[] = [];
  for (const table of await listTables(client, schemas))
    if (!leftOut.includes(table.name)) tables.push(await writeTable(client, folder, table));
  const jobs = await jobColumns(client);
  if (!jobs) throw new BackupRefused('The database has no queue of jobs: run migrate first.');
  return {
    format: BACKUP_FORMAT,
    version: programVersion(),
    postgres: rows[0]?.postgres ?? '',
    takenAt: (rows[0]?.at ?? new Date()).toISOString(),
    steps,
    tables,
    sequences: await readSequences(client, schemas),
    jobs: await writeTable(client, folder, jobs),
    files,
  };
}

async function writeTable(client: Client, folder: string, table: TableColumns): Promise<BackupTable> {
  const file = path.join('tables', `${table.name}.copy.gz`);
  const digest = new RowDigest();
  const rows = copyOut(client, copyOutSql(table));
  const written = await writeCompressed(path.join(folder, file), passThroughDigest(rows, digest));
  return { name: table.name, columns: table.columns, rows: digest.rows, rowsHash: digest.value(), file, ...written };
}

/** Deletes unfinished backups older than a day. A younger one may still be running. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(UNFINISHED)) continue;
    const place = path.join(folder, name);
    const { mtimeMs } = await stat(place);
    if (Date.now() - mtimeMs > DAY_MS) await rm(place, { recursive: true, force: true });
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null); // Windows cannot open folders
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
