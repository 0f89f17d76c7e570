import { readdirSync, readFileSync } from 'node:fs';

const MB = 1024 * 1024;
const kilobytes = (pid: number, field: string): number => {
  try {
    return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // gone meanwhile, or not Linux
  }
};

/** Memory a process holds of its own now, in MB; 0 where the system does not tell. Node's own program, which lies in memory once for all that run it, is no process' own. */
export const ownMemoryOf = (pid: number): number =>
  Math.round(((kilobytes(pid, 'RssAnon') + kilobytes(pid, 'RssShmem')) * 1024) / MB);

/** The processes that a process has started and that still run. */
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

/** The words a process was started with; none when it is gone. */
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

/** Highest memory seen, in MB, under the names given; looks five times a second until it is stopped. */
export class MemoryWatch {
  readonly most: Record<string, number> = {};
  /** One look a second: what each process held then. */
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

  /** What each holds now. */
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
