import fs from 'node:fs';
import path from 'node:path';

/** The folder of third-party files beside the checkout, when it is there; tests over it are skipped when it is not. */
export function borrowedData(topic: string): string | null {
  for (let at = process.cwd(); ; at = path.dirname(at)) {
    const candidate = path.join(at, 'shared', 'data', topic);
    if (fs.existsSync(candidate)) return candidate;
    if (path.dirname(at) === at) return null;
  }
}

/** Files below a folder whose name ends in one of the extensions, sorted, relative to it. */
export function filesBelow(folder: string, ...extensions: string[]): string[] {
  const all = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.filter((file) => extensions.some((extension) => file.toLowerCase().endsWith(extension))).sort();
}

export async function* fileChunks(file: string, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  const bytes = fs.readFileSync(file);
  for (let at = 0; at < bytes.length; at += size) yield new Uint8Array(bytes.subarray(at, at + size));
}
