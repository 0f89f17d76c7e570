import { readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../lock.mjs';
import { clusterOf } from './data-folder.mts';

const patienceMs = 5_000;

/** Whether this is a session or background process of a PostgreSQL whose working folder is `cluster`. */
function isOrphanOf(cluster: string, pid: string): boolean {
  try {
    return (
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('postgres: ') &&
      readlinkSync(`/proc/${pid}/cwd`) === cluster
    );
  } catch {
    return false; // another user's, or just ended
  }
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has ended meanwhile
    }
  }
}

/**
 * Ends the sessions that a killed PostgreSQL left in this folder. A session in the middle of a long statement does not
 * notice that its server is gone, and PostgreSQL does not start beside it. Call it only when no server runs from the
 * folder. Does nothing where the system has no /proc.
 */
export async function endOrphans(folder: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const cluster = realpathSync(clusterOf(folder));
  const orphans = readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && isOrphanOf(cluster, pid))
    .map(Number);
  signal(orphans, 'SIGQUIT'); // PostgreSQL's "immediate" shutdown, heard at once
  for (const until = performance.now() + patienceMs; orphans.some(isAlive) && performance.now() < until;)
    await pause(50);
  signal(orphans, 'SIGKILL');
}
