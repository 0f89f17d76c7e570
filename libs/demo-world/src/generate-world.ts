import { writeAssortments } from './agreements/write-assortments.ts';
import { writeFootprints } from './footprints/write-footprints.ts';
import { writeArchives } from './invoices/write-archives.ts';
import { imagineWorld } from './latent/world.ts';
import { writeLedgers } from './ledgers/write-ledgers.ts';
import { acceptedPaths, writeReports } from './reports/write-reports.ts';
import { writeWorld } from './setting/write-world.ts';
import { TruthBook } from './truth/truth-book.ts';
import { writeTruth } from './truth/write-truth.ts';
import type { WorldFile } from './world-file.ts';

export type Profile = 'light';

export interface WorldOptions {
  profile: Profile;
  /** A whole number; the same seed makes the same bytes. */
  seed: number;
}

/**
 * Makes the demo world, file by file: world.json first, truth.json last. Holds one file at a time beside what truly happened.
 * Throws RangeError for a seed that is not a whole number from 0 to 4,294,967,295.
 */
export async function* generateWorld({ profile, seed }: WorldOptions): AsyncGenerator<WorldFile> {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) throw new RangeError(`Not a seed: ${seed}`);
  const book = new TruthBook();
  yield writeWorld(seed, profile);
  yield* writeAssortments();
  const world = imagineWorld(seed);
  yield* writeReports(world, book);
  yield* writeLedgers(world, book);
  yield* writeArchives(world, book);
  yield* writeFootprints(seed, book);
  yield writeTruth(world, book, profile, acceptedPaths());
}
