import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The top folder of this project. */
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

/** Every file below `root` as a path relative to it, without what is built, installed or kept. */
export function projectFiles(root: string, below = ''): string[] {
  return readdirSync(path.join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const place = path.posix.join(below, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : projectFiles(root, place);
    return entry.isFile() ? [place] : [];
  });
}

export const readText = (root: string, file: string): string => readFileSync(path.join(root, file), 'utf8');

export const isScript = (file: string): boolean => /\.(m|c)?ts$/.test(file) && !file.endsWith('.d.ts');

/** Tests, and the builders that tests use: they may look further than the product. */
export const isForTests = (file: string): boolean =>
  /\.spec\.m?ts$|(^|\/)testing(?:-[\w-]+)?(\.ts$|\/)|^test\//.test(file);

/** 1-based line of a character position. */
export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;
