import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import type { Config } from '@tallgrunn/platform';
import { listTenantTables } from './tenant-tables.ts';

/** Result of a deletion: rows by table, people who took part in nothing else, and the head that the audit chain had. */
export interface CooperativeDeletion {
  readonly cooperativeId: string;
  readonly name: string;
  readonly rows: number;
  readonly tables: number;
  readonly people: number;
  readonly lastHead: { readonly sequence: number; readonly hash: string } | null;
}

interface Rows {
  readonly table: string;
  readonly count: number;
}

/** PostgreSQL: another table still points here. */
const FOREIGN_KEY = '23503';

/**
 * Deletes one cooperative whole, as the database's owner: every row of every table of tenants, its jobs, its files, its e-mails in the
 * outbox, and people and legal entities that take part in nothing else. One transaction; the files go after it.
 */
export async function deleteCooperative(config: Config, cooperativeId: string): Promise<CooperativeDeletion> {
  const client = new Client({ connectionString: config.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local role tallgrunn_owner');
    const { rows } = await client.query<{ name: string }>('select name from identity.cooperative where id = $1 for update', [cooperativeId]);
    if (!rows[0]) throw new Error(`There is no cooperative with the id ${cooperativeId}.`);
    const tables = await listTenantTables(client);
    for (const table of tables) await client.query(`alter table ${table} no force row level security`);
    const lastHead = await headOf(client, cooperativeId);
    const members = await membersOf(client, cooperativeId);
    const deleted = await deleteRows(client, tables, cooperativeId);
    const people = await deletePeople(client, members);
    await client.query('delete from identity.legal_entity e where not exists (select from identity.organisation o where o.legal_entity_id = e.id)');
    await client.query('delete from identity.cooperative where id = $1', [cooperativeId]);
    for (const table of tables) await client.query(`alter table ${table} force row level security`);
    await client.query('reset role');
    await client.query(`delete from pgboss.job where data -> 'actor' ->> 'cooperativeId' = $1`, [cooperativeId]);
    await client.query('commit');
    await removeFiles(config.dataFolder, cooperativeId);
    return { cooperativeId, name: rows[0].name, rows: deleted.reduce((sum, { count }) => sum + count, 0), tables: deleted.length, people, lastHead };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function headOf(client: Client, cooperativeId: string): Promise<CooperativeDeletion['lastHead']> {
  const { rows } = await client.query<{ sequence: string; hash: string }>(`select sequence, encode(hash, 'hex') as hash from platform.audit_link where cooperative_id = $1 order by sequence desc limit 1`, [cooperativeId]);
  return rows[0] ? { sequence: Number(rows[0].sequence), hash: rows[0].hash } : null;
}

async function membersOf(client: Client, cooperativeId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select distinct person_id as id from identity.membership where cooperative_id = $1', [cooperativeId]);
  return rows.map(({ id }) => id);
}

/** Deletes from each table once nothing points at its rows any more: in rounds, until none is left. */
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
    if (blocked.length === waiting.length) return [...deleted, ...(await deleteCircle(client, blocked, cooperativeId))];
    waiting = blocked;
  }
  return deleted;
}

/** Deletes from tables that point at each other in a circle: their foreign keys are taken away and made anew, which checks all rows that stay. */
async function deleteCircle(client: Client, tables: readonly string[], cooperativeId: string): Promise<Rows[]> {
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
  for (const { table, name, definition } of keys) await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  return deleted;
}

/** Returns how many rows went; null where other rows still point at them. */
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

async function deletePeople(client: Client, members: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ id: string }>('delete from identity.person p where p.id = any ($1) and not exists (select from identity.membership m where m.person_id = p.id) returning id', [members]);
  const ids = rows.map(({ id }) => id);
  await client.query(`delete from identity.session where sess->>'personId' = any ($1)`, [ids]);
  return ids.length;
}

async function removeFiles(dataFolder: string, cooperativeId: string): Promise<void> {
  await rm(path.join(dataFolder, 'files', cooperativeId), { recursive: true, force: true });
  const outbox = path.join(dataFolder, 'outbox');
  for (const name of await readdir(outbox).catch(() => [] as string[])) if (name.includes(cooperativeId)) await rm(path.join(outbox, name), { force: true });
}
