import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../project.mts';

const skipped = new Set(['node_modules', 'dist', '.angular', '.nx']);
const isTest = (name: string) => /\.spec\.m?ts$/.test(name);

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(entry.name)) yield* filesBelow(place);
    else if (entry.isFile() && !isTest(entry.name)) yield place;
  }
}

/**
 * Returns a hash of the name, size and time of everything a build reads. Takes about 20 ms, where Nx needs a second.
 */
export function stampOf(places: string[]): string {
  const hash = createHash('sha256').update(process.version);
  const files = places
    .map((place) => path.resolve(root, place))
    .flatMap((place) => (statSync(place).isDirectory() ? [...filesBelow(place)] : [place]));
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Returns true if the stamp of the last build equals the current one. The stamp file is stored alongside the build. */
export const isBuiltFrom = (stampFile: string, stamp: string): boolean =>
  existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;

export function rememberStamp(stampFile: string, stamp: string): void {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}
