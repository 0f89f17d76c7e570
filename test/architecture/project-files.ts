import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The root folder of this project. */
export const projectRoot = path.resolve(__dirname, '../..');

const skipped = new Set([
  'node_modules',
  'dist',
  'tmp',
  'coverage',
  'generated',
  '.git',
  '.nx',
  '.data',
  '.angular',
  '.ci',
]);

/** Returns every file below `root` as a relative path, without built, installed or stored files. */
export function projectFiles(root: string, below = ''): string[] {
  return readdirSync(path.join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const place = path.posix.join(below, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : projectFiles(root, place);
    return entry.isFile() ? [place] : [];
  });
}

export const readText = (root: string, file: string): string => readFileSync(path.join(root, file), 'utf8');

export const isScript = (file: string): boolean => /\.(m|c)?ts$/.test(file) && !file.endsWith('.d.ts');

/** Returns true for tests and test builders: they may import more than the product. */
export const isForTests = (file: string): boolean =>
  /\.spec\.m?ts$|(^|\/)testing(?:-[\w-]+)?(\.ts$|\/)|^test\//.test(file);

/** Returns the 1-based line of a character position. */
export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;
