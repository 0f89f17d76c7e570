import { readdirSync, readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;

interface Times {
  parent: number;
  /** Seconds of the process itself (`own`), and of its children that have ended and been waited for (`ended`). */
  own: number;
  ended: number;
}

function timesOf(pid: number | string): Times {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number) ?? [];
    const [own, ended] = [11, 13].map((at) => ((fields[at] ?? 0) + (fields[at + 1] ?? 0)) / TICKS_A_SECOND);
    return { parent: fields[1] ?? 0, own: own ?? 0, ended: ended ?? 0 };
  } catch {
    return { parent: 0, own: 0, ended: 0 }; // ended meanwhile, or not Linux
  }
}

export const parentOf = (pid: number): number => timesOf(pid).parent;

/**
 * Returns the processor time in seconds of a process and of everything it has started. Other load on the processors
 * hardly affects it, unlike elapsed time.
 */
export function processorSecondsOf(pid: number): number {
  const { own, ended } = timesOf(pid);
  const living = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(timesOf)
    .filter(({ parent }) => parent === pid);
  return own + ended + living.reduce((sum, each) => sum + each.own + each.ended, 0);
}
