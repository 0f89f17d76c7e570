import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from '../lock.mjs';
import { describeFullDisk, UserError } from '../user-error.mts';
import { unreadable } from '../postgres/explain-log.mts';

interface RunningInstance {
  pid: number;
  address: string;
}

export interface Claim {
  /** True when the previous supervisor was killed: its programs may need a moment to end. */
  readonly leftBehind: boolean;
  release(): void;
}

const fileIn = (folder: string): string => path.join(folder, 'running.json');

function readInstance(folder: string): RunningInstance | null {
  try {
    return JSON.parse(readFileSync(fileIn(folder), 'utf8')) as RunningInstance;
  } catch {
    return null;
  }
}

function runningInstance(folder: string): RunningInstance | null {
  const instance = readInstance(folder);
  return instance && isAlive(instance.pid) && isSupervisor(instance.pid) ? instance : null;
}

/** Returns the user's address of the instance that runs from this folder; undefined when none runs. */
export const addressOfRunning = (folder: string): string | undefined => runningInstance(folder)?.address;

/** Returns true unless the system shows that the pid belongs to another program. A pid may have been reused. */
function isSupervisor(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.mts');
  } catch {
    return process.platform !== 'linux';
  }
}

/**
 * Claims the data folder for this process.
 * @throws UserError when another supervisor has it
 */
export function claimFolder(folder: string, address: string): Claim {
  const instance = runningInstance(folder);
  if (instance)
    throw new UserError(
      `Tallgrunn already runs from ${folder} at ${instance.address} (process ${instance.pid}): stop it first, or set TALLGRUNN_DATA to another folder.`,
    );
  const leftBehind = readInstance(folder) !== null;
  try {
    // Files created from here on, also by the started programs, are for this user only. PostgreSQL never runs as root,
    // and must be able to pass through root's folder.
    process.umask(0o077);
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    writeFileSync(fileIn(folder), JSON.stringify({ pid: process.pid, address } satisfies RunningInstance), {
      mode: 0o600,
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST')
      throw new UserError(unreadable(folder));
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new UserError(describeFullDisk(folder));
    throw error;
  }
  return { leftBehind, release: () => rmSync(fileIn(folder), { force: true }) };
}
