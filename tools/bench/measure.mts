import os from 'node:os';

/** One line of the table: two things measured in the same run, and their ratio. */
export interface Ratio {
  what: string;
  first: string;
  second: string;
  /** First divided by second. Near 1 where a cost should stay constant. */
  ratio: number;
}

/** Returns the seconds of the fastest of several tries, so that other load on the machine disturbs less. */
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

/** Describes the machine: processors, memory, Node. */
export const machine = (): string =>
  `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, ${Math.round(os.totalmem() / 1024 ** 3)} GB, Node ${process.versions.node}`;
