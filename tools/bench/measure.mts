import os from 'node:os';

/** One line of the table: two things done in the same run, and what the one costs of the other. */
export interface Ratio {
  what: string;
  first: string;
  second: string;
  /** First by second. Near 1 where a cost should stay flat. */
  ratio: number;
}

/** Seconds that work takes: the best of a few tries, so that a busy machine disturbs less. */
export async function secondsOf(work: () => unknown, tries = 3): Promise<number> {
  let best = Infinity;
  for (let at = 0; at < tries; at += 1) {
    const began = performance.now();
    await work();
    best = Math.min(best, (performance.now() - began) / 1000);
  }
  return best;
}

export const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** What was measured on: processors, memory, Node. */
export const machine = (): string =>
  `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, ${Math.round(os.totalmem() / 1024 ** 3)} GB, Node ${process.versions.node}`;
