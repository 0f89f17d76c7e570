import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../project.mts';

/** A run of all tests takes one of so many parts of the world suites, another with each commit. */
export const WORLD_PARTS = 3;

/** Folders of the suites that assess whole worlds: generated ones, third parties' files, and a server under load. */
export const WORLD_FOLDERS = ['corpus', 'load', 'parity', 'real-input'] as const;

/** Paths of those suites, sorted. `npm run test:worlds` runs them all. */
export const worldSuites = (): string[] =>
  WORLD_FOLDERS.flatMap((folder) => globSync(`test/${folder}/*.spec.ts`, { cwd: root })).sort();

/** Returns the suites that a run with this seed leaves out. */
export const leftOutSuites = (suites: readonly string[], seed: number): string[] =>
  suites.filter((_, place) => place % WORLD_PARTS !== seed % WORLD_PARTS);

/** Returns the seed from which tests draw in this checkout. */
export function seedOfRun(): number {
  createRequire(import.meta.url)(path.join(root, 'test', 'support', 'drawn-seed.cjs'));
  return Number(process.env['DRAWN_SEED']);
}
