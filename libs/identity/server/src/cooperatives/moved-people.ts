import { Client } from 'pg';
import type { SharedTable } from '@tallgrunn/platform';

/**
 * Tables of this room without a tenant whose rows move with a cooperative. People are recognised by their id alone: two
 * accounts with one e-mail address are never merged. A legal entity is its organisation number.
 */
export const sharedIdentityTables: readonly SharedTable[] = [
  { name: 'identity.cooperative', column: 'id', idsOf: 'cooperative' },
  {
    name: 'identity.legal_entity',
    column: 'id',
    idsOf: 'identity.legal_entity',
    identity: { sql: 'org_number', whenDifferentId: 'mapped', label: 'organisation numbers' },
  },
  {
    name: 'identity.person',
    column: 'id',
    idsOf: 'identity.person',
    identity: { sql: 'lower(email)', whenDifferentId: 'rejected', label: 'people' },
  },
  { name: 'identity.passkey', column: 'person_id', idsOf: 'identity.person' },
  { name: 'identity.totp_secret', column: 'person_id', idsOf: 'identity.person' },
  { name: 'identity.recovery_code', column: 'person_id', idsOf: 'identity.person' },
];

/** Tables of this room whose rows end with the installation: sessions, links for a new password, attempts to sign in. */
export const stayingIdentityTables: readonly string[] = [
  'identity.session',
  'identity.password_reset',
  'identity.attempt',
];

/** Returns the cooperatives of a database with this id or name, as its owner. */
export async function findStoredCooperatives(url: string, idOrName: string): Promise<{ id: string; name: string }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; name: string }>(
      'select id, name from identity.cooperative where id::text = $1 or name = $1 order by name, id',
      [idOrName],
    );
    return rows;
  } finally {
    await client.end();
  }
}
