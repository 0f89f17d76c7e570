import { zipSync, type Zippable } from 'fflate';

/**
 * The time of every entry. Built from local parts, because a zip entry stores local time: the bytes are the same
 * everywhere.
 */
const entryTime = new Date(2026, 0, 1, 12, 0, 0);

/** Packs the files in the order given. The same files give the same bytes. */
export function packZip(files: Record<string, Uint8Array>): Uint8Array {
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, [bytes, { mtime: entryTime, level: 6 }]]),
  );
  return zipSync(entries);
}
