import { Worker } from 'node:worker_threads';

const LOOK_EVERY_MS = 1000;

// On Unix, an orphaned process gets another parent id. On Windows it keeps the id, but signal 0 to the old parent
// fails.
const watch = `
const started = require('node:worker_threads').workerData;
const isThere = () => {
  try {
    return process.kill(started, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};
setInterval(() => {
  if (process.ppid !== started || !isThere()) process.kill(process.pid, 'SIGKILL');
}, ${LOOK_EVERY_MS});
`;

/**
 * Ends this process within two seconds after its parent has ended. Runs in a worker thread, because a reader in an
 * endless loop would never run a timer.
 */
export function exitWithParent(startedBy: number): void {
  new Worker(watch, {
    eval: true,
    workerData: startedBy,
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  }).unref();
}
