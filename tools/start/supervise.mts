import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nodeFlags } from '../project.mts';

export interface Program {
  name: string;
  /** Arguments after `node`. */
  words: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  logFile: string;
  /** Maximum size of the log in bytes; a larger log is rotated. */
  logBytesMax?: number;
}

export interface Supervised {
  readonly pid: number | undefined;
  /** Resolves when the program first ends before stop(): its exit and the end of its log. */
  readonly firstFall: Promise<string>;
  /** Sends SIGTERM, then SIGKILL after a while. */
  stop(): Promise<void>;
}

const logBytesMaxDefault = 10 * 1024 * 1024;
/** Number of rotated logs; `.1` is the newest. */
const rotatedLogsMax = 5;
const rotateEveryMs = 5000;
/** Longer than the time that the program gives work in progress. */
const stopPatienceMs = 4000 + Math.max(8, Number(process.env.SHUTDOWN_SECONDS) || 0) * 1000;
/** Restarts wait 0.5 s, 1 s, 2 s … 30 s. A program that ran for a minute starts from 0.5 s again. */
const restartWaitMs = { first: 500, most: 30_000, forgetAfter: 60_000 };

export const nextWait = (lastWaitMs: number, ranMs: number): number =>
  lastWaitMs === 0 || ranMs > restartWaitMs.forgetAfter
    ? restartWaitMs.first
    : Math.min(lastWaitMs * 2, restartWaitMs.most);

/**
 * Rotates a log that is too large, even while a program writes to it. The log is copied and emptied, because the
 * program has it open. A line written between the two is lost.
 */
export function rotateLog(file: string, bytesMax = logBytesMaxDefault): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) <= bytesMax) return;
  for (let n = rotatedLogsMax - 1; n >= 1; n -= 1)
    if (existsSync(`${file}.${n}`)) renameSync(`${file}.${n}`, `${file}.${n + 1}`);
  copyFileSync(file, `${file}.1`);
  truncateSync(file, 0);
}

function openLog(file: string, bytesMax: number | undefined): number {
  mkdirSync(path.dirname(file), { recursive: true });
  rotateLog(file, bytesMax);
  return openSync(file, 'a', 0o600);
}

/** Returns the last lines of a log. */
export function tailOf(file: string, lines = 5): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}

/** Starts a program in a separate process group: Ctrl-C goes to the supervisor, which ends everything in order. */
function startChild({ words, env, cwd, logFile, logBytesMax }: Program): ChildProcess {
  const log = openLog(logFile, logBytesMax);
  const followParent = path.join(import.meta.dirname, 'follow-parent.mjs');
  const child = spawn(process.execPath, [...nodeFlags, '--import', followParent, ...words], {
    cwd,
    env,
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  return child;
}

/** Resolves with how the program ended, or why the system did not start it. */
const ending = (child: ChildProcess) =>
  new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with code ${code}`));
    child.once('error', (error) => resolve(`could not be started (${error.message})`));
  });

async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const obeyed = await Promise.race([ended.then(() => true), pause(stopPatienceMs, false, { ref: false })]);
  if (!obeyed) child.kill('SIGKILL');
  await ended;
}

/** Keeps a program running until stop(): restarts it each time it ends, with growing pauses. */
export function supervise(program: Program, print: (text: string) => void): Supervised {
  const stopping = new AbortController();
  let child = startChild(program);
  let ended = ending(child);
  let fell: (how: string) => void = () => undefined;
  const firstFall = new Promise<string>((resolve) => (fell = resolve));

  const restartWhenEnded = async () => {
    for (let wait = 0, began = performance.now(); ; began = performance.now()) {
      const how = await ended;
      if (stopping.signal.aborted) return;
      fell(`${how}\n${tailOf(program.logFile)}`);
      wait = nextWait(wait, performance.now() - began);
      print(`${program.name} ${how}; it starts again in ${wait / 1000} s (log: ${program.logFile})`);
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      try {
        child = startChild(program);
        ended = ending(child);
      } catch (error) {
        ended = Promise.resolve(`could not be started (${(error as Error).message})`); // a full disk or no more processes: retried later
      }
    }
  };
  const kept = restartWhenEnded();
  const rotating = setInterval(() => {
    try {
      rotateLog(program.logFile, program.logBytesMax);
    } catch (error) {
      print(`${program.logFile} could not be put aside (${(error as Error).message})`); // a full disk: retried later
    }
  }, rotateEveryMs);
  rotating.unref();

  return {
    get pid() {
      return child.pid;
    },
    firstFall,
    stop: async () => {
      stopping.abort();
      clearInterval(rotating);
      if (child.pid && child.exitCode === null && child.signalCode === null) await stopChild(child, ended);
      await kept;
    },
  };
}
