import { Client } from 'pg';
import { appAddress } from '../config.ts';
import { RolesIncomplete } from './refusals.ts';

/** PostgreSQL error code: insufficient privilege. */
const NOT_PERMITTED = '42501';
const PASSWORD_PLACE = `'<the password in TALLGRUNN_APP_PASSWORD or APP_DATABASE_URL>'`;

/** A required property of the roles, and the statement that establishes it. */
interface Requirement {
  readonly isMet: () => Promise<boolean>;
  readonly statement: string;
  /** The statement as shown to an administrator, when it differs. */
  readonly shown?: string;
  /** Fallback when the statement is not permitted. */
  readonly alternative?: string;
}

/**
 * Creates the roles in the caller's transaction. Requirements already met are skipped. Roles that an administrator
 * made, or that other installations share, therefore need no privilege here.
 * @throws RolesIncomplete with the statements that the current role may not run
 */
export async function createRoles(client: Client, ownerUrl: string, appPassword: string): Promise<void> {
  const unpermitted: string[] = [];
  for (const { isMet, statement, shown, alternative } of await requirementsOf(client, ownerUrl, appPassword)) {
    if (await isMet()) continue;
    const isDone = (await runIfPermitted(client, statement)) || (await runIfPermitted(client, alternative));
    if (!isDone) unpermitted.push(shown ?? statement);
  }
  if (unpermitted.length === 0) return;
  const { rows } = await client.query<{ role: string }>('select current_user as role');
  throw new RolesIncomplete(rows[0]?.role ?? '', unpermitted);
}

async function requirementsOf(client: Client, ownerUrl: string, appPassword: string): Promise<Requirement[]> {
  const { rows } = await client.query<{ database: string; owner: string }>(
    'select current_database() as database, current_user as owner',
  );
  const database = client.escapeIdentifier(rows[0]?.database ?? '');
  const owner = client.escapeIdentifier(rows[0]?.owner ?? '');
  const isTrue = (sql: string) => async () => {
    const { rows: found } = await client.query<{ holds: boolean | null }>(`select (${sql}) as holds`);
    return found[0]?.holds === true;
  };
  const role = (name: string, options: string, alternative?: string): Requirement => ({
    isMet: isTrue(`exists (select from pg_roles where rolname = '${name}')`),
    statement: `create role ${name} ${options}`,
    ...(alternative && { alternative: `create role ${name} ${alternative}` }),
  });
  const privilege = (name: string, privileges: readonly string[]): Requirement => ({
    isMet: isTrue(
      privileges.map((each) => `has_database_privilege('${name}', current_database(), '${each}')`).join(' and '),
    ),
    statement: `grant ${privileges.join(', ')} on database ${database} to ${name}`,
  });
  const setRole = (name: string): Requirement => ({
    isMet: isTrue(`pg_has_role('${name}', 'set')`),
    statement: `grant ${name} to current_user with inherit false, set true`,
    shown: `grant ${name} to ${owner} with inherit false, set true`,
  });
  return [
    role('tallgrunn_owner', 'nologin'),
    role('tallgrunn_app', 'login'),
    // An operator may lack the right to grant BYPASSRLS; lines then go through a temporary table.
    role('tallgrunn_loader', 'nologin bypassrls', 'nologin'),
    role('tallgrunn_backup', 'nologin'),
    {
      isMet: () => canSignIn(appAddress(ownerUrl, appPassword)),
      statement: `alter role tallgrunn_app password ${client.escapeLiteral(appPassword)}`,
      shown: `alter role tallgrunn_app password ${PASSWORD_PLACE}`,
    },
    {
      isMet: isTrue(`pg_has_role('tallgrunn_owner', 'set') and pg_has_role('tallgrunn_owner', 'usage')`),
      statement: 'grant tallgrunn_owner to current_user',
      shown: `grant tallgrunn_owner to ${owner}`,
    },
    setRole('tallgrunn_backup'),
    {
      isMet: isTrue(`pg_has_role('tallgrunn_app', 'tallgrunn_loader', 'set')`),
      statement: 'grant tallgrunn_loader to tallgrunn_app with inherit false, set true',
    },
    privilege('tallgrunn_owner', ['create', 'connect', 'temporary']),
    privilege('tallgrunn_app', ['connect', 'temporary']),
  ];
}

/** Runs a statement in a savepoint. Returns false when it is not permitted; the transaction stays usable. */
async function runIfPermitted(client: Client, statement: string | undefined): Promise<boolean> {
  if (statement === undefined) return false;
  await client.query('savepoint before_role');
  try {
    await client.query(statement);
    await client.query('release savepoint before_role');
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== NOT_PERMITTED) throw error;
    await client.query('rollback to savepoint before_role');
    return false;
  }
}

/**
 * Returns whether a role can sign in with the password of an address. A role created in the open transaction cannot
 * sign in yet.
 */
async function canSignIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
