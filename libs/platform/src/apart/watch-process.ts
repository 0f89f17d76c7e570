import type { ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import type { ApartLimits, StoppedBy } from './apart-limits.ts';

export interface Watch {
  /** Kills the process now. The first reason is recorded. */
  strike(why: StoppedBy): void;
  /** Stops watching. Returns why the process was killed, or null. */
  stop(): StoppedBy | null;
}

const LOOK_EVERY_MS = 200;

/** Kills a process when it exceeds its memory or time limit. Memory is checked every 200 ms. */
export function watchProcess(child: ChildProcess, { memoryBytesMax, secondsMax }: ApartLimits): Watch {
  let struck: StoppedBy | null = null;
  const strike = (why: StoppedBy) => {
    struck ??= why;
    child.kill('SIGKILL');
  };
  const look = () => void residentBytes(child.pid).then((bytes) => bytes > memoryBytesMax && strike('memory'));
  const late = setTimeout(() => strike('time'), secondsMax * 1000);
  const looking = setInterval(look, LOOK_EVERY_MS);
  offerFirst(child.pid);
  return {
    strike,
    stop: () => {
      clearTimeout(late);
      clearInterval(looking);
      return struck;
    },
  };
}

/**
 * Returns the resident memory of a process in bytes. Returns 0 where the system has no /proc; then only the limit of
 * the JavaScript heap applies.
 */
async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

/** Makes Linux kill this process first, instead of its parent, when the machine runs out of memory. */
function offerFirst(pid: number | undefined): void {
  if (pid) void writeFile(`/proc/${pid}/oom_score_adj`, '1000').catch(() => undefined);
}
