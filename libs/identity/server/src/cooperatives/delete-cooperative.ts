import { Client } from 'pg';
import {
  deleteTenantFiles,
  deleteTenantJobs,
  deleteTenantRows,
  withTenantRowsVisible,
  type Config,
  type TenantDeletion,
} from '@tallgrunn/platform';

/**
 * Result of a deletion: numbers of rows and tables, number of people who belonged to no other cooperative, and the last
 * head of the audit chain.
 */
export interface CooperativeDeletion extends TenantDeletion {
  readonly cooperativeId: string;
  readonly name: string;
  readonly people: number;
}

/**
 * Deletes a cooperative completely, as the database owner: all rows of tenant tables, its jobs, files and e-mails in
 * the outbox. People and legal entities that belong to no other cooperative are deleted too. Runs in one transaction;
 * the files are deleted after the commit, unless another installation uses the same storage.
 * @throws Error when the cooperative does not exist
 */
export async function deleteCooperative(
  config: Config,
  cooperativeId: string,
  files: 'deleted' | 'retained' = 'deleted',
): Promise<CooperativeDeletion> {
  const client = new Client({ connectionString: config.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local role tallgrunn_owner');
    const { rows } = await client.query<{ name: string }>(
      'select name from identity.cooperative where id = $1 for update',
      [cooperativeId],
    );
    if (!rows[0]) throw new Error(`There is no cooperative with the id ${cooperativeId}.`);
    const deletion = await withTenantRowsVisible(client, async (tables) => {
      const members = await membersOf(client, cooperativeId);
      const deleted = await deleteTenantRows(client, tables, cooperativeId);
      return { ...deleted, people: await deletePeople(client, members) };
    });
    await client.query('delete from identity.cooperative where id = $1', [cooperativeId]);
    await client.query('reset role');
    await deleteTenantJobs(client, cooperativeId);
    await client.query('commit');
    if (files === 'deleted') await deleteTenantFiles(config, cooperativeId);
    return { cooperativeId, name: rows[0].name, ...deletion };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function membersOf(client: Client, cooperativeId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select distinct person_id as id from identity.membership where cooperative_id = $1',
    [cooperativeId],
  );
  return rows.map(({ id }) => id);
}

/** Deletes the members and legal entities that belong to no other cooperative. Returns the number of people. */
async function deletePeople(client: Client, members: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    'delete from identity.person p where p.id = any ($1) and not exists (select from identity.membership m where m.person_id = p.id) returning id',
    [members],
  );
  const ids = rows.map(({ id }) => id);
  await client.query(`delete from identity.session where sess->>'personId' = any ($1)`, [ids]);
  await client.query(
    'delete from identity.legal_entity e where not exists (select from identity.organisation o where o.legal_entity_id = e.id)',
  );
  return ids.length;
}
