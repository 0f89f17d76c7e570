import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Client } from 'pg';
import type { FileStorage } from '../files/file-storage.ts';
import { migrate, type DeclaredWork } from '../migrate.ts';
import { ChangedSteps, NewerDatabase, UnsupportedDatabase } from '../migration/refusals.ts';
import { compareSteps } from '../migration/schema-state.ts';
import type { Room } from '../room.ts';
import { spoolName } from '../spool-lease.ts';
import { listTenantTables } from '../tenants/tenant-tables.ts';
import { BackupRefused, FILE_LIST, readManifest, type BackupFile, type BackupManifest } from './backup-manifest.ts';
import { inTransaction, readEverything, schemasOf } from './backup-connection.ts';
import { copyHashed } from './hashed-files.ts';
import { restoreJobs, restoreTables } from './restore-tables.ts';

export interface RestoreOptions {
  /** The folder of one backup. */
  readonly folder: string;
  readonly ownerUrl: string;
  readonly appPassword: string;
  readonly rooms: readonly Room[];
  readonly work: readonly DeclaredWork[];
  /** Target folders for the files; null: restore rows only. */
  readonly files: RestoreFolders | null;
}

export interface RestoreFolders {
  /** Target of stored files and of waiting uploads. */
  readonly storage: FileStorage;
  readonly dataFolder: string;
  readonly inboxFolder: string;
  readonly auditHeadsFolder: string;
}

export interface RestoredBackup {
  readonly manifest: BackupManifest;
  readonly files: number;
  /** Jobs of queues that this version does not have, which were not restored. */
  readonly jobsLeftOut: number;
}

const INSTALLATION_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Restores a backup into an empty database and a data folder. Files come first, then the tables at the backup's
 * migration steps, in one transaction. Call `migrate` afterwards for later steps and for the doors.
 * @throws BackupRefused, UnsupportedDatabase, NewerDatabase or ChangedSteps; no table rows are restored then
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoredBackup> {
  const { folder, ownerUrl, appPassword, rooms, work } = options;
  const manifest = await readManifest(folder);
  const { state, unknown, changed } = compareSteps(manifest.steps, rooms);
  if (state === 'unsupported') throw new UnsupportedDatabase();
  if (unknown.length > 0) throw new NewerDatabase(unknown);
  if (changed.length > 0) throw new ChangedSteps(changed);
  const schemas = schemasOf(rooms);
  await inTransaction(ownerUrl, 'begin', (client) => dropEmptySchemas(client, schemas));
  const files = options.files ? await restoreFiles(folder, options.files) : 0;
  const only = new Set(manifest.steps.map(({ name }) => name));
  await migrate({ ownerUrl, appPassword, rooms, work, only });
  const jobsLeftOut = await inTransaction(ownerUrl, 'begin', async (client) => {
    await restoreTables(client, folder, manifest, schemas);
    return restoreJobs(client, folder, manifest.jobs);
  });
  await analyze(ownerUrl, manifest);
  return { manifest, files, jobsLeftOut };
}

/**
 * Drops the tables of a migrated database that has no rows of any cooperative.
 * @throws BackupRefused when it has
 */
async function dropEmptySchemas(client: Client, schemas: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname = any ($1)`,
    [[...schemas, 'pgboss']],
  );
  if (rows.length === 0) return;
  await readEverything(client);
  for (const table of await listTenantTables(client)) {
    const { rowCount } = await client.query(`select from ${table} where cooperative_id <> $1 limit 1`, [
      INSTALLATION_ID,
    ]);
    if (rowCount)
      throw new BackupRefused(
        'The database is not empty, so nothing was restored: restore into a new data folder, or point DATABASE_URL at a new database.',
      );
  }
  await client.query('reset role');
  const ours = rows.map(({ name }) => name);
  if (ours.includes('pgboss')) await client.query('drop schema pgboss cascade');
  await client.query('set local role tallgrunn_owner');
  for (const name of ours.filter((each) => each !== 'pgboss')) await client.query(`drop schema ${name} cascade`);
}

/** Analyses the restored tables: a server that starts at once would otherwise plan for empty tables. */
async function analyze(ownerUrl: string, { tables }: BackupManifest): Promise<void> {
  await inTransaction(ownerUrl, 'begin', async (client) => {
    await client.query('set local role tallgrunn_owner');
    for (const { name, rows } of tables) if (rows > 0) await client.query(`analyze ${name}`);
  });
}

/** Yields the entries of a backup's file list. */
export async function* readFileList(folder: string): AsyncGenerator<BackupFile> {
  for await (const line of createInterface({ input: createReadStream(path.join(folder, FILE_LIST)) }))
    if (line !== '') yield JSON.parse(line) as BackupFile;
}

/** Kinds of files that are in the S3-compatible store where one is set. */
const SHARED = new Set(['files', 'spool']);

async function restoreFiles(folder: string, targets: RestoreFolders): Promise<number> {
  const { storage, dataFolder, inboxFolder, auditHeadsFolder } = targets;
  const roots: Readonly<Record<string, string>> = {
    files: path.join(dataFolder, 'files'),
    spool: path.join(dataFolder, 'spool'),
    inbox: inboxFolder,
    'audit-heads': auditHeadsFolder,
  };
  let count = 0;
  for await (const file of readFileList(folder)) {
    const [kind = '', ...rest] = file.path.split(/[\\/]/);
    const root = roots[kind];
    if (!root || rest.includes('..')) throw new BackupRefused(`The backup is damaged: it lists ${file.path}.`);
    const from = path.join(folder, file.path);
    if (storage.kind === 'disk' || !SHARED.has(kind)) await restoreFile(from, path.join(root, ...rest), file);
    else await restoreShared(from, [kind, ...rest].join('/'), file, targets);
    count += 1;
  }
  return count;
}

/** @throws BackupRefused when the file is not the one that was backed up */
async function restoreFile(from: string, target: string, file: BackupFile): Promise<void> {
  if ((await stat(target).catch(() => null))?.size === file.sizeBytes) return;
  const { sha256 } = await copyHashed(from, target);
  if (sha256 !== file.sha256)
    throw new BackupRefused(`The backup is damaged: ${file.path} is not the file that was backed up.`);
}

/** Restores a file to the S3-compatible store, through a local copy with a compared hash. */
async function restoreShared(
  from: string,
  key: string,
  file: BackupFile,
  { storage, dataFolder }: RestoreFolders,
): Promise<void> {
  if (await storage.exists(key)) return;
  const copy = path.join(dataFolder, 'spool', spoolName('restore-'));
  await restoreFile(from, copy, file);
  await storage.store(key, { path: copy, sizeBytes: file.sizeBytes, sha256: file.sha256 });
}
