import { readdirSync, readFileSync } from 'node:fs';

const MB = 1024 * 1024;
const kilobytes = (pid: number, field: string): number => {
  try {
    return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // ended meanwhile, or not Linux
  }
};

/**
 * Returns the private memory of a process in MB; 0 where the system does not report it. Node's program code is
 * excluded, because all Node processes share it.
 */
export const ownMemoryOf = (pid: number): number =>
  Math.round(((kilobytes(pid, 'RssAnon') + kilobytes(pid, 'RssShmem')) * 1024) / MB);

/** Returns the running child processes of a process. */
export function childrenOf(pid: number): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((each) => parentOf(each) === pid);
  } catch {
    return [];
  }
}

/** Returns the arguments a process was started with; empty when it has ended. */
export function wordsOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function parentOf(pid: number): number {
  try {
    return Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Records the peak memory in MB under the given names. Samples five times per second until stopped. */
export class MemoryWatch {
  readonly most: Record<string, number> = {};
  /** One sample per second: the memory of each name. */
  readonly course: Record<string, number>[] = [];
  readonly #timer: NodeJS.Timeout;
  readonly #processes: () => Record<string, number[]>;

  constructor(processes: () => Record<string, number[]>) {
    this.#processes = processes;
    let looks = 0;
    this.#timer = setInterval(() => {
      const now = this.look();
      for (const [name, held] of Object.entries(now)) this.most[name] = Math.max(this.most[name] ?? 0, held);
      if (looks % 5 === 0) this.course.push(now);
      looks += 1;
    }, 200);
  }

  /** Returns the current memory of each name in MB. */
  look(): Record<string, number> {
    return Object.fromEntries(
      Object.entries(this.#processes()).map(([name, pids]) => [
        name,
        pids.reduce((sum, pid) => sum + ownMemoryOf(pid), 0),
      ]),
    );
  }

  stop(): this {
    clearInterval(this.#timer);
    return this;
  }
}
