import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeFullDisk, UserError } from '../user-error.mts';
import { binaryOf } from './binaries.mts';
import { damaged, explainLog, unreadable } from './explain-log.mts';
import type { RunAs } from './run-as.mts';

/** A new cluster takes about 40 MB, and PostgreSQL needs room for its write-ahead log. */
const roomBytesMin = 200 * 1024 * 1024;

export const clusterOf = (folder: string): string => path.join(folder, 'cluster');
export const logOf = (folder: string): string => path.join(folder, 'postgres.log');
const passwordFileOf = (folder: string) => path.join(folder, 'password');

/**
 * Creates the folder if it is missing.
 * @throws UserError if this user cannot use the folder or its disk is full
 */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const disk = statfsSync(folder);
    if (disk.bavail * disk.bsize < roomBytesMin) throw new UserError(describeFullDisk(folder));
    if (existsSync(clusterOf(folder))) readFileSync(path.join(clusterOf(folder), 'PG_VERSION'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') throw new UserError(unreadable(folder));
    if (code === 'ENOENT') throw new UserError(damaged(folder));
    throw error;
  }
}

/**
 * Returns the administrator's password of this cluster; null when the folder has no cluster yet.
 * @throws UserError if the password file is missing or unreadable
 */
export function readPassword(folder: string): string | null {
  if (!existsSync(clusterOf(folder))) return null;
  try {
    return readFileSync(passwordFileOf(folder), 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(code === 'ENOENT' ? damaged(folder) : unreadable(folder));
  }
}

/**
 * Creates a cluster with a generated password. It gets its final name last, so an interrupted creation starts from
 * scratch.
 */
export function createCluster(home: string, folder: string, runAs: RunAs, durable: boolean): void {
  const unfinished = `${clusterOf(folder)}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const passwordFile = passwordFileOf(folder);
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const { uid, gid } = runAs.identity;
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid);
  const options = [
    '-D',
    unfinished,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ];
  const [command = '', ...words] = [
    ...runAs.prefix,
    binaryOf(home, 'initdb'),
    ...options,
    ...(durable ? [] : ['--no-sync']),
  ];
  const made = spawnSync(command, words, {
    ...runAs.identity,
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (made.status !== 0) throw new UserError(explainLog(`${made.stdout}\n${made.stderr}`, folder));
  renameSync(unfinished, clusterOf(folder));
}
