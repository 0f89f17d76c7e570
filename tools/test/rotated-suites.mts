import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../project.mts';

/** `npm test` runs one of so many parts of the rotated suites, another with each commit. */
export const ROTATED_PARTS = 3;

/** Whole worlds, generated or of third parties, and whole installations: under load, and after a crash. */
const ROTATED = [
  'test/{corpus,knocks,load,operations,parity,real-input}/*.spec.ts',
  // Programs that start databases and servers of their own
  'apps/cli/src/backup/*.spec.ts',
  'tools/{postgres,start}/*.spec.mts',
  // Every planted item in every field, every hostile file, every path of growth
  'test/hostile/*.spec.ts',
  'test/security/{file-readers,personal-data,planted,planted-doors}.spec.ts',
  'libs/demo-world/src/generate-world.spec.ts',
];

/** Paths of those suites, sorted. `npm run test:all` runs them all. */
export const rotatedSuites = (): string[] => ROTATED.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();

/** Returns the suites that a run with this seed leaves out. */
export const leftOutSuites = (suites: readonly string[], seed: number): string[] =>
  suites.filter((_, place) => place % ROTATED_PARTS !== seed % ROTATED_PARTS);

/** Returns the seed from which tests draw in this checkout. */
export function seedOfRun(): number {
  createRequire(import.meta.url)(path.join(root, 'test', 'support', 'drawn-seed.cjs'));
  return Number(process.env['DRAWN_SEED']);
}
