import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { currentOwner } from '../current-unit.ts';
import { Semaphore } from './semaphore.ts';

export interface ThreadOptions {
  /** Path of a program that calls `serveMessages`. */
  readonly program: string;
  /** Data that the program receives when it starts. It is copied. */
  readonly setup: unknown;
  /** Memory of the objects of the thread, in bytes. A program that needs more ends; its process goes on. */
  readonly memoryBytesMax: number;
  /** Ends the thread, in the middle of its work as well. */
  readonly signal: AbortSignal;
}

const MB = 1024 * 1024;
/**
 * Memory of new objects. Threads discard nearly all they allocate: without the limit, V8 lets a thread use three times as
 * much memory before it collects.
 */
const YOUNG_MB_MAX = 16;

/** Messages that threads of this process work on at once. One processor remains for the thread that serves requests. */
export const busyThreadsMax = (cores = availableParallelism()): number => Math.max(1, cores - 1);

const busyThreads = new Semaphore(busyThreadsMax());

/**
 * A program in a worker thread, for our own long calculations: what it does occupies no time of the caller's thread.
 * It has the memory space of its process, so files of others are read in a subprocess instead.
 */
export class ProgramThread<Message> {
  readonly #worker: Worker;
  #pending: PromiseWithResolvers<Uint8Array> | null = null;
  #failure: Error | null = null;

  /** @throws the reason of the signal when it is aborted already */
  constructor({ program, setup, memoryBytesMax, signal }: ThreadOptions) {
    signal.throwIfAborted();
    this.#worker = new Worker(program, {
      workerData: setup,
      env: {}, // no address of the database, no secret
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryBytesMax / MB, maxYoungGenerationSizeMb: YOUNG_MB_MAX },
    });
    this.#worker.on('message', (bytes: Uint8Array) => this.#pending?.resolve(bytes));
    this.#worker.once('error', (error: Error) => this.#fail(error));
    this.#worker.once('exit', () => this.#fail(new Error('The thread has ended.')));
    signal.addEventListener('abort', () => void this.end(), { once: true });
  }

  /**
   * Sends a message and returns the bytes with which the program answers. Send the next one after the answer. Waits while
   * as many threads as possible are busy; organisations take turns.
   * @throws the error of the program, after which it has ended; Error when the thread has ended
   */
  async request(message: Message): Promise<Uint8Array> {
    const owner = currentOwner();
    await busyThreads.acquire(owner);
    try {
      if (this.#failure) throw this.#failure;
      this.#pending = Promise.withResolvers<Uint8Array>();
      this.#worker.postMessage(message);
      return await this.#pending.promise;
    } finally {
      this.#pending = null;
      busyThreads.release(owner);
    }
  }

  /** Ends the thread, in the middle of its work as well. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#pending?.reject(this.#failure);
  }
}
