import type { Client } from 'pg';
import { listTables } from '../backup/backup-connection.ts';
import { listTenantTables } from '../tenants/tenant-tables.ts';
import type { MoveOptions, SharedTable } from './move-options.ts';
import { MoveRejected } from './move-rejected.ts';
import type { MovedTable } from './moved-rows.ts';

/** Tables by what a move does with them. Together they are all tables of the schemas. */
export interface TableKinds {
  /** Tables of tenants: the rows of the cooperative move. */
  readonly tenant: readonly string[];
  /** Tables without a tenant that have rows of cooperatives. */
  readonly shared: readonly string[];
  /** Tables of the installation: their rows stay. */
  readonly staying: readonly string[];
  /** Published data that rows refer to by code: the target must have every row of the source. */
  readonly reference: readonly string[];
}

/** Sorts the tables of the catalogue. A table that no list names is reference data, and compared before a move. */
export async function tableKinds(
  client: Client,
  { schemas, shared, staying }: Pick<MoveOptions, 'schemas' | 'shared' | 'staying'>,
): Promise<TableKinds> {
  const tenant = new Set(await listTenantTables(client));
  const others = (await listTables(client, schemas)).map(({ name }) => name).filter((name) => !tenant.has(name));
  const isShared = (name: string) => shared.some((table) => table.name === name);
  const stays = (name: string) => name.startsWith('platform.') || staying.includes(name);
  return {
    tenant: [...tenant],
    shared: others.filter(isShared),
    staying: others.filter((name) => !isShared(name) && stays(name)),
    reference: others.filter((name) => !isShared(name) && !stays(name)),
  };
}

