import type { INestApplicationContext } from '@nestjs/common';
import { FileStore, Problem, type Actor, type SpooledFile } from '@tallgrunn/platform';
import { exit, WrongUsage, type ExitCode } from '../command.ts';
import { errorCodeOf } from '../finding.ts';
import { openFile } from '../open-file.ts';
import { OutputClosed, type Output } from '../output.ts';
import { withRoomsAs } from '../open-rooms.ts';
import { spoolFile } from '../spool-file.ts';

/** The result of one file; `ok` when all of it was imported. */
export interface ImportResult {
  ok: boolean;
  [key: string]: unknown;
}

export type ImportOne = (file: SpooledFile, app: INestApplicationContext, actor: Actor) => Promise<ImportResult>;

interface Import {
  kind: string;
  files: string[];
  acting: { as?: string; for?: string };
  sizeBytesMax: number;
  /** Prepares once for all files and returns the function that imports one. */
  prepare: (app: INestApplicationContext, actor: Actor) => Promise<ImportOne>;
}

/**
 * Copies a file to the spool. Opening it first distinguishes a missing file from one that cannot be imported. @throws
 * Problem 'too-large'
 */
async function spoolForImport(file: string, folder: string, sizeBytesMax: number): Promise<SpooledFile> {
  const opened = await openFile(file);
  await opened.close();
  if (opened.size > sizeBytesMax) throw new Problem(413, 'too-large', { found: opened.size, expected: sizeBytesMax });
  return spoolFile(folder, file);
}

function rejectionOf(error: unknown): { code: string; params: object; issues: readonly unknown[] } {
  if (error instanceof Problem) return { code: error.code, params: error.params, issues: error.issues };
  return { code: errorCodeOf(error), params: {}, issues: [] };
}

/** Imports files in order through the same use cases as uploads, and prints one line per file. */
export async function importFiles(
  { kind, files, acting, sizeBytesMax, prepare }: Import,
  output: Output,
): Promise<ExitCode> {
  if (files.length === 0) throw new WrongUsage('Name at least one file.');
  return withRoomsAs(acting, async (app, actor) => {
    const importOne = await prepare(app, actor);
    const { spoolFolder } = app.get(FileStore, { strict: false });
    let worst: ExitCode = exit.fine;
    for (const file of files) {
      try {
        const imported = await importOne(await spoolForImport(file, spoolFolder, sizeBytesMax), app, actor);
        await output.line({ file, kind, ...imported });
        if (!imported.ok && worst < exit.blocked) worst = exit.blocked;
      } catch (error) {
        if (error instanceof OutputClosed) throw error;
        const refusal = rejectionOf(error);
        const isOurs = refusal.code === 'internal-error';
        if (isOurs) output.log(`${file}: ${error instanceof Error ? error.stack : String(error)}`);
        await output.line({ file, kind, ok: false, ...refusal });
        worst = isOurs ? exit.fault : worst < exit.blocked ? exit.blocked : worst;
      }
    }
    return worst;
  });
}
