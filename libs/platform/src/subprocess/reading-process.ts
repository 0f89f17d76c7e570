import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { compiledFolder } from '../config.ts';
import type { ResponseLine } from './subprocess-main.ts';
import type { SubprocessLimits, StopReason } from './subprocess-limits.ts';
import { readLines } from './read-lines.ts';
import { SECOND_PIPE_FD } from './row-writer.ts';
import { watchProcess, type ProcessWatch } from './watch-process.ts';

/** A fault of the file itself, with the code and params of its reader. */
export class FileProblem extends Error {
  readonly code: string;
  readonly params: Record<string, unknown>;

  constructor(code: string, params: Record<string, unknown>) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** The process exceeded a limit or crashed. `said` is the last text it wrote to standard error. */
export class SubprocessStopped extends Error {
  readonly stoppedBy: StopReason;
  readonly errorOutput: string;
  /** True when the process had read other files before, so the current file need not be the cause. */
  readonly wasReused: boolean;

  constructor(stoppedBy: StopReason, errorOutput: string, wasReused = false) {
    super(`stopped by ${stoppedBy}`);
    this.stoppedBy = stoppedBy;
    this.errorOutput = errorOutput;
    this.wasReused = wasReused;
  }
}

export type BytesConsumer = (bytes: Readable) => Promise<unknown>;

/** One request to a subprocess. */
export interface SubprocessRequest {
  readonly request: unknown;
  readonly limits: SubprocessLimits;
  readonly pour?: BytesConsumer | undefined;
  /** When true, the process ends after its response. */
  readonly isLast: boolean;
}

const MB = 1024 * 1024;
/** Maximum size of one response line of a program, in bytes. */
export const RESPONSE_BYTES_MAX = 64 * MB;
const ERROR_OUTPUT_CHARACTERS_MAX = 4000;
/** A reusable process ends after this many requests, or when it holds more than this memory between two requests. */
const REQUESTS_MAX = 200;
const IDLE_BYTES_MAX = 300 * MB;
/**
 * V8 options for readers, which discard nearly all they allocate. A small semi-space (MB) is enough. Readers retain the
 * first rows until the columns are recognised. Without the second option V8 would pretenure all later rows and reclaim
 * them only in a full collection.
 */
const READER_V8_OPTIONS = ['--max-semi-space-size=4', '--no-allocation-site-pretenuring'];

/** A program in a subprocess that handles one request after the other. */
export class ReadingProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncGenerator<string>;
  readonly #fallen: Promise<number | null>;
  readonly #silent: Promise<void>;
  #watch: ProcessWatch | undefined;
  #stderr = '';
  #requests = 0;
  #isReady = true;

