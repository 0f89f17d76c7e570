import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable, Logger } from '@nestjs/common';
import { Problem } from '../problem.ts';
import { readingLimits, type StoppedBy } from './apart-limits.ts';
import { FileProblem, runApart, StoppedApart } from './run-apart.ts';

/** One file to be read by a program in a process of its own. */
export interface Reading {
  readonly program: string;
  readonly request: unknown;
  readonly sizeBytes: number;
}

const codes: Record<StoppedBy, string> = { memory: 'took-too-much-memory', time: 'took-too-long', crash: 'reading-fell' };

/** Where a program for `runApart` is: beside the file that starts it in the source tree, beside the bundle (or the server's) where it is built. */
export function programBeside(here: string, name: string): string {
  const folder = path.dirname(fileURLToPath(here));
  const places = [`${name}.js`, `../server/${name}.js`, `${name}.ts`].map((place) => path.join(folder, place));
  const found = places.find(existsSync);
  if (!found) throw new Error(`The program ${name} is not there: build the product again.`);
  return found;
}

/**
 * Reads files that others made, in processes of their own. Every way it can go wrong is one problem: what the reader found (422, its code and
 * params), or `took-too-much-memory`, `took-too-long`, `reading-fell`.
 */
@Injectable()
export class ReadApart {
  readonly #log = new Logger('read-apart');
  /** What a file of this size may take to be read. */
  limitsOf = readingLimits;

  async *run<Said>({ program, request, sizeBytes }: Reading): AsyncGenerator<Said> {
    try {
      yield* runApart<Said>({ program, request, limits: this.limitsOf(sizeBytes) });
    } catch (error) {
      throw this.#problemOf(error, program);
    }
  }

  /** The one thing a program says. */
  async one<Said>(reading: Reading): Promise<Said> {
    for await (const said of this.run<Said>(reading)) return said;
    throw new Problem(422, codes.crash);
  }

  #problemOf(error: unknown, program: string): unknown {
    if (error instanceof FileProblem) return new Problem(422, error.code, error.params);
    if (!(error instanceof StoppedApart)) return error;
    this.#log.warn({ program: path.basename(program), stoppedBy: error.stoppedBy, said: error.said });
    return new Problem(422, codes[error.stoppedBy]);
  }
}
