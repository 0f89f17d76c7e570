import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { compiledFolder } from '../config.ts';
import type { ApartLine } from './answer-apart.ts';
import type { ApartLimits, StoppedBy } from './apart-limits.ts';
import { linesOf } from './lines-of.ts';
import { BESIDE } from './row-writer.ts';
import { watchProcess, type Watch } from './watch-process.ts';

/** What the process was given is itself to blame: the code and params its reader gave. */
export class FileProblem extends Error {
  readonly code: string;
  readonly params: Record<string, unknown>;

  constructor(code: string, params: Record<string, unknown>) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** The process was stopped from outside or fell; `said` is the last it wrote on its standard error. */
export class StoppedApart extends Error {
  readonly stoppedBy: StoppedBy;
  readonly said: string;
  /** The process had read other files before, so that this one need not be to blame. */
  readonly wasReused: boolean;

  constructor(stoppedBy: StoppedBy, said: string, wasReused = false) {
    super(`stopped by ${stoppedBy}`);
    this.stoppedBy = stoppedBy;
    this.said = said;
    this.wasReused = wasReused;
  }
}

export type Pour = (bytes: Readable) => Promise<unknown>;

/** One request to a reading process. */
export interface Asking {
  readonly request: unknown;
  readonly limits: ApartLimits;
  readonly pour?: Pour | undefined;
  /** The process ends when it has answered. */
  readonly isLast: boolean;
}

const MB = 1024 * 1024;
/** Longest answer of a program, in bytes. */
export const ANSWER_BYTES_MAX = 64 * MB;
const SAID_MAX = 4000;
/** A process that is to be used again ends after so many requests, or when it holds more memory than this between them. */
const REQUESTS_MAX = 200;
const BETWEEN_BYTES_MAX = 300 * MB;
/**
 * Of what a reader makes nearly nothing is kept, so little room for what is new does, in MB. The first rows are kept until it is known what
 * they are, and V8 would believe of all that come later that they are kept too, and make them where only a whole collection clears.
 */
const forReaders = ['--max-semi-space-size=4', '--no-allocation-site-pretenuring'];

/** A program in a process of its own, which answers one request after the other. */
export class ReadingProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncGenerator<string>;
  readonly #fallen: Promise<number | null>;
  readonly #silent: Promise<void>;
  #watch: Watch | undefined;
  #said = '';
  #requests = 0;
  #isReady = true;