/** The shared rows that the cooperative's rows refer to, and what the target has of them. */
export interface SharedRows {
  /** Ids that move, by the table that has them. */
  readonly moving: ReadonlyMap<string, readonly string[]>;
  readonly alreadyThere: Readonly<Record<string, number>>;
  /** Ids of the source and the ids of the target with the same identity, by table. */
  readonly mapped: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * Decides which shared rows move.
 * @throws MoveRejected when the target has the same person under another id
 */
export async function planSharedRows(source: Client, target: Client, options: MoveOptions): Promise<SharedRows> {
  const moving = new Map<string, readonly string[]>([['cooperative', [options.cooperativeId]]]);
  const alreadyThere: Record<string, number> = {};
  const mapped = new Map<string, ReadonlyMap<string, string>>();
  for (const table of options.shared) {
    if (table.idsOf !== table.name) continue;
    const ids = await referredIds(source, table, options.cooperativeId);
    const there = await existingIds(target, table, ids);
    const others = ids.filter((id) => !there.has(id));
    const same = await sameIdentities(source, target, table, others);
    if (same.size > 0 && table.identity?.whenDifferentId === 'rejected')
      throw new MoveRejected(
        `${same.size} ${table.identity.label} of the cooperative have another id in the target database, and are not merged: ${[...same.values()].map(({ identity }) => identity).join(', ')}. Change the address at one of the two ends, and run the command again.`,
      );
    mapped.set(table.name, new Map([...same].map(([id, { targetId }]) => [id, targetId])));
    moving.set(
      table.name,
      others.filter((id) => !same.has(id)),
    );
    alreadyThere[table.name] = there.size;
  }
  return { moving, alreadyThere, mapped };
}

/** Returns the ids of a shared table in any uuid column of the cooperative's rows, whether or not a key declares it. */
async function referredIds(source: Client, shared: SharedTable, cooperativeId: string): Promise<string[]> {
  const { rows: columns } = await source.query<{ table: string; single: string[]; lists: string[] }>(
    `select c.oid::regclass::text as table, array_remove(array_agg(case when a.atttypid = 'uuid'::regtype then quote_ident(a.attname) end), null)::text[] as single,
       array_remove(array_agg(case when a.atttypid = 'uuid[]'::regtype then quote_ident(a.attname) end), null)::text[] as lists
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)
     where c.oid = any ($1::regclass[]) and a.attname <> 'cooperative_id' and a.attgenerated = ''
       and not exists (select from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid and a.attnum = any (k.conkey) and k.confrelid <> $2::regclass)
     group by c.oid`,
    [await listTenantTables(source), shared.name],
  );
  const ids = new Set<string>();
  for (const { table, single, lists } of columns) {
    const parts = [
      `array[${single.map((column) => `t.${column}`).join(', ')}]::uuid[]`,
      ...lists.map((column) => `t.${column}`),
    ];
    const { rows } = await source.query<{ id: string }>(
      `select distinct s.${shared.column} as id from ${table} t cross join lateral unnest(${parts.join(' || ')}) v (id)
       join ${shared.name} s on s.${shared.column} = v.id where t.cooperative_id = $1`,
      [cooperativeId],
    );
    for (const { id } of rows) ids.add(id);
  }
  return [...ids].toSorted();
}

async function existingIds(
  target: Client,
  { name, column }: SharedTable,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await target.query<{ id: string }>(
    `select ${column} as id from ${name} where ${column} = any ($1)`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Returns the ids whose identity the target has under another id, with that id. */
async function sameIdentities(
  source: Client,
  target: Client,
  { name, column, identity }: SharedTable,
  ids: readonly string[],
): Promise<Map<string, { targetId: string; identity: string }>> {
  if (!identity || ids.length === 0) return new Map();
  const { rows } = await source.query<{ id: string; identity: string }>(
    `select ${column} as id, ${identity.sql} as identity from ${name} where ${column} = any ($1)`,
    [ids],
  );
  const { rows: there } = await target.query<{ id: string; identity: string }>(
    `select ${column} as id, ${identity.sql} as identity from ${name} where ${identity.sql} = any ($1)`,
    [rows.map((row) => row.identity)],
  );
  const byIdentity = new Map(there.map((row) => [row.identity, row.id]));
  return new Map(
    rows.flatMap((row) => {
      const targetId = byIdentity.get(row.identity);
      return targetId === undefined ? [] : [[row.id, { targetId, identity: row.identity }] as const];
    }),
  );
}

/** Returns the tenant tables of the cooperative, with references to mapped rows replaced. */
export async function planTenantTables(
  source: Client,
  { schemas, cooperativeId }: Pick<MoveOptions, 'schemas' | 'cooperativeId'>,
  mapped: SharedRows['mapped'],
): Promise<MovedTable[]> {
  const tenant = new Set(await listTenantTables(source));
  const replaced = await mappedColumns(source, mapped);
  return (await listTables(source, schemas))
    .filter(({ name }) => tenant.has(name))
    .map(({ name, columns }) => ({
      name,
      columns,
      values: columns.map((column) => replaced.get(`${name}.${column}`) ?? `t.${column}`),
      condition: `t.cooperative_id = '${cooperativeId}'::uuid`,
    }));
}

export async function planSharedTables(
  source: Client,
  { schemas, shared }: Pick<MoveOptions, 'schemas' | 'shared'>,
  { moving }: Pick<SharedRows, 'moving'>,
): Promise<MovedTable[]> {
  const columnsOf = new Map((await listTables(source, schemas)).map(({ name, columns }) => [name, columns]));
  return shared.map(({ name, column, idsOf }) => {
    const columns = columnsOf.get(name) ?? [];
    return {
      name,
      columns,
      values: columns.map((each) => `t.${each}`),
      condition: `t.${column} = any ('{${(moving.get(idsOf) ?? []).join(',')}}'::uuid[])`,
    };
  });
}

/** Returns SQL for each column that refers to a mapped row by a foreign key. */
async function mappedColumns(source: Client, mapped: SharedRows['mapped']): Promise<Map<string, string>> {
  const replaced = new Map<string, string>();
  for (const [name, ids] of mapped) {
    if (ids.size === 0) continue;
    const { rows } = await source.query<{ table: string; column: string }>(
      `select k.conrelid::regclass::text as table, quote_ident(a.attname) as column from pg_constraint k
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1] where k.contype = 'f' and k.confrelid = $1::regclass`,
      [name],
    );
    const json = JSON.stringify(Object.fromEntries(ids));
    for (const { table, column } of rows)
      replaced.set(`${table}.${column}`, `coalesce(('${json}'::jsonb ->> t.${column}::text)::uuid, t.${column})`);
  }
  return replaced;
}
