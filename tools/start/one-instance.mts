import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from '../lock.mjs';
import { PlainProblem } from '../plain-problem.mts';
import { unreadable } from '../postgres/explain-log.mts';

interface Holder {
  pid: number;
  address: string;
}

function holderIn(file: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return isAlive(holder.pid) && isSupervisor(holder.pid) ? holder : null;
  } catch {
    return null;
  }
}

/** A pid may have been given out again since; only where the system tells can we know. */
function isSupervisor(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.mts');
  } catch {
    return process.platform !== 'linux';
  }
}

/** Claims the data folder for this process; refuses when another supervisor has it. Answers how to let go. */
export function claimFolder(folder: string, address: string): () => void {
  const file = path.join(folder, 'running.json');
  const holder = holderIn(file);
  if (holder) throw new PlainProblem(`Tallgrunn already runs from ${folder} at ${holder.address} (process ${holder.pid}): stop it first, or set TALLGRUNN_DATA to another folder.`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify({ pid: process.pid, address } satisfies Holder));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') throw new PlainProblem(unreadable(folder));
    throw error;
  }
  return () => rmSync(file, { force: true });
}
