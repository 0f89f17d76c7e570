import fs from 'node:fs';
import path from 'node:path';

/**
 * Returns the folder of third-party files next to the checkout. Null when missing; tests that need it are then skipped.
 */
export function thirdPartyData(topic: string): string | null {
  for (let at = process.cwd(); ; at = path.dirname(at)) {
    const candidate = path.join(at, 'shared', 'data', topic);
    if (fs.existsSync(candidate)) return candidate;
    if (path.dirname(at) === at) return null;
  }
}

/** Returns the files below a folder with one of the extensions, sorted, relative to the folder. */
export function filesBelow(folder: string, ...extensions: string[]): string[] {
  const all = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.filter((file) => extensions.some((extension) => file.toLowerCase().endsWith(extension))).sort();
}

export async function* fileChunks(file: string, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  const bytes = fs.readFileSync(file);
  for (let at = 0; at < bytes.length; at += size) yield new Uint8Array(bytes.subarray(at, at + size));
}
