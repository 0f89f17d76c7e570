import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Injectable, Logger } from '@nestjs/common';
import { testProgramsFolder } from '../config.ts';
import { Problem } from '../problem.ts';
import { spoolName } from '../spool-lease.ts';
import { limitsForFile, type StopReason } from './subprocess-limits.ts';
import { readLines } from './read-lines.ts';
import { RESPONSE_BYTES_MAX, FileProblem, SubprocessStopped } from './reading-process.ts';
import { runInSubprocess } from './run-subprocess.ts';

/** One file to read, and the program that reads it in a subprocess. */
export interface ReadingTask {
  readonly program: string;
  readonly request: unknown;
  readonly sizeBytes: number;
}

const codes: Record<StopReason, string> = {
  memory: 'memory-limit-exceeded',
  time: 'time-limit-exceeded',
  crash: 'reader-crashed',
};

/**
 * Returns the path of a program for `runInSubprocess`. In the source tree it is in the folder of the calling file or in
 * `programs` below it. In a build it is in the folder of the bundle, or of the server's bundle. Tests of the source tree
 * may start built programs, in half the time.
 */
export function programPath(here: string, name: string): string {
  const folder = path.dirname(fileURLToPath(here));
  const built = testProgramsFolder();
  const candidates = [
    ...(built ? [path.join(built, `${name}.js`)] : []),
    ...[`${name}.js`, `../server/${name}.js`, `${name}.ts`, `programs/${name}.ts`].map((candidate) =>
      path.join(folder, candidate),
    ),
  ];
  const existing = candidates.find(existsSync);
  if (!existing) throw new Error(`The program ${name} is not there: build the product again.`);
  return existing;
}

/**
 * Reads untrusted files in subprocesses. Every failure becomes a Problem (422): the code and params of the reader, or
 * one of the codes below.
 * @throws Problem 'memory-limit-exceeded' | 'time-limit-exceeded' | 'reader-crashed' (422)
 */
@Injectable()
export class ReadInSubprocess {
  readonly #log = new Logger('subprocess');
  /** The limits for a file of this size. Tests replace it. */
  limitsOf = limitsForFile;

  async *run<Said>({ program, request, sizeBytes }: ReadingTask): AsyncGenerator<Said> {
    try {
      yield* runInSubprocess<Said>({ program, request, limits: this.limitsOf(sizeBytes), sizeBytes });
    } catch (error) {
      throw this.#problemOf(error, program);
    }
  }

  /**
   * Returns the first result of a program.
   * @throws Problem 'reader-crashed' (422) when the program gives no result
   */
  async one<Said>(reading: ReadingTask): Promise<Said> {
    for await (const result of this.run<Said>(reading)) return result;
    throw new Problem(422, codes.crash);
  }

  /**
   * Like `run`, for callers that write the results to the database. The program has ended before `use` is called; its
   * results are buffered in a file in `folder`. No transaction therefore stays open while the file is read or waits to
   * be read.
   */
  async readBuffered<Said, Result>(
    reading: ReadingTask,
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
    if (!(error instanceof SubprocessStopped)) return error;
    this.#log.warn({ program: path.basename(program), stoppedBy: error.stoppedBy, said: error.errorOutput });
    return new Problem(422, codes[error.stoppedBy]);
  }
}

async function* encode(answers: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const answer of answers) yield `${JSON.stringify(answer)}\n`;
}

async function* decode<Said>(file: string): AsyncGenerator<Said> {
  const rejectLongLine = () => {
    throw new Error('An answer of a reader is longer than readers may give.'); // `runInSubprocess` has the same limit
  };
  for await (const line of readLines(createReadStream(file), RESPONSE_BYTES_MAX, rejectLongLine))
    yield JSON.parse(line) as Said;
}
