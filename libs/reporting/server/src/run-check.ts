import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { CheckRequest, CheckSaid, CheckSummary, StoppedBy } from './check-request.ts';

export interface CheckLimits {
  readonly memoryBytesMax: number;
  readonly secondsMax: number;
}

export interface CheckOutcome {
  readonly verdict: CheckSummary | null;
  readonly stoppedBy: StoppedBy | null;
  /** The last words of a process that fell. */
  readonly said: string;
  readonly out: CheckRequest['out'];
  /** Takes the rows away again. */
  clear(): Promise<void>;
}

const MB = 1024 * 1024;
const WATCH_EVERY_MS = 200;
const SAID_MAX = 4000;

/** Time to read: a minute, and a second for each 200 kB, at most two hours. Memory: what a report of two million lines needs. */
export function checkLimits(sizeBytes: number): CheckLimits {
  return { memoryBytesMax: 1536 * MB, secondsMax: Math.min(7200, 60 + Math.ceil(sizeBytes / (200 * 1024))) };
}

/**
 * Reads and checks one file in a process of its own, which is watched from outside: a hostile file ends that process and nothing else.
 * The rows lie in files of `folder` until `clear`.
 */
export async function runCheck(request: Omit<CheckRequest, 'out'>, options: { folder: string; limits: CheckLimits; onRows?: (rows: number) => void; program?: string }): Promise<CheckOutcome> {
  const folder = await mkdtemp(path.join(options.folder, 'checking-'));
  const out = { lines: path.join(folder, 'lines'), quarantined: path.join(folder, 'quarantined'), findings: path.join(folder, 'findings') };
  const child = spawn(process.execPath, [`--max-old-space-size=${Math.floor((options.limits.memoryBytesMax * 0.75) / MB)}`, options.program ?? programPath()], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Nothing of our own environment: no address of a database, no secret.
    env: { NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
  });
  const watch = watchProcess(child, options.limits);
  const fallen = new Promise<number | null>((done) => child.once('close', (code) => done(code)).once('error', () => done(null)));
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(JSON.stringify({ ...request, out } satisfies CheckRequest));
  const [verdict, said] = await Promise.all([hear(child, options.onRows), lastWords(child)]);
  const code = await fallen;
  const stoppedBy = watch.stop() ?? (code === 0 && verdict ? null : 'crash');
  return { verdict: stoppedBy ? null : verdict, stoppedBy: stoppedBy === 'crash' && /heap out of memory/.test(said) ? 'memory' : stoppedBy, said, out, clear: () => rm(folder, { recursive: true, force: true }) };
}

/** The program lies beside this one: as TypeScript in the source tree, as JavaScript where it is built. */
function programPath(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const places = ['check-file.js', '../server/check-file.js', 'check-file.ts'].map((place) => path.join(here, place));
  return places.find(existsSync) ?? places[0] ?? '';
}

async function hear(child: ChildProcess, onRows?: (rows: number) => void): Promise<CheckSummary | null> {
  let verdict: CheckSummary | null = null;
  if (!child.stdout) return null;
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
    const said = readSaid(line);
    if (said && 'verdict' in said) verdict = said.verdict;
    else if (said) onRows?.(said.rows);
  }
  return verdict;
}

function readSaid(line: string): CheckSaid | null {
  try {
    return JSON.parse(line) as CheckSaid;
  } catch {
    return null; // cut off in the middle of a word
  }
}

async function lastWords(child: ChildProcess): Promise<string> {
  let said = '';
  if (child.stderr) for await (const chunk of child.stderr) said = `${said}${String(chunk)}`.slice(-SAID_MAX);
  return said;
}

/** Stops the process when it takes more memory or time than it may. `stop` ends the watch and says why it struck, if it did. */
function watchProcess(child: ChildProcess, { memoryBytesMax, secondsMax }: CheckLimits): { stop(): StoppedBy | null } {
  let struck: StoppedBy | null = null;
  const strike = (why: StoppedBy) => {
    struck ??= why;
    child.kill('SIGKILL');
  };
  const late = setTimeout(() => strike('time'), secondsMax * 1000);
  const look = setInterval(() => void residentBytes(child.pid).then((bytes) => bytes > memoryBytesMax && strike('memory')), WATCH_EVERY_MS);
  return {
    stop: () => {
      clearTimeout(late);
      clearInterval(look);
      return struck;
    },
  };
}

/** Memory a process holds now. Where the system does not tell (no /proc), the limit of the JavaScript heap stands alone. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}
