import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Injectable, Logger } from '@nestjs/common';
import { Problem } from '../problem.ts';
import { spoolName } from '../spool-lease.ts';
import { readingLimits, type StoppedBy } from './apart-limits.ts';
import { linesOf } from './lines-of.ts';
import { ANSWER_BYTES_MAX, FileProblem, StoppedApart } from './reading-process.ts';
import { runApart } from './run-apart.ts';

/** One file to read, and the program that reads it in a subprocess. */
export interface Reading {
  readonly program: string;
  readonly request: unknown;
  readonly sizeBytes: number;
}

const codes: Record<StoppedBy, string> = {
  memory: 'took-too-much-memory',
  time: 'took-too-long',
  crash: 'reading-fell',
};

/**
 * Returns the path of a program for `runApart`. In the source tree it is in the folder of the calling file. In a build
 * it is in the folder of the bundle, or of the server's bundle.
 */
export function programBeside(here: string, name: string): string {
  const folder = path.dirname(fileURLToPath(here));
  const places = [`${name}.js`, `../server/${name}.js`, `${name}.ts`].map((place) => path.join(folder, place));
  const found = places.find(existsSync);
  if (!found) throw new Error(`The program ${name} is not there: build the product again.`);
  return found;
}

/**
 * Reads untrusted files in subprocesses. Every failure becomes a Problem (422): the code and params of the reader, or
 * one of the codes below.
 * @throws Problem 'took-too-much-memory' | 'took-too-long' | 'reading-fell' (422)
 */
@Injectable()
export class ReadApart {
  readonly #log = new Logger('read-apart');
  /** The limits for a file of this size. Tests replace it. */
  limitsOf = readingLimits;

  async *run<Said>({ program, request, sizeBytes }: Reading): AsyncGenerator<Said> {
    try {
      yield* runApart<Said>({ program, request, limits: this.limitsOf(sizeBytes), sizeBytes });
    } catch (error) {
      throw this.#problemOf(error, program);
    }
  }

  /**
   * Returns the first result of a program.
   * @throws Problem 'reading-fell' (422) when the program gives no result
   */
  async one<Said>(reading: Reading): Promise<Said> {
    for await (const said of this.run<Said>(reading)) return said;
    throw new Problem(422, codes.crash);
  }

  /**
   * Like `run`, for callers that write the results to the database. The program has ended before `use` is called; its
   * results are buffered in a file in `folder`. No transaction therefore stays open while the file is read or waits to
   * be read.
   */
  async readFirst<Said, Result>(
    reading: Reading,
    folder: string,
    use: (answers: AsyncIterable<Said>) => Promise<Result>,
  ): Promise<Result> {
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, spoolName('read-'));
    try {
      await pipeline(Readable.from(encode(this.run<Said>(reading))), createWriteStream(file, { mode: 0o600 }));
      return await use(decode<Said>(file));
    } finally {
      await rm(file, { force: true });
    }
  }

  #problemOf(error: unknown, program: string): unknown {
    if (error instanceof FileProblem) return new Problem(422, error.code, error.params);
    if (!(error instanceof StoppedApart)) return error;
    this.#log.warn({ program: path.basename(program), stoppedBy: error.stoppedBy, said: error.said });
    return new Problem(422, codes[error.stoppedBy]);
  }
}

async function* encode(answers: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const answer of answers) yield `${JSON.stringify(answer)}\n`;
}

async function* decode<Said>(file: string): AsyncGenerator<Said> {
  const refuse = () => {
    throw new Error('An answer of a reader is longer than readers may give.'); // `runApart` has the same limit
  };
  for await (const line of linesOf(createReadStream(file), ANSWER_BYTES_MAX, refuse)) yield JSON.parse(line) as Said;
}
