import type { ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import type { ApartLimits, StoppedBy } from './apart-limits.ts';

export interface Watch {
  /** Ends the process now, for this reason unless there was one before. */
  strike(why: StoppedBy): void;
  /** Ends the watch and says why it struck, if it did. */
  stop(): StoppedBy | null;
}

const LOOK_EVERY_MS = 200;

/** Stops a process when it takes more memory or time than it may. */
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

/** Memory a process holds now. Where the system does not tell (no /proc), the limit of the JavaScript heap stands alone. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

/** Where the machine itself runs out of memory, Linux shall end this process and not the one that started it. */
function offerFirst(pid: number | undefined): void {
  if (pid) void writeFile(`/proc/${pid}/oom_score_adj`, '1000').catch(() => undefined);
}
