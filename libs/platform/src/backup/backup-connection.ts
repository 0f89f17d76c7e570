import { Client } from 'pg';
import { schemaOf, type Room } from '../room.ts';
import { BackupRefused, type BackupSequence } from './backup-manifest.ts';

/**
 * Settings that decide how values are written as text. They must be the same when a backup is written, restored and
 * compared.
 */
const TEXT_SETTINGS = [
  `set local client_encoding = 'UTF8'`,
  `set local datestyle = 'ISO, YMD'`,
  `set local intervalstyle = 'postgres'`,
  `set local timezone = 'UTC'`,
  `set local bytea_output = 'hex'`,
  `set local extra_float_digits = 1`,
  `set local statement_timeout = 0`,
  `set local idle_in_transaction_session_timeout = 0`,
];

/** A table as a backup reads and fills it, without generated columns. */
export interface TableColumns {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Returns the schemas of the platform and the rooms. */
export const schemasOf = (rooms: readonly Room[]): string[] => ['platform', ...rooms.map(({ name }) => schemaOf(name))];

/** Runs `work` on its own connection, in one transaction that starts with the statement `begin`. */
export async function inTransaction<T>(url: string, begin: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'tallgrunn-backup' });
  client.on('error', () => undefined); // the failing query reports it
  await client.connect();
  try {
    await client.query(begin);
    for (const setting of TEXT_SETTINGS) await client.query(setting);
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

/**
 * Makes the transaction see every row: as a role that row-level security does not bind, or as `tallgrunn_backup`.
 * @throws BackupRefused when neither is possible
 */
export async function readEverything(client: Client): Promise<void> {
  const { rows } = await client.query<{ unbound: boolean; backup: boolean | null }>(
    `select rolsuper or rolbypassrls as unbound, (select pg_has_role(oid, 'set') from pg_roles where rolname = 'tallgrunn_backup') as backup
     from pg_roles where rolname = current_user`,
  );
  if (rows[0]?.unbound) return;
  if (!rows[0]?.backup)
    throw new BackupRefused(
      'The role in DATABASE_URL may not read every row: run migrate, which makes the role tallgrunn_backup, or grant that role to it.',
    );
  // Policies that hide rows from auditors check these two settings only.
  await client.query(`select set_config('app.side', 'system', true), set_config('app.role', 'system', true)`);
  await client.query('set local role tallgrunn_backup');
}

/** Lists every table of the schemas, with its columns other than generated ones. */
export async function listTables(client: Client, schemas: readonly string[]): Promise<TableColumns[]> {
  const { rows } = await client.query<TableColumns>(
    `select c.oid::regclass::text as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace::regnamespace::text = any ($1)
     group by c.oid order by 1`,
    [schemas],
  );
  return rows;
}

/** Returns the columns of the job table; null when the queue does not exist. */
export async function jobColumns(client: Client): Promise<TableColumns | null> {
  return (await listTables(client, ['pgboss'])).find(({ name }) => name === 'pgboss.job') ?? null;
}

export async function readSequences(client: Client, schemas: readonly string[]): Promise<BackupSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'S' and c.relnamespace::regnamespace::text = any ($1) order by 1`,
    [schemas],
  );
  const sequences: BackupSequence[] = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    );
    sequences.push({ name, value: state[0]?.value ?? '1', isCalled: state[0]?.called ?? false });
  }
  return sequences;
}

/** Returns the SQL that writes the rows of a table as COPY text. */
export const copyOutSql = ({ name, columns }: TableColumns): string =>
  `copy (select ${columns.join(', ')} from ${name}) to stdout`;
