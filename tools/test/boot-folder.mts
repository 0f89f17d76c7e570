import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../lock.mjs';
import { runningFrom } from '../postgres/postmaster.mts';
import { abandonedFolders, scratchFolder, scratchFolders } from '../postgres/scratch-folder.mts';
import { addressOfRunning } from '../start/one-instance.mts';

const prefix = 'tallgrunn-boot-';
const patienceMs = 5_000;

/** Creates the data folder of a product that a test run starts. Its name contains the pid of the run. */
export const createBootFolder = (place = scratchFolder()): string =>
  mkdtempSync(path.join(place, `${prefix}${process.pid}-`));

/**
 * Removes the data folders of killed test runs, and ends the PostgreSQL that still runs from one. A folder with a
 * running supervisor is left to the next run: the supervisor ends soon after its test run. Returns the removed folders.
 */
export async function removeAbandonedBoots(places = scratchFolders()): Promise<string[]> {
  const removed: string[] = [];
  for (const folder of abandonedFolders(prefix, places)) {
    if (addressOfRunning(folder) !== undefined) continue;
    await endPostgres(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    removed.push(folder);
  }
  return removed;
}

async function endPostgres(folder: string): Promise<void> {
  for (const name of readdirSync(folder).filter((each) => each.startsWith('postgres-'))) {
    const left = runningFrom(path.join(folder, name));
    if (!left) continue;
    process.kill(left.pid, 'SIGQUIT'); // at once: its data are removed next
    for (const until = performance.now() + patienceMs; isAlive(left.pid) && performance.now() < until;) await pause(50);
  }
}
