import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { PublishPriceDataEvent, FactorSetProblem, type VersionFacts } from '@tallgrunn/factor-book-server';
import { FindActor } from '@tallgrunn/identity-server';
import { Instance, UnitOfWork } from '@tallgrunn/platform';
import { blobSource, ReadProblem, type ByteSource } from '@tallgrunn/tabular';
import { exit, WrongUsage, type ExitCode } from '../command.ts';
import { runPendingJobs } from '../demo-load/run-pending-jobs.ts';
import type { Output } from '../output.ts';
import { openRooms } from '../open-rooms.ts';

/** Options for the required metadata of each version of price data. */
export const factOptions = {
  title: { type: 'string' },
  source: { type: 'string' },
  'source-url': { type: 'string' },
  licence: { type: 'string' },
  note: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const factsHelp = `  --title TEXT         what it is
  --source TEXT        who publishes it, and where it stands: a table, a page
  --source-url URL     where it can be read
  --licence TEXT       under which licence
  --note TEXT          what a reader must know, such as a second-hand copy`;

interface ImportVersionOptions {
  readonly title?: string;
  readonly source?: string;
  readonly 'source-url'?: string;
  readonly licence?: string;
  readonly note?: string;
}

/** Returns the metadata from the options; only the note is optional. @throws WrongUsage */
export function factsOf(statedOptions: ImportVersionOptions): VersionFacts {
  const must = (name: 'title' | 'source' | 'source-url' | 'licence'): string => {
    const text = statedOptions[name]?.trim();
    if (!text) throw new WrongUsage(`State with --${name} what is shown with the figures.`);
    return text;
  };
  return {
    title: must('title'),
    source: must('source'),
    sourceUrl: must('source-url'),
    licence: must('licence'),
    note: statedOptions.note?.trim() || null,
  };
}

/** Imports a version. If it is new, notifies all cooperatives, which recalculates their figures. */
export async function importVersion(
  file: string,
  importSource: (source: ByteSource, fileName: string) => Promise<{ readonly id: string; readonly added: boolean }>,
  output: Output,
): Promise<ExitCode> {
  try {
    const imported = await importSource(blobSource(await openAsBlob(file)), path.basename(file));
    if (imported.added) await notifyCooperatives(imported.id);
    await output.line({ ...imported });
    return exit.fine;
  } catch (error) {
    if (!(error instanceof FactorSetProblem || error instanceof ReadProblem)) throw error;
    output.log(error.message);
    return exit.blocked;
  }
}

function notifyCooperatives(version: string): Promise<void> {
  return openRooms(async (app) => {
    await app.get(Instance, { strict: false }).setClock(); // sets the demo date if this is a demo
    const units = app.get(UnitOfWork, { strict: false });
    for (const { actor } of await app.get(FindActor, { strict: false }).system('cli'))
      await units.run(actor, () => app.get(PublishPriceDataEvent, { strict: false }).run(version));
    await runPendingJobs(app).until();
  });
}
