import { Client } from 'pg';

/**
 * Runs a function in one transaction as the owner of the database. Factor sets, series and price margins are imported
 * by the operator of the service; the application can only read them.
 */
export async function runAsOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local role tallgrunn_owner');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.end();
  }
}
