import { existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isAlive } from '../lock.mjs';

const GIB = 2 ** 30;
const memoryDisk = '/dev/shm';

/** Both places where a run may have left a folder. */
export const scratchFolders = (): string[] => [os.tmpdir(), ...(existsSync(memoryDisk) ? [memoryDisk] : [])];

/** Memory that can be given out without swapping, in bytes; null where the system does not say. */
function availableMemory(): number | null {
  if (!existsSync('/proc/meminfo')) return null;
  const found = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'));
  return found ? Number(found[1]) * 1024 : null;
}

/**
 * Returns the folder for databases that live only during a run. It is in memory where there is plenty: a copy of a
 * template database takes a twentieth of the time it takes on a disk, and hundreds are made in a run of all tests.
 */
export function scratchFolder(): string {
  const memory = availableMemory();
  if (memory === null || memory < 16 * GIB || !existsSync(memoryDisk)) return os.tmpdir();
  const { bavail, bsize } = statfsSync(memoryDisk);
  return bavail * bsize < 10 * GIB ? os.tmpdir() : memoryDisk;
}

/**
 * Returns the folders with this prefix that runs left when they were killed. The owner's pid follows the prefix; names
 * without one are of older versions and are not returned.
 */
export const abandonedFolders = (prefix: string, places = scratchFolders()): string[] =>
  places.flatMap((scratch) =>
    readdirSync(scratch)
      .filter((entry) => entry.startsWith(prefix))
      .filter((entry) => {
        const owner = Number(entry.slice(prefix.length).split('-')[0]);
        return owner > 0 && !isAlive(owner);
      })
      .map((entry) => path.join(scratch, entry)),
  );