  constructor(program: string, { memoryBytesMax }: SubprocessLimits, hasSecondPipe: boolean) {
    const child = (this.#child = start(program, memoryBytesMax, hasSecondPipe));
    this.#fallen = new Promise((done) => child.once('close', done).once('error', () => done(null)));
    this.#silent = new Promise((done) => child.stderr.once('close', done));
    child.stderr.on(
      'data',
      (chunk: Buffer) => (this.#stderr = `${this.#stderr}${String(chunk)}`.slice(-ERROR_OUTPUT_CHARACTERS_MAX)),
    );
    child.stdin.on('error', () => undefined);
    this.#lines = readLines(child.stdout, RESPONSE_BYTES_MAX, () => this.#watch?.strike('memory'));
  }

  /** Whether it can take another request: it runs, and has answered all earlier requests completely. */
  get isReady(): boolean {
    return this.#isReady && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /**
   * Yields the results of one request as they arrive. The process is killed when the caller stops iterating.
   * @throws FileProblem when the file is at fault
   * @throws SubprocessStopped when the process did not end normally
   */
  async *execute<Said>({ request, limits, pour, isLast }: SubprocessRequest): AsyncGenerator<Said> {
    const child = this.#child;
    const wasReused = (this.#requests += 1) > 1;
    this.#isReady = false;
    this.#stderr = '';
    const watch = (this.#watch = watchProcess(child, limits));
    const consumed = consumeBytes(child, pour);
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
      if (isLast || !isAnswered) await this.#end({ isAnswered, poured: consumed, watch, wasReused });
      else this.#isReady = watch.stop() === null && this.#requests < REQUESTS_MAX;
    } finally {
      watch.stop();
      if (!this.#isReady) child.kill('SIGKILL');
      await consumed; // the consumer of the pipe may still be processing the bytes it received
    }
  }

  /**
   * Waits until the process has ended.
   * @throws SubprocessStopped, or the error with which the consumer rejected the bytes
   */
  async #end(after: {
    isAnswered: boolean;
    poured: Promise<ConsumerError | null>;
    watch: ProcessWatch;
    wasReused: boolean;
  }) {
    const [code, consumerError] = await Promise.all([this.#fallen, after.poured, this.#silent]);
    // An error after the crash of the process is caused by the truncated bytes, so the crash is reported instead.
    if (consumerError && (consumerError.early || after.isAnswered)) throw consumerError.error;
    const stoppedBy = after.watch.stop() ?? (code === 0 && after.isAnswered ? null : 'crash');
    if (!stoppedBy) return;
    const isOutOfHeap = stoppedBy === 'crash' && /heap out of memory/.test(this.#stderr);
    throw new SubprocessStopped(isOutOfHeap ? 'memory' : stoppedBy, this.#stderr, after.wasReused);
  }

  /** Returns whether its resident memory is small enough to wait for the next request. */
  async usesLittleMemory(): Promise<boolean> {
    const status = await readFile(`/proc/${this.#child.pid ?? 0}/status`, 'utf8').catch(() => '');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024 <= IDLE_BYTES_MAX;
  }

  /**
   * Lets the parent exit while the process is idle (`false`), or keeps the parent alive until the response has arrived
   * (`true`).
   */
  keepAlive(isAwaited: boolean): void {
    const { stdin, stdout, stderr } = this.#child;
    for (const each of [this.#child, stdin, stdout, stderr] as { ref?(): void; unref?(): void }[])
      if (isAwaited) each.ref?.();
      else each.unref?.();
  }

  /** Kills the process without waiting for it. */
  end(): void {
    this.#isReady = false;
    this.#child.kill('SIGKILL');
  }
}

interface ConsumerError {
  readonly error: unknown;
  /** True when the consumer failed before the process had written everything. */
  readonly early: boolean;
}

/** Resolves when all bytes are consumed: null, or the error with which the consumer rejected them. */
async function consumeBytes(
  child: ChildProcessWithoutNullStreams,
  pour: BytesConsumer | undefined,
): Promise<ConsumerError | null> {
  if (!pour) return null;
  const bytes = child.stdio[SECOND_PIPE_FD] as Readable;
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

function start(program: string, memoryBytesMax: number, hasSecondPipe: boolean): ChildProcessWithoutNullStreams {
  const compiled = compiledFolder(); // compile cache: a program of many modules starts four times as fast with it
  const compileCacheEnv = compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled };
  const heap = `--max-old-space-size=${Math.max(16, Math.floor((memoryBytesMax * 0.75) / MB))}`;
  return spawn(process.execPath, [heap, ...READER_V8_OPTIONS, program, String(process.pid)], {
    stdio: ['pipe', 'pipe', 'pipe', ...(hasSecondPipe ? (['pipe'] as const) : [])],
    // Passes none of the parent's environment: no database address, no secret. On Linux, glibc returns large blocks to
    // the system when they are freed; by default it soon keeps them.
    env: {
      NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      MALLOC_MMAP_THRESHOLD_: String(128 * 1024),
      ...compileCacheEnv,
    },
  }) as ChildProcessWithoutNullStreams;
}

function readLine<Said>(text: string): ResponseLine<Said> | null {
  try {
    return JSON.parse(text) as ResponseLine<Said>;
  } catch {
    return null; // truncated line: the exit status explains why
  }
}
