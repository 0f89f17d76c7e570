import type { Client } from 'pg';

/**
 * Lets the role `tallgrunn_backup` read every row of the named schemas and nothing else, through policies for that
 * role. A backup then needs neither a superuser nor BYPASSRLS. Run it as the owner of the tables, or, for a schema
 * without policies, as the owner of the schema.
 */
export async function grantBackupAccess(client: Client, schemas: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relkind in ('r', 'p') and c.relrowsecurity and c.relnamespace::regnamespace::text = any ($1)
       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'backup_reads')`,
    [schemas],
  );
  for (const { name } of rows)
    await client.query(`create policy backup_reads on ${name} for select to tallgrunn_backup using (true)`);
  for (const schema of schemas) {
    await client.query(`grant usage on schema ${schema} to tallgrunn_backup`);
    await client.query(`grant select on all tables in schema ${schema} to tallgrunn_backup`);
    await client.query(`grant select on all sequences in schema ${schema} to tallgrunn_backup`);
  }
}
