import type { Client } from 'pg';
import { appliedSteps } from '../migration/schema-state.ts';
import { listTenantTables } from '../tenants/tenant-tables.ts';
import type { MoveOptions } from './move-options.ts';
import { MoveRejected } from './move-rejected.ts';
import { tableKinds } from './plan-move.ts';

/** Columns that say when an installation took reference data in. They may differ. */
const TIME_TYPES = ['timestamptz'];

/** @throws MoveRejected when the databases were not migrated by the same steps */
export async function requireSameSteps(source: Client, target: Client): Promise<void> {
  const [here, there] = [await appliedSteps(source), await appliedSteps(target)];
  if (there.length === 0)
    throw new MoveRejected('The target database has not been migrated: run migrate for it with this version first.');
  const hashes = new Map(there.map(({ name, sha256 }) => [name, sha256]));
  const names = new Set(here.map(({ name }) => name));
  const different = [
    ...here.filter(({ name, sha256 }) => hashes.get(name) !== sha256).map(({ name }) => name),
    ...there.filter(({ name }) => !names.has(name)).map(({ name }) => name),
  ];
  if (different.length > 0)
    throw new MoveRejected(
      `The databases differ in ${different.length} migration step(s) (${different[0]}): run migrate for both with this version.`,
    );
}

/** @throws MoveRejected when the role at the target may not write every table without policies, triggers and keys */
export async function requireTargetRights(target: Client): Promise<void> {
  const { rows } = await target.query<{ role: string; may: boolean | null }>(
    `select current_user as role, rolsuper or (rolbypassrls and has_parameter_privilege('session_replication_role', 'set')
       and (select pg_has_role(oid, 'usage') from pg_roles where rolname = 'tallgrunn_owner')) as may from pg_roles where rolname = current_user`,
  );
  if (rows[0]?.may !== true)
    throw new MoveRejected(
      `The role ${rows[0]?.role ?? ''} may not copy rows into the target database: use an administrator's, or run there: alter role ${rows[0]?.role ?? ''} bypassrls; grant set on parameter session_replication_role to ${rows[0]?.role ?? ''}; grant tallgrunn_owner to ${rows[0]?.role ?? ''};`,
    );
}

/** @throws MoveRejected when the role at the source may not mark the cooperative */
export async function requireSourceRights(source: Client): Promise<void> {
  const { rows } = await source.query<{ role: string; may: boolean | null }>(
    `select current_user as role, has_table_privilege('platform.cooperative_move', 'insert') and has_table_privilege('pgboss.job', 'update') as may`,
  );
  if (rows[0]?.may !== true)
    throw new MoveRejected(
      `The role ${rows[0]?.role ?? ''} may not mark the cooperative as moving: DATABASE_URL must be the owner's.`,
    );
}

/** Returns the first table at the target that has rows of the cooperative; null when none has. */
export async function tableWithRows(
  target: Client,
  options: Pick<MoveOptions, 'cooperativeId' | 'shared'>,
): Promise<string | null> {
  for (const name of await listTenantTables(target)) {
    const { rowCount } = await target.query(`select from ${name} where cooperative_id = $1 limit 1`, [
      options.cooperativeId,
    ]);
    if (rowCount) return name;
  }
  for (const { name, column } of options.shared.filter(({ idsOf }) => idsOf === 'cooperative')) {
    const { rowCount } = await target.query(`select from ${name} where ${column} = $1`, [options.cooperativeId]);
    if (rowCount) return name;
  }
  return null;
}

/** @throws MoveRejected when the target lacks reference data that rows may refer to by code */
export async function requireReferenceData(source: Client, target: Client, options: MoveOptions): Promise<void> {
  const lacking: string[] = [];
  for (const name of (await tableKinds(source, options)).reference) {
    const there = new Set(await rowHashes(target, name));
    const count = (await rowHashes(source, name)).filter((hash) => !there.has(hash)).length;
    if (count > 0) lacking.push(`${count} row(s) of ${name}`);
  }
  if (lacking.length > 0)
    throw new MoveRejected(
      `The target lacks reference data of the source: ${lacking.join(', ')}. Import the same releases there first.`,
    );
}

async function rowHashes(client: Client, name: string): Promise<string[]> {
  const { rows: times } = await client.query<{ column: string }>(
    `select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and atttypid = any ($2::regtype[])`,
    [name, TIME_TYPES],
  );
  const { rows } = await client.query<{ hash: string }>(
    `select md5((to_jsonb(t) - $1::text[])::text) as hash from ${name} t`,
    [times.map(({ column }) => column)],
  );
  return rows.map(({ hash }) => hash);
}

/** @throws MoveRejected when a copied row refers to a row that the target does not have */
export async function requireForeignKeys(target: Client, cooperativeId: string): Promise<void> {
  const { rows: keys } = await target.query<{ child: string; parent: string; on: string; set: string }>(
    `select k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent,
       string_agg(format('p.%I = t.%I', pa.attname, ca.attname), ' and ') as on, string_agg(format('t.%I is not null', ca.attname), ' and ') as set
     from pg_constraint k cross join lateral unnest(k.conkey, k.confkey) u (c, p)
     join pg_attribute ca on ca.attrelid = k.conrelid and ca.attnum = u.c join pg_attribute pa on pa.attrelid = k.confrelid and pa.attnum = u.p
     where k.contype = 'f' and k.conparentid = 0 and k.conrelid = any ($1::regclass[]) group by k.oid, k.conrelid, k.confrelid`,
    [await listTenantTables(target)],
  );
  for (const { child, parent, on, set } of keys) {
    const { rowCount } = await target.query(
      `select from ${child} t where t.cooperative_id = $1 and ${set} and not exists (select from ${parent} p where ${on}) limit 1`,
      [cooperativeId],
    );
    if (rowCount)
      throw new MoveRejected(`A row of ${child} refers to a row of ${parent} that the target does not have.`);
  }
}

/** Raises the sequences of identity columns above the copied values, so that no number is given twice. */
export async function raiseSequences(target: Client): Promise<void> {
  const { rows } = await target.query<{ table: string; column: string }>(
    `select a.attrelid::regclass::text as table, quote_ident(a.attname) as column from pg_attribute a where a.attidentity <> '' and a.attrelid = any ($1::regclass[])`,
    [await listTenantTables(target)],
  );
  for (const { table, column } of rows)
    await target.query(
      `select setval(s.name, greatest(nextval(s.name), (select max(t.${column}) from ${table} t))) from (select pg_get_serial_sequence($1, $2)::regclass as name) s`,
      [table, column.replaceAll('"', '')],
    );
}
