import type { ReadingProcess } from './reading-process.ts';

const IDLE_MS_MAX = 30_000;

interface Idle {
  readonly key: string;
  readonly process: ReadingProcess;
  readonly timer: NodeJS.Timeout;
}

/**
 * Idle subprocesses that wait for the next request with the same key. When there are more than `max`, the oldest is
 * ended.
 */
export class ProcessPool {
  readonly #max: number;
  #idle: Idle[] = [];

  constructor(max: number) {
    this.#max = max;
  }

  /**
   * Removes and returns the most recently used process of this key, which is the warmest. Returns undefined when none
   * is idle.
   */
  acquire(key: string): ReadingProcess | undefined {
    for (const idle of this.#idle.toReversed()) {
      if (idle.key !== key) continue;
      this.#remove(idle);
      if (!idle.process.isReady) continue;
      idle.process.keepAlive(true);
      return idle.process;
    }
    return undefined;
  }

  /** Returns a process to the pool, or ends it when it cannot be reused. */
  async release(key: string, process: ReadingProcess): Promise<void> {
    if (!process.isReady || !(await process.usesLittleMemory())) return process.end();
    process.keepAlive(false);
    const timer = setTimeout(() => this.#drop(idle), IDLE_MS_MAX).unref();
    const idle: Idle = { key, process, timer };
    this.#idle.push(idle);
    if (this.#idle.length > this.#max) this.#drop(this.#idle[0]!);
  }

  #drop(idle: Idle): void {
    this.#remove(idle);
    idle.process.end();
  }

  #remove(idle: Idle): void {
    clearTimeout(idle.timer);
    this.#idle = this.#idle.filter((each) => each !== idle);
  }
}
