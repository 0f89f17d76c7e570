import type { ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import type { SubprocessLimits, StopReason } from './subprocess-limits.ts';

export interface ProcessWatch {
  /** Kills the process now. The first reason is recorded. */
  strike(why: StopReason): void;
  /** Stops watching. Returns why the process was killed, or null. */
  stop(): StopReason | null;
}

const LOOK_EVERY_MS = 200;

/** Kills a process when it exceeds its memory or time limit. Memory is checked every 200 ms. */
export function watchProcess(child: ChildProcess, { memoryBytesMax, secondsMax }: SubprocessLimits): ProcessWatch {
  let stopReason: StopReason | null = null;
  const stopProcess = (why: StopReason) => {
    stopReason ??= why;
    child.kill('SIGKILL');
  };
  const checkMemory = () =>
    void residentBytes(child.pid).then((bytes) => bytes > memoryBytesMax && stopProcess('memory'));
  const timeLimit = setTimeout(() => stopProcess('time'), secondsMax * 1000);
  const memoryTimer = setInterval(checkMemory, LOOK_EVERY_MS);
  preferForOomKill(child.pid);
  return {
    strike: stopProcess,
    stop: () => {
      clearTimeout(timeLimit);
      clearInterval(memoryTimer);
      return stopReason;
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
function preferForOomKill(pid: number | undefined): void {
  if (pid) void writeFile(`/proc/${pid}/oom_score_adj`, '1000').catch(() => undefined);
}
