import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Finding } from '@tallgrunn/checks';
import {
  FileProblem,
  programPath,
  runInSubprocess,
  spoolPrefix,
  SubprocessStopped,
  type SubprocessLimits,
} from '@tallgrunn/platform';
import type { AnnotateRequest } from './annotate-request.ts';

export interface AnnotateInput extends Omit<AnnotateRequest, 'findings' | 'out'> {
  readonly findings: AsyncIterable<readonly Finding[]>;
}

export interface AnnotatedFile {
  readonly path: string;
  /** Deletes the file. */
  clear(): Promise<void>;
}

async function* linesOf(batches: AsyncIterable<readonly Finding[]>): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map((finding) => `${JSON.stringify(finding)}\n`).join('');
}

export interface AnnotateOptions {
  readonly folder: string;
  readonly limits: SubprocessLimits;
  /** Size of the file in bytes. */
  readonly sizeBytes: number;
  /** Called when all findings have been read from their source, before the file is opened. */
  readonly findingsStored?: () => Promise<void>;
}

/**
 * Writes a copy of a file with its findings, in a subprocess. Returns null when the file cannot be opened or exceeded
 * the subprocess limits.
 */
export async function runAnnotate(
  { findings, ...request }: AnnotateInput,
  { folder, limits, sizeBytes, findingsStored }: AnnotateOptions,
): Promise<AnnotatedFile | null> {
  const own = await mkdtemp(path.join(folder, spoolPrefix('annotating')));
  const clear = () => rm(own, { recursive: true, force: true });
  const [list, out] = [path.join(own, 'findings'), path.join(own, 'annotated')];
  try {
    await pipeline(Readable.from(linesOf(findings)), createWriteStream(list, { mode: 0o600 }));
    await findingsStored?.();
    const asked: AnnotateRequest = { ...request, findings: list, out };
    const program = programPath(import.meta.url, 'annotate-file');
    const messages = runInSubprocess({ program, request: asked, limits, sizeBytes });
    while (!(await messages.next()).done);
    return { path: out, clear };
  } catch (error) {
    await clear();
    if (error instanceof SubprocessStopped || error instanceof FileProblem) return null;
    throw error;
  }
}
