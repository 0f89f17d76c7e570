import type { Client } from 'pg';

/** Security events are redirected while their cooperative moves, and never refused. */
const UNGUARDED = ['platform.security_event'];

/**
 * Puts the guard of a move before every statement that writes to a table of tenants, where it is missing. A table that a
 * later step creates gets it with that step's migration. Run it as the owner of the tables.
 */
export async function guardMoves(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'cooperative_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pgboss')
       and c.oid::regclass::text <> all ($1) and to_regproc('platform.refuse_while_moving') is not null
       and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'refuse_while_moving')`,
    [UNGUARDED],
  );
  for (const { name } of rows)
    await client.query(
      `create trigger refuse_while_moving before insert or update or delete on ${name} for each statement execute function platform.refuse_while_moving()`,
    );
}
