import { Worker } from 'node:worker_threads';

const LOOK_EVERY_MS = 1000;

// Where the parent is gone the system gives its children another; where it does not (Windows), the parent's number answers no more.
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

/** Ends this process within two seconds when the one that started it is gone: from a thread of its own, for a reader that loops hears nothing. */
export function endWithParent(startedBy: number): void {
  new Worker(watch, {
    eval: true,
    workerData: startedBy,
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  }).unref();
}
