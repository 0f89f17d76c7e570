import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Client } from 'pg';
import { CopyIn } from '../copy-in.ts';
import { BackupRefused, type BackupManifest, type BackupTable } from './backup-manifest.ts';
import { listTables } from './backup-connection.ts';
import { passThroughDigest, RowDigest } from './row-digest.ts';

/** A foreign key that is dropped before the restore and added again after it. */
interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Fills the tables with the rows of a backup, as their owner, in the caller's transaction. Policies, triggers and
 * foreign keys are disabled meanwhile, so ownership is the only right needed. Adding the foreign keys again at the end
 * checks every row.
 */
export async function restoreTables(
  client: Client,
  folder: string,
  manifest: BackupManifest,
  schemas: readonly string[],
): Promise<void> {
  await client.query('set local role tallgrunn_owner');
  const existing = (await listTables(client, schemas)).map(({ name }) => name);
  requireSameTables(manifest, existing);
  const forced = await queryNames(
    client,
    `select c.oid::regclass::text as name from pg_class c where c.relforcerowsecurity and c.relnamespace::regnamespace::text = any ($1)`,
    schemas,
  );
  const keys = await foreignKeys(client, schemas);
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const table of forced) await client.query(`alter table ${table} no force row level security`);
  for (const table of existing) await client.query(`alter table ${table} disable trigger user`);
  await client.query(`truncate ${existing.join(', ')}`);
  for (const table of manifest.tables) await copyRowsIn(client, folder, table, table.name);
  for (const table of existing) await client.query(`alter table ${table} enable trigger user`);
  for (const table of forced) await client.query(`alter table ${table} force row level security`);
  for (const { table, name, definition } of keys)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  for (const { name, value, isCalled } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, isCalled]);
  await client.query('reset role');
}

/**
 * Inserts the jobs of a backup into the queue. Returns how many were skipped because this version has no such queue.
 */
export async function restoreJobs(client: Client, folder: string, jobs: BackupTable): Promise<number> {
  const list = jobs.columns.join(', ');
  await client.query('create temp table restored_job (like pgboss.job including defaults) on commit drop');
  await copyRowsIn(client, folder, jobs, 'restored_job');
  const { rowCount } = await client.query(
    `insert into pgboss.job (${list}) select ${list} from restored_job where name in (select name from pgboss.queue)`,
  );
  return jobs.rows - (rowCount ?? 0);
}

/**
 * Copies the rows of one file into a table.
 * @throws BackupRefused when count or hash differ from the manifest
 */
async function copyRowsIn(client: Client, folder: string, table: BackupTable, target: string): Promise<void> {
  const bytes = pipeline(
    createReadStream(path.join(folder, table.file)),
    createGunzip({ chunkSize: 64 * 1024 }),
    () => undefined,
  );
  const digest = new RowDigest();
  const source = Object.assign(passThroughDigest(bytes, digest), { destroy: () => void bytes.destroy() });
  const copy = new CopyIn(`copy ${target} (${table.columns.join(', ')}) from stdin`, source);
  client.query(copy as never); // a custom query object, which the types do not include
  await copy.done;
  if (digest.rows !== table.rows || digest.value() !== table.rowsHash)
    throw new BackupRefused(`The backup is damaged: ${table.file} does not hold the rows that its manifest tells of.`);
}

function requireSameTables({ tables, leftOut }: BackupManifest, existing: readonly string[]): void {
  const written = new Set([...tables.map(({ name }) => name), ...leftOut]);
  const lacking = existing.filter((name) => !written.has(name));
  const strange = tables.map(({ name }) => name).filter((name) => !existing.includes(name));
  if (lacking.length + strange.length > 0)
    throw new BackupRefused(
      `The backup does not fit the tables of its steps: ${[...lacking, ...strange].join(', ')}. Restore it with the version that wrote it.`,
    );
}

async function foreignKeys(client: Client, schemas: readonly string[]): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select k.conrelid::regclass::text as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and k.conparentid = 0 and c.relnamespace::regnamespace::text = any ($1) order by 1, 2`,
    [schemas],
  );
  return rows;
}

async function queryNames(client: Client, sql: string, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(sql, [schemas]);
  return rows.map(({ name }) => name);
}
