import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../user-error.mts';
import { withClient } from './connect.mts';
import { clusterOf } from './data-folder.mts';
import { logFolderOf, recoverySettings } from './log-archive.mts';
import { startPostgres } from './start-postgres.mts';

/** A copy of the whole cluster: the start for replaying the archived log. */
export interface BaseCopy {
  readonly folder: string;
  /** Earliest moment that it can be restored to. */
  readonly consistentAt: string;
}

const DESCRIPTION = 'base.json';
/** Files that belong to the running process or are created at start. The write-ahead log comes from the archive. */
const EXCLUDED_FILES =
  /^(postmaster\.(pid|opts)|pg_(wal|dynshmem|notify|replslot|serial|snapshots|stat_tmp|subtrans)\/.+)$|pgsql_tmp/;

/** Empty folders that PostgreSQL expects in a copy that was made without them. */
const EXPECTED_FOLDERS = [
  'pg_wal',
  'pg_wal/archive_status',
  'pg_wal/summaries',
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];

/** Copies a tree. Files may disappear during the copy. */
function copyCluster(from: string, to: string): void {
  mkdirSync(to, { mode: 0o700 });
  const names = (folder: string) => readdirSync(path.join(from, folder), { withFileTypes: true });
  const copy = (folder: string): void => {
    for (const entry of names(folder)) {
      const place = path.posix.join(folder, entry.name);
      if (EXCLUDED_FILES.test(place)) continue;
      if (entry.isDirectory()) {
        mkdirSync(path.join(to, place), { mode: 0o700 });
        copy(place);
      } else if (entry.isFile()) {
        try {
          copyFileSync(path.join(from, place), path.join(to, place));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error; // a table dropped meanwhile: the write-ahead log contains that
        }
      }
    }
  };
  copy('');
}

function createExpectedFolders(cluster: string): void {
  for (const name of EXPECTED_FOLDERS) mkdirSync(path.join(cluster, name), { recursive: true, mode: 0o700 });
}

/**
 * Copies a cluster that is in use, without its write-ahead log. Returns the earliest moment that the copy can be brought
 * to.
 */
async function copyRunningCluster(url: string, from: string, to: string, waitForArchive = true): Promise<string> {
  // One session from start to stop: PostgreSQL discards the backup when the session ends.
  return withClient(url, async (client) => {
    await client.query(`select pg_backup_start('tallgrunn', true)`);
    copyCluster(from, to);
    const { rows } = await client.query<{ label: string; at: Date }>(
      'select labelfile as label, clock_timestamp() as at from pg_backup_stop($1)',
      [waitForArchive],
    );
    writeFileSync(path.join(to, 'backup_label'), rows[0]?.label ?? '', { mode: 0o600 });
    return (rows[0]?.at ?? new Date()).toISOString();
  });
}

/**
 * Copies a running cluster to a new folder, from which a standby can start. A replication slot must keep the
 * write-ahead log from before the copy.
 */
export async function copyForStandby(url: string, postgresFolder: string, standbyFolder: string): Promise<void> {
  mkdirSync(standbyFolder, { recursive: true, mode: 0o700 });
  await copyRunningCluster(url, clusterOf(postgresFolder), clusterOf(standbyFolder), false);
  createExpectedFolders(clusterOf(standbyFolder));
  copyFileSync(path.join(postgresFolder, 'password'), path.join(standbyFolder, 'password'));
  writeFileSync(path.join(clusterOf(standbyFolder), 'standby.signal'), '', { mode: 0o600 });
}

async function requireArchiving(url: string): Promise<void> {
  const failing = await withClient(url, async (client) => {
    const { rows } = await client.query<{ mode: string; failed: string | null }>(
      `select current_setting('archive_mode') as mode, case when last_failed_time > coalesce(last_archived_time, '-infinity') then last_failed_wal end as failed from pg_stat_archiver`,
    );
    return rows[0];
  });
  if (failing?.mode !== 'on')
    throw new UserError('PostgreSQL does not archive its log: set BACKUP_WAL_DIR, and start Tallgrunn again.');
  if (failing.failed)
    throw new UserError(
      `PostgreSQL cannot archive its log (${failing.failed}): see postgres.log in its folder, and make room or rights where BACKUP_WAL_DIR is.`,
    );
}

