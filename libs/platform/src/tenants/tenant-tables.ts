import type { Client } from 'pg';

/**
 * SQL: tenant tables from the database catalogue, that is every table with a column cooperative_id, without partitions.
 */
const tenantTablesSql = `select c.oid::regclass::text as name from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'cooperative_id' and not a.attisdropped
  where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pgboss') order by 1`;

export async function listTenantTables(client: Pick<Client, 'query'>): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(tenantTablesSql);
  return rows.map(({ name }) => name);
}
