// Lock between processes: a folder that only one process can create, containing the pid of its creator.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Returns true when a process with this id is running, whoever owns it. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Returns the pid in the lock; 0 until its creator has written it. */
function holderOf(folder) {
  try {
    return Number(readFileSync(path.join(folder, 'pid'), 'utf8'));
  } catch {
    return 0;
  }
}

function tryToTake(folder) {
  try {
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Runs `work` while no other process has the lock on `folder`. Waits as long as the owner of the lock is running. */
export async function withLock(folder, work) {
  mkdirSync(path.dirname(folder), { recursive: true });
  for (let namelessTurns = 0; !tryToTake(folder);) {
    const holder = holderOf(folder);
    namelessTurns = holder ? 0 : namelessTurns + 1;
    if (namelessTurns > 5 || (holder && !isAlive(holder))) rmSync(folder, { recursive: true, force: true });
    else await pause(100);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