/** Copies the running cluster to the archive. The database may be used meanwhile. */
export async function copyBase(url: string, postgresFolder: string, archive: string): Promise<BaseCopy> {
  await requireArchiving(url);
  const name = new Date().toISOString().slice(0, 19).replaceAll(':', '-') + 'Z';
  const unfinished = path.join(archive, 'base', `.unfinished-${name}`);
  const folder = path.join(archive, 'base', name);
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  try {
    const consistentAt = await copyRunningCluster(url, clusterOf(postgresFolder), clusterOf(unfinished));
    copyFileSync(path.join(postgresFolder, 'password'), path.join(unfinished, 'password'));
    writeFileSync(path.join(unfinished, DESCRIPTION), JSON.stringify({ consistentAt }), { mode: 0o600 });
    renameSync(unfinished, folder);
    return { folder, consistentAt };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** Lists the base copies of an archive, newest first. */
export function listBases(archive: string): BaseCopy[] {
  const folder = path.join(archive, 'base');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
  return names
    .toSorted()
    .reverse()
    .map((name) => {
      const place = path.join(folder, name);
      const { consistentAt } = JSON.parse(readFileSync(path.join(place, DESCRIPTION), 'utf8')) as BaseCopy;
      return { folder: place, consistentAt };
    });
}

/**
 * Creates a cluster in a new folder as it was at a moment; null: at the end of the archived log. Returns the moment of
 * its last change.
 */
export async function recover(
  archive: string,
  postgresFolder: string,
  database: string,
  at: Date | null,
): Promise<{ base: string; lastChangeAt: string | null }> {
  const base = listBases(archive).find(({ consistentAt }) => at === null || new Date(consistentAt) <= at);
  if (!base)
    throw new UserError(
      `${archive} holds no copy from before ${at?.toISOString() ?? 'now'}: the first moment to restore to is ${listBases(archive).at(-1)?.consistentAt ?? 'after the first "point-in-time base"'}.`,
    );
  if (existsSync(clusterOf(postgresFolder)))
    throw new UserError(`${postgresFolder} holds a database already, so nothing was restored: name another folder.`);
  mkdirSync(postgresFolder, { recursive: true, mode: 0o700 });
  copyCluster(clusterOf(base.folder), clusterOf(postgresFolder));
  copyFileSync(path.join(base.folder, 'password'), path.join(postgresFolder, 'password'));
  createExpectedFolders(clusterOf(postgresFolder));
  writeFileSync(path.join(clusterOf(postgresFolder), 'recovery.signal'), '', { mode: 0o600 });
  const running = await startPostgres({
    folder: postgresFolder,
    database,
    settings: recoverySettings(archive, postgresFolder, at),
  });
  try {
    return { base: base.folder, lastChangeAt: await waitUntilRecovered(running.url, running.gone(), archive, at) };
  } finally {
    await running.stop();
  }
}

async function waitUntilRecovered(
  url: string,
  gone: Promise<void>,
  archive: string,
  at: Date | null,
): Promise<string | null> {
  let isGone = false;
  void gone.then(
    () => (isGone = true),
    () => undefined,
  );
  for (;;) {
    if (isGone)
      throw new UserError(
        `The log in ${logFolderOf(archive)} ends before ${at?.toISOString() ?? 'it leads anywhere'}: name an earlier moment, or leave --at out to restore all there is.`,
      );
    const state = await withClient(url, async (client) => {
      const { rows } = await client.query<{ busy: boolean; at: Date | null }>(
        'select pg_is_in_recovery() as busy, pg_last_xact_replay_timestamp() as at',
      );
      return rows[0];
    }).catch(() => null);
    if (state && !state.busy) return state.at?.toISOString() ?? null;
    await pause(100);
  }
}
