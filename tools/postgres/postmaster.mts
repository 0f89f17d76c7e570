import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from '../lock.mjs';
import { clusterOf } from './data-folder.mts';

/** A PostgreSQL running from a data folder, according to its postmaster.pid. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** Returns false only where the system can show that the process is another program (a reused pid). */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

/** Returns the PostgreSQL that runs from this folder now, or null. Removes the pid file of one that has ended. */
export function runningFrom(folder: string): Postmaster | null {
  const file = path.join(clusterOf(folder), 'postmaster.pid');
  try {
    const [pid = 0, , , port = 0] = readFileSync(file, 'utf8').split('\n').map(Number);
    if (pid && port && isAlive(pid) && isPostgres(pid)) return { pid, port };
    if (pid) rmSync(file, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return null;
}