  constructor(program: string, { memoryBytesMax }: ApartLimits, hasPipeBeside: boolean) {
    const child = (this.#child = start(program, memoryBytesMax, hasPipeBeside));
    this.#fallen = new Promise((done) => child.once('close', done).once('error', () => done(null)));
    this.#silent = new Promise((done) => child.stderr.once('close', done));
    child.stderr.on('data', (chunk: Buffer) => (this.#said = `${this.#said}${String(chunk)}`.slice(-SAID_MAX)));
    child.stdin.on('error', () => undefined);
    this.#lines = linesOf(child.stdout, ANSWER_BYTES_MAX, () => this.#watch?.strike('memory'));
  }

  /** Whether it can be asked something else: it runs, and has answered all it was asked to the end. */
  get isReady(): boolean {
    return this.#isReady && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /**
   * Gives the answers to one request as they come. When the caller stops listening, the process is ended.
   * @throws FileProblem when the file is to blame, StoppedApart when there was no end
   */
  async *ask<Said>({ request, limits, pour, isLast }: Asking): AsyncGenerator<Said> {
    const child = this.#child;
    const wasReused = (this.#requests += 1) > 1;
    this.#isReady = false;
    this.#said = '';
    const watch = (this.#watch = watchProcess(child, limits));
    const poured = pourBytes(child, pour);
    child.stdin.write(`${JSON.stringify(request)}\n`);
    if (isLast) child.stdin.end();
    let isAnswered = false;
    try {
      while (!isAnswered || isLast) {
        const { value, done } = await this.#lines.next();
        if (done) break;
        const line = readLine<Said>(value);
        if (line && 'problem' in line) throw new FileProblem(line.problem.code, line.problem.params);
        if (line && 'end' in line) isAnswered = true;
        else if (line) yield line.said;
      }
      if (isLast || !isAnswered) await this.#end({ isAnswered, poured, watch, wasReused });
      else this.#isReady = watch.stop() === null && this.#requests < REQUESTS_MAX;
    } finally {
      watch.stop();
      if (!this.#isReady) child.kill('SIGKILL');
      await poured; // whoever pours still works with what it was given
    }
  }

  /** Waits until the process is gone. @throws StoppedApart, or what refused its bytes */
  async #end(after: { isAnswered: boolean; poured: Promise<Refusal | null>; watch: Watch; wasReused: boolean }) {
    const [code, refusal] = await Promise.all([this.#fallen, after.poured, this.#silent]);
    // Bytes that were refused after the process had fallen were cut off by its fall.
    if (refusal && (refusal.early || after.isAnswered)) throw refusal.error;
    const stoppedBy = after.watch.stop() ?? (code === 0 && after.isAnswered ? null : 'crash');
    if (!stoppedBy) return;
    const isOutOfHeap = stoppedBy === 'crash' && /heap out of memory/.test(this.#said);
    throw new StoppedApart(isOutOfHeap ? 'memory' : stoppedBy, this.#said, after.wasReused);
  }

  /** Whether it holds so little memory that it may wait for the next request. */
  async isSlim(): Promise<boolean> {
    const status = await readFile(`/proc/${this.#child.pid ?? 0}/status`, 'utf8').catch(() => '');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024 <= BETWEEN_BYTES_MAX;
  }

  /** Lets this program end while the process waits for a request (`false`), or not before it has answered (`true`). */
  keepAlive(isAwaited: boolean): void {
    const { stdin, stdout, stderr } = this.#child;
    for (const each of [this.#child, stdin, stdout, stderr] as { ref?(): void; unref?(): void }[])
      if (isAwaited) each.ref?.();
      else each.unref?.();
  }

  /** Ends the process at once; nothing is awaited of it. */
  end(): void {
    this.#isReady = false;
    this.#child.kill('SIGKILL');
  }
}

interface Refusal {
  readonly error: unknown;
  /** Before the process had given all. */
  readonly early: boolean;
}

/** Resolves when all is poured: with why not, when it was refused. */
async function pourBytes(child: ChildProcessWithoutNullStreams, pour: Pour | undefined): Promise<Refusal | null> {
  if (!pour) return null;
  const bytes = child.stdio[BESIDE] as Readable;
  let ended = false;
  bytes.once('end', () => (ended = true));
  try {
    await pour(bytes);
    return null;
  } catch (error) {
    if (!ended) child.kill('SIGKILL');
    return { error, early: !ended };
  }
}

function start(program: string, memoryBytesMax: number, hasPipeBeside: boolean): ChildProcessWithoutNullStreams {
  const compiled = compiledFolder(); // a program of many sources starts four times as quickly from there
  const kept = compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled };
  const heap = `--max-old-space-size=${Math.max(16, Math.floor((memoryBytesMax * 0.75) / MB))}`;
  return spawn(process.execPath, [heap, ...forReaders, program, String(process.pid)], {
    stdio: ['pipe', 'pipe', 'pipe', ...(hasPipeBeside ? (['pipe'] as const) : [])],
    // Nothing of our own environment: no address of a database, no secret.
    // On Linux, large pieces of memory go back to the system when they are done with: left to itself the C library soon keeps them.
    env: { NODE_OPTIONS: '--disable-warning=ExperimentalWarning', MALLOC_MMAP_THRESHOLD_: String(128 * 1024), ...kept },
  }) as ChildProcessWithoutNullStreams;
}

function readLine<Said>(text: string): ApartLine<Said> | null {
  try {
    return JSON.parse(text) as ApartLine<Said>;
  } catch {
    return null; // cut off in the middle of a word: how the process ended tells the rest
  }
}
