import { copyFile, mkdir, readdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';

const MINUTE_MS = 60_000;

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => path.join(folder, entry.name));
}

async function copyFolder(folder: string, target: string): Promise<number> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  const existing = new Set(await readdir(target));
  let count = 0;
  for (const name of await readdir(folder)) {
    if (existing.has(name)) continue;
    const part = path.join(target, `.${name}.part`);
    try {
      await copyFile(path.join(folder, name), part);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue; // deleted meanwhile
      throw error;
    }
    await rename(part, path.join(target, name));
    count += 1;
  }
  return count;
}

/**
 * Copies the stored files that are missing in `to` and returns their number. Only folders changed since the given time
 * are read: stored files never change.
 */
export async function copyNewFiles(from: string, to: string, since = 0): Promise<number> {
  let count = 0;
  for (const cooperative of await foldersIn(from))
    for (const folder of await foldersIn(cooperative))
      if ((await stat(folder)).mtimeMs >= since)
        count += await copyFolder(folder, path.join(to, path.relative(from, folder)));
  return count;
}

/** Copies new stored files every minute. Returns a function that stops it after a last copy. */
export function copyContinuously(from: string, to: string, failed: (error: unknown) => void): () => Promise<void> {
  let since = 0;
  let isBusy = false;
  const copy = async () => {
    if (isBusy) return;
    isBusy = true;
    const began = Date.now();
    try {
      await copyNewFiles(from, to, since);
      since = began - MINUTE_MS; // files written during the copy are checked in the next round
    } catch (error) {
      failed(error);
    } finally {
      isBusy = false;
    }
  };
  void copy();
  const timer = setInterval(() => void copy(), MINUTE_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return copy();
  };
}
