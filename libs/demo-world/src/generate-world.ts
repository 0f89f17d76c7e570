import { writeAssortments } from './agreements/write-assortments.ts';
import { writeFootprints } from './footprints/write-footprints.ts';
import { ArchiveWriter } from './invoices/write-archives.ts';
import { HistoryGenerator } from './latent/history.ts';
import { writeSpendOnly } from './ledgers/write-spend-only.ts';
import { LedgerWriter } from './ledgers/write-ledgers.ts';
import { fullScenario } from './profiles/full/full.ts';
import { lightScenario } from './profiles/light/light.ts';
import { manifestOf, type ManifestEntry } from './reports/manifest.ts';
import { acceptedPaths, writeReports } from './reports/write-reports.ts';
import type { Scenario } from './setting/scenario.ts';
import { writeWorld } from './setting/write-world.ts';
import { TruthBook } from './truth/truth-book.ts';
import { TruthWriter } from './truth/write-truth.ts';
import type { WorldFile } from './world-file.ts';
import { jsonFile } from './writing/json.ts';

const scenarios = { light: lightScenario, full: fullScenario } satisfies Record<string, (seed: number) => Scenario>;
export type Profile = keyof typeof scenarios;
export const profiles = Object.keys(scenarios) as readonly Profile[];

export interface WorldOptions {
  profile: Profile;
  /** A whole number. The same seed gives the same bytes. */
  seed: number;
  /** Skips the e-invoice archives, a large part of the work. The truth is the same. */
  withoutArchives?: boolean;
}

/**
 * Generates the demo world, file by file: world.json first, truth.json last. Memory: one file at a time, plus the true
 * events of the current span.
 * @throws RangeError for a seed that is not a whole number from 0 to 4,294,967,295
 */
export async function* generateWorld({ profile, seed, withoutArchives }: WorldOptions): AsyncGenerator<WorldFile> {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) throw new RangeError(`Not a seed: ${seed}`);
  const scenario = scenarios[profile](seed);
  const book = new TruthBook();
  yield writeWorld(scenario);
  yield* writeAssortments(scenario);
  const [history, ledgers, archives, truth] = [
    new HistoryGenerator(scenario),
    new LedgerWriter(scenario),
    new ArchiveWriter(scenario, withoutArchives),
    new TruthWriter(scenario, acceptedPaths(scenario)),
  ];
  const entries: ManifestEntry[] = [];
  yield* writeSpendOnly(scenario, book);
  for (const span of scenario.spans) {
    const chapter = history.next(span);
    yield* writeReports(chapter, book, entries);
    yield* ledgers.next(chapter, book);
    yield* archives.next(chapter, book);
    yield* truth.add(chapter, book);
  }
  yield* writeFootprints(scenario, book);
  yield jsonFile('reports/manifest.json', manifestOf(entries));
  yield truth.finish(book);
}
