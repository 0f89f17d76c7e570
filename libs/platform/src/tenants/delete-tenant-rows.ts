import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from 'pg';
import type { Config } from '../config.ts';
import { fileStorageOf } from '../files/file-storage-of.ts';
import { listTenantTables } from './tenant-tables.ts';

/** The newest link of a tenant's audit chain. */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
}

export interface TenantDeletion {
  readonly rows: number;
  readonly tables: number;
  /** Head of the audit chain before the deletion; null when it had none. */
  readonly lastHead: AuditHead | null;
}

interface Rows {
  readonly table: string;
  readonly count: number;
}

/** PostgreSQL error code: foreign key violation. */
const FOREIGN_KEY = '23503';

/**
 * Lets the table owner see the rows of all tenants while `work` runs. `work` gets the table names. Runs in the caller's
 * transaction.
 */
export async function withTenantRowsVisible<T>(
  client: Client,
  work: (tables: readonly string[]) => Promise<T>,
): Promise<T> {
  const tables = await listTenantTables(client);
  for (const table of tables) await client.query(`alter table ${table} no force row level security`);
  const result = await work(tables);
  for (const table of tables) await client.query(`alter table ${table} force row level security`);
  return result;
}

/** Deletes a tenant's rows from all its tables. Call it inside `withTenantRowsVisible`. */
export async function deleteTenantRows(
  client: Client,
  tables: readonly string[],
  cooperativeId: string,
): Promise<TenantDeletion> {
  const lastHead = await headOf(client, cooperativeId);
  const deleted = await deleteRows(client, tables, cooperativeId);
  return { rows: deleted.reduce((sum, { count }) => sum + count, 0), tables: deleted.length, lastHead };
}

/** Deletes the queued jobs of a tenant. */
export async function deleteTenantJobs(client: Client, cooperativeId: string): Promise<void> {
  await client.query(`delete from pgboss.job where data -> 'actor' ->> 'cooperativeId' = $1`, [cooperativeId]);
}

/** Deletes a tenant's stored files, and its e-mails in the outbox. */
export async function deleteTenantFiles(config: Config, cooperativeId: string): Promise<void> {
  const { dataFolder } = config;
  await rm(path.join(dataFolder, 'files', cooperativeId), { recursive: true, force: true });
  const storage = fileStorageOf(config);
  for await (const { key } of storage.list(`files/${cooperativeId}/`)) await storage.delete(key);
  const outbox = path.join(dataFolder, 'outbox');
  for (const name of await readdir(outbox).catch(() => [] as string[]))
    if (name.includes(cooperativeId)) await rm(path.join(outbox, name), { force: true });
}

async function headOf(client: Client, cooperativeId: string): Promise<AuditHead | null> {
  const { rows } = await client.query<{ sequence: string; hash: string }>(
    `select sequence, encode(hash, 'hex') as hash from platform.audit_link where cooperative_id = $1 order by sequence desc limit 1`,
    [cooperativeId],
  );
  return rows[0] ? { sequence: Number(rows[0].sequence), hash: rows[0].hash } : null;
}

/** Deletes from each table once no foreign key references its rows: in rounds, until none is left. */
async function deleteRows(client: Client, tables: readonly string[], cooperativeId: string): Promise<Rows[]> {
  const deleted: Rows[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const blocked: string[] = [];
    for (const table of waiting) {
      const count = await deleteFrom(client, table, cooperativeId);
      if (count === null) blocked.push(table);
      else deleted.push({ table, count });
    }
    if (blocked.length === waiting.length)
      return [...deleted, ...(await deleteFromCircularTables(client, blocked, cooperativeId))];
    waiting = blocked;
  }
  return deleted;
}

/**
 * Deletes from tables with circular foreign keys. The keys are dropped and added again, which checks all remaining
 * rows.
 */
async function deleteFromCircularTables(
  client: Client,
  tables: readonly string[],
  cooperativeId: string,
): Promise<Rows[]> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where contype = 'f' and conparentid = 0 and conrelid = any ($1::regclass[]) and confrelid = any ($1::regclass[])`,
    [tables],
  );
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  const deleted: Rows[] = [];
  for (const table of tables) {
    const count = await deleteFrom(client, table, cooperativeId);
    if (count === null) throw new Error(`Rows outside the cooperative point at ${table}.`);
    deleted.push({ table, count });
  }
  for (const { table, name, definition } of keys)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  return deleted;
}

/** Returns how many rows were deleted; null when other rows still reference them. */
async function deleteFrom(client: Client, table: string, cooperativeId: string): Promise<number | null> {
  await client.query('savepoint before_table');
  try {
    await client.query(`alter table ${table} disable trigger user`);
    const { rowCount } = await client.query(`delete from ${table} where cooperative_id = $1`, [cooperativeId]);
    await client.query(`alter table ${table} enable trigger user`);
    await client.query('release savepoint before_table');
    return rowCount ?? 0;
  } catch (error) {
    if ((error as { code?: string }).code !== FOREIGN_KEY) throw error;
    await client.query('rollback to savepoint before_table');
    return null;
  }
}
