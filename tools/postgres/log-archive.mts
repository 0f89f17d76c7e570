import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../user-error.mts';
import { findPostgres } from './binaries.mts';
import { chooseRunAs, type RunAs } from './run-as.mts';

/** Maximum age of changes that are not in the archive yet, even when little is written. */
const ARCHIVE_TIMEOUT = '60s';

/** Returns the folder in the archive for completed segments of PostgreSQL's write-ahead log. */
export const logFolderOf = (archive: string): string => path.join(archive, 'wal');

function quoted(place: string): string {
  if (/['%\\]/.test(place))
    throw new UserError(`${place} has a quote, percent sign or backslash in its name: choose another folder.`);
  return `'${place}'`;
}

/** Returns true if PostgreSQL, as the user it runs as, may read or write in a folder. */
function canAccess(folder: string, right: 'r' | 'w', { prefix, identity }: RunAs): boolean {
  const [command = '', ...words] = [...prefix, '/bin/sh', '-c', `test -${right} "$0" && test -x "$0"`, folder];
  return spawnSync(command, words, { ...identity, cwd: '/' }).status === 0;
}

/**
 * Creates the folder of the archive and makes the user that PostgreSQL runs as its owner.
 * @throws UserError where that user cannot write there
 */
function prepareArchive(archive: string, postgresFolder: string): void {
  const folder = logFolderOf(archive);
  // PostgreSQL never runs as root, and must be able to pass through root's folder.
  mkdirSync(archive, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  mkdirSync(postgresFolder, { recursive: true, mode: 0o700 });
  const runAs = chooseRunAs(findPostgres(), postgresFolder);
  const { uid, gid } = runAs.identity;
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  if (!canAccess(folder, 'w', runAs))
    throw new UserError(
      `PostgreSQL may not write to ${folder} as the user it runs as: let that user pass through every folder above it, or choose another BACKUP_WAL_DIR.`,
    );
}

/**
 * Returns the settings for archiving the write-ahead log, so that the database can be restored to any minute.
 * @throws UserError on Windows
 */
export function archiveSettings(archive: string, postgresFolder: string): Record<string, string> {
  if (process.platform === 'win32')
    throw new UserError('BACKUP_WAL_DIR works on Linux and macOS: leave it out here, and use BACKUP_DIR.');
  prepareArchive(archive, postgresFolder);
  const place = (name: string) => quoted(logFolderOf(archive)).replace(/'$/, `/${name}'`);
  // A repeated identical segment is accepted, a different one with the same name is an error. A segment gets its name
  // when it is complete.
  const command = `if test -f ${place('%f')}; then cmp -s '%p' ${place('%f')}; else cp '%p' ${place('%f.part')} && mv ${place('%f.part')} ${place('%f')}; fi`;
  return { archive_mode: 'on', archive_command: command, archive_timeout: ARCHIVE_TIMEOUT };
}

/**
 * Returns the settings for replaying the archived write-ahead log until a moment; null: to the end.
 * @throws UserError where the user that PostgreSQL runs as cannot read the archive
 */
export function recoverySettings(archive: string, postgresFolder: string, at: Date | null): Record<string, string> {
  if (!canAccess(logFolderOf(archive), 'r', chooseRunAs(findPostgres(), postgresFolder)))
    throw new UserError(
      `PostgreSQL may not read ${logFolderOf(archive)} as the user it runs as: give that folder to this user, and let it pass through every folder above it and above ${postgresFolder}.`,
    );
  const from = quoted(logFolderOf(archive)).replace(/'$/, `/%f'`);
  return {
    restore_command: `cp ${from} '%p'`,
    ...(at && { recovery_target_time: at.toISOString().replace('T', ' ').replace('Z', '+00') }),
    recovery_target_action: 'promote',
  };
}
