import pg from 'pg';

/** Returns the administrator's address of a database. */
export const urlOf = (port: number, password: string, database: string): string =>
  `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/** Runs `work` on a separate connection. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined); // a lost server is reported by the failing query
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Returns whether the database answers: `not-yet` while it is unreachable or starting, `refused` when the password is
 * wrong.
 */
export async function answerOf(url: string): Promise<'yes' | 'not-yet' | 'refused'> {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return 'yes';
  } catch (error) {
    return (error as { code?: string }).code?.startsWith('28') ? 'refused' : 'not-yet';
  }
}

/** Creates the database if it does not exist. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const existing = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (existing.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}
