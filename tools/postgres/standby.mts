import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../user-error.mts';
import { withClient } from './connect.mts';
import { copyForStandby } from './point-in-time.mts';
import { startPostgres, type RunningPostgres } from './start-postgres.mts';

const SLOT = 'standby';
const PATIENCE_MS = 60_000;

export interface StandbyOptions {
  /** The administrator's address of the primary. */
  readonly primaryUrl: string;
  readonly primaryFolder: string;
  readonly folder: string;
  readonly database: string;
  readonly settings: Record<string, string>;
}

/** Waits until the primary sends to one standby that has all of its log. */
async function waitForStreaming(primaryUrl: string): Promise<void> {
  for (const last = performance.now() + PATIENCE_MS; performance.now() < last; await pause(200)) {
    const isStreaming = await withClient(primaryUrl, async (client) => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_replication where state = 'streaming'`,
      );
      return rows[0]?.n === 1;
    });
    if (isStreaming) return;
  }
  throw new UserError('The standby does not receive the log of the primary: see its postgres.log.');
}

/**
 * Starts a standby of a running PostgreSQL. Afterwards a commit is acknowledged only when the standby has stored it, so
 * that nothing is lost when the primary disappears.
 */
export async function startStandby(options: StandbyOptions): Promise<RunningPostgres> {
  const { primaryUrl, primaryFolder, folder, database, settings } = options;
  await withClient(primaryUrl, (client) =>
    client.query('select pg_create_physical_replication_slot($1, true)', [SLOT]),
  );
  await copyForStandby(primaryUrl, primaryFolder, folder);
  const { hostname, port, username, password } = new URL(primaryUrl);
  const primary = `host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)}`;
  const standby = await startPostgres({
    folder,
    database,
    settings: { ...settings, primary_conninfo: primary, primary_slot_name: SLOT },
  });
  await waitForStreaming(primaryUrl);
  await withClient(primaryUrl, async (client) => {
    await client.query(`alter system set synchronous_standby_names = '*'`);
    await client.query('select pg_reload_conf()');
  });
  return standby;
}

/** Makes a standby accept writes. */
export const promoteStandby = ({ url }: RunningPostgres): Promise<void> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ done: boolean }>('select pg_promote(true, 60) as done');
    if (!rows[0]?.done) throw new UserError('The standby was not promoted within a minute.');
  });
