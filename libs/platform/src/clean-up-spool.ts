import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

const HOUR_MS = 3600_000;

/**
 * Deletes what a killed server left in the spool: files and folders not written to for an hour. File times are real
 * time, so this uses the real clock. Returns how many were deleted.
 * @param inUse returns which of the names a row still needs; these stay, however old they are
 */
export async function cleanUpSpool(
  folder: string,
  inUse: (names: readonly string[]) => Promise<ReadonlySet<string>>,
  now = Date.now(),
): Promise<number> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const ages = await Promise.all(
    names.map(async (name) => ({ name, touched: await lastModifiedMs(path.join(folder, name)) })),
  );
  const old = ages.filter(({ touched }) => now - touched > HOUR_MS).map(({ name }) => name);
  if (old.length === 0) return 0;
  const needed = await inUse(old);
  const orphans = old.filter((name) => !needed.has(name));
  for (const name of orphans) await rm(path.join(folder, name), { recursive: true, force: true });
  return orphans.length;
}

/** Returns when a file, or anything in a folder, was last modified (ms since the epoch). */
async function lastModifiedMs(place: string): Promise<number> {
  const stats = await stat(place).catch(() => null);
  if (!stats) return Infinity; // deleted meanwhile
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = await Promise.all(
    (await readdir(place).catch(() => [] as string[])).map((name) => lastModifiedMs(path.join(place, name))),
  );
  return Math.max(stats.mtimeMs, ...inside.filter(Number.isFinite));
}
