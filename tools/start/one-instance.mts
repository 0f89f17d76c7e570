import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from '../lock.mjs';
import { fullDisk, PlainProblem } from '../plain-problem.mts';
import { unreadable } from '../postgres/explain-log.mts';

interface Holder {
  pid: number;
  address: string;
}

export interface Claim {
  /** True when the previous supervisor was killed: its programs may need a moment to end. */
  readonly leftBehind: boolean;
  release(): void;
}

const fileIn = (folder: string): string => path.join(folder, 'running.json');

function writtenIn(folder: string): Holder | null {
  try {
    return JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function holderOf(folder: string): Holder | null {
  const holder = writtenIn(folder);
  return holder && isAlive(holder.pid) && isSupervisor(holder.pid) ? holder : null;
}

/** Returns the user's address of the instance that runs from this folder; undefined when none runs. */
export const addressOfRunning = (folder: string): string | undefined => holderOf(folder)?.address;

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
 * @throws PlainProblem when another supervisor has it
 */
export function claimFolder(folder: string, address: string): Claim {
  const holder = holderOf(folder);
  if (holder)
    throw new PlainProblem(
      `Tallgrunn already runs from ${folder} at ${holder.address} (process ${holder.pid}): stop it first, or set TALLGRUNN_DATA to another folder.`,
    );
  const leftBehind = writtenIn(folder) !== null;
  try {
    // Files created from here on, also by the started programs, are for this user only. PostgreSQL never runs as root,
    // and must be able to pass through root's folder.
    process.umask(0o077);
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    writeFileSync(fileIn(folder), JSON.stringify({ pid: process.pid, address } satisfies Holder), { mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST')
      throw new PlainProblem(unreadable(folder));
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new PlainProblem(fullDisk(folder));
    throw error;
  }
  return { leftBehind, release: () => rmSync(fileIn(folder), { force: true }) };
}
