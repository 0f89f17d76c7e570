import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const MINUTE_MS = 60_000;

const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => path.join(folder, entry.name))
    : [];

/** Copies the stored files that `to` lacks; returns how many. Only folders that changed since a moment are looked into: stored files never change. */
export function copyNewFiles(from: string, to: string, since = 0): number {
  let count = 0;
  for (const cooperative of foldersIn(from)) {
    for (const folder of foldersIn(cooperative)) {
      if (statSync(folder).mtimeMs < since) continue;
      const target = path.join(to, path.relative(from, folder));
      mkdirSync(target, { recursive: true, mode: 0o700 });
      const existing = new Set(readdirSync(target));
      for (const name of readdirSync(folder)) {
        if (existing.has(name)) continue;
        const part = path.join(target, `.${name}.part`);
        copyFileSync(path.join(folder, name), part);
        renameSync(part, path.join(target, name));
        count += 1;
      }
    }
  }
  return count;
}

/** Copies new stored files every minute. Returns how to stop it. */
export function keepCopying(from: string, to: string, failed: (error: unknown) => void): () => void {
  let since = 0;
  const copy = () => {
    const began = Date.now();
    try {
      copyNewFiles(from, to, since);
      since = began - MINUTE_MS; // what was written while we looked is looked at again
    } catch (error) {
      failed(error);
    }
  };
  copy();
  const timer = setInterval(copy, MINUTE_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    copy();
  };
}
