import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Returns the version of the program from the package.json above the file at `here`, in the checkout or in the
 * container.
 */
export function programVersion(here: string = import.meta.url): string {
  for (let folder = path.dirname(fileURLToPath(here)); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const file = path.join(folder, 'package.json');
    if (!existsSync(file)) continue;
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
    if (name === '@tallgrunn/source' && version) return version;
  }
  return 'unknown';
}
