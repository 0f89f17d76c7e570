import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../project.mts';

/** `npm test` runs one of so many parts of the rotated suites, another with each commit. */
export const ROTATED_PARTS = 6;
/** The same for journeys. Those of the most common tasks, tagged @both, are run each time. */
export const ROTATED_JOURNEY_PARTS = 3;

/** Suites that take more than half a minute on two processors, except those of isolation, roles and architecture. */
const ROTATED = [
  // Whole worlds, generated or of third parties, and whole installations: under load, and after a crash
  'test/{corpus,crash-recovery,load,operations,parity,real-input}/*.spec.ts',
  'test/docs/integrators.spec.ts',
  'libs/demo-world/src/generate-world.spec.ts',
  // Programs that start databases and servers of their own
  'apps/cli/src/backup/*.spec.ts',
  'apps/cli/src/checker/*.spec.ts',
  'tools/{postgres,start}/*.spec.mts',
  'libs/platform/src/operations/watch-alerts.spec.ts',
  // Every planted item in every field, every hostile file, every route of a merged organisation
  'test/hostile/*.spec.ts',
  'test/security/{file-readers,merge-organisations,personal-data,planted,planted-doors}.spec.ts',
  // Large files, and figures over many months or lines
  'libs/agreements/server/src/prices/{catalogues,large-price-form,prices}.spec.ts',
  'libs/checks/src/pattern/linear-pattern.spec.ts',
  'libs/declarations/server/src/decisions.spec.ts',
  'libs/emissions/server/src/declared-vectors.spec.ts',
  'libs/emissions/server/src/evidence/evidence.spec.ts',
  'libs/emissions/server/src/uncertainty/propagate-uncertainty.spec.ts',
  'libs/follow-up/server/src/cases/cases.spec.ts',
  'libs/insight/server/src/{account-class,follow,net-sums}.spec.ts',
  'libs/matching/server/src/questions/questions.spec.ts',
  'libs/matching/server/src/linking/{closed-sums,learn-days,learn-scale,other-ledgers,sums-of-parts}.spec.ts',
  'libs/reporting/server/src/annotating/broken-off-download.spec.ts',
  'libs/reporting/server/src/checking/{booked-spend-and-declarations,shared-file}.spec.ts',
  'libs/spend/server/src/{collective-postings,invoice-months}.spec.ts',
  'libs/spend/server/src/reconciliation/reconciliation.spec.ts',
];

/** Paths of those suites, sorted. `npm run test:all` runs them all. */
export const rotatedSuites = (): string[] => ROTATED.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();

/** Returns the suites that a run with this seed leaves out. */
export const leftOutSuites = (suites: readonly string[], seed: number, parts = ROTATED_PARTS): string[] =>
  suites.filter((_, place) => place % parts !== seed % parts);

/** Paths of all journeys and of those of them that are rotated, sorted. `npm run test:all` runs them all. */
export function allJourneys(): { all: string[]; rotated: string[] } {
  const all = globSync('test/journeys/*.spec.ts', { cwd: root }).sort();
  return { all, rotated: all.filter((file) => !readFileSync(path.join(root, file), 'utf8').includes('@both')) };
}

/** Returns the seed from which tests draw in this checkout. */
export function seedOfRun(): number {
  createRequire(import.meta.url)(path.join(root, 'test', 'support', 'drawn-seed.cjs'));
  return Number(process.env['DRAWN_SEED']);
}
