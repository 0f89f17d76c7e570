import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nodeFlags } from '../project.mts';

export interface Program {
  name: string;
  /** Words after `node`. */
  words: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  logFile: string;
}

export interface Supervised {
  readonly pid: number | undefined;
  /** Resolves when the program ended for the first time before it was told to: its exit and the end of its log. */
  readonly firstFall: Promise<string>;
  /** Asks it to end, then insists. */
  stop(): Promise<void>;
}

const logBytesMax = 10 * 1024 * 1024;
const stopPatienceMs = 12_000;
/** Restarts come after 0.5 s, 1 s, 2 s … 30 s; a program that ran for a minute starts from 0.5 s again. */
const waitMs = { first: 500, most: 30_000, forgetAfter: 60_000 };

export const nextWait = (lastWaitMs: number, ranMs: number): number =>
  lastWaitMs === 0 || ranMs > waitMs.forgetAfter ? waitMs.first : Math.min(lastWaitMs * 2, waitMs.most);

function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > logBytesMax) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** The last lines of a log. */
export function tailOf(file: string, lines = 5): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}

/** In a process group of its own: Ctrl-C goes to the supervisor, which ends everything in order. */
function launch({ words, env, cwd, logFile }: Program): ChildProcess {
  const log = openLog(logFile);
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

/** How it ended, or why the system did not start it. */
const ending = (child: ChildProcess) =>
  new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with code ${code}`));
    child.once('error', (error) => resolve(`could not be started (${error.message})`));
  });

async function endNow(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const obeyed = await Promise.race([ended.then(() => true), pause(stopPatienceMs, false, { ref: false })]);
  if (!obeyed) child.kill('SIGKILL');
  await ended;
}

/** Keeps a program running until stop(): starts it anew, with growing pauses, each time it ends. */
export function supervise(program: Program, say: (text: string) => void): Supervised {
  const stopping = new AbortController();
  let child = launch(program);
  let ended = ending(child);
  let fell: (how: string) => void = () => undefined;
  const firstFall = new Promise<string>((resolve) => (fell = resolve));

  const keep = async () => {
    for (let wait = 0, began = performance.now(); ; began = performance.now()) {
      const how = await ended;
      if (stopping.signal.aborted) return;
      fell(`${how}\n${tailOf(program.logFile)}`);
      wait = nextWait(wait, performance.now() - began);
      say(`${program.name} ${how}; it starts again in ${wait / 1000} s (log: ${program.logFile})`);
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      try {
        child = launch(program);
        ended = ending(child);
      } catch (error) {
        ended = Promise.resolve(`could not be started (${(error as Error).message})`); // a full disk, no more processes: tried again later
      }
    }
  };
  const kept = keep();

  return {
    get pid() {
      return child.pid;
    },
    firstFall,
    stop: async () => {
      stopping.abort();
      if (child.pid && child.exitCode === null && child.signalCode === null) await endNow(child, ended);
      await kept;
    },
  };
}
