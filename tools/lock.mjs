// One at a time across processes: a folder that only one process can make, with its maker's pid in it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const pause = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/** True when a process with this id lives, whoever owns it. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The holder's pid; a holder that has not yet written it counts as alive for a moment. */
function holderOf(folder) {
  try {
    return Number(readFileSync(path.join(folder, 'pid'), 'utf8'));
  } catch {
    pause(50);
    try {
      return Number(readFileSync(path.join(folder, 'pid'), 'utf8'));
    } catch {
      return 0;
    }
  }
}

function take(folder) {
  for (;;) {
    try {
      mkdirSync(folder);
      writeFileSync(path.join(folder, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = holderOf(folder);
    if (!holder || !isAlive(holder)) rmSync(folder, { recursive: true, force: true });
    else pause(100);
  }
}

/** Runs `work` (synchronous) while no other process holds `folder`; waits for as long as the holder lives. */
export function withLock(folder, work) {
  mkdirSync(path.dirname(folder), { recursive: true });
  take(folder);
  try {
    return work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
