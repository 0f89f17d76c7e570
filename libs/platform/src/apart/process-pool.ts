import type { ReadingProcess } from './reading-process.ts';

const IDLE_MS_MAX = 30_000;

interface Idle {
  readonly key: string;
  readonly process: ReadingProcess;
  readonly timer: NodeJS.Timeout;
}

/** Processes that have answered and wait for the next request of the same key; the oldest ends when there are too many. */
export class ProcessPool {
  readonly #max: number;
  #idle: Idle[] = [];

  constructor(max: number) {
    this.#max = max;
  }

  /** Takes out the process that was used last, which is the warmest; undefined when none waits. */
  take(key: string): ReadingProcess | undefined {
    for (const idle of this.#idle.toReversed()) {
      if (idle.key !== key) continue;
      this.#remove(idle);
      if (!idle.process.isReady) continue;
      idle.process.keepAlive(true);
      return idle.process;
    }
    return undefined;
  }

  /** Puts a process back, or ends it where it cannot be used again. */
  async give(key: string, process: ReadingProcess): Promise<void> {
    if (!process.isReady || !(await process.isSlim())) return process.end();
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
