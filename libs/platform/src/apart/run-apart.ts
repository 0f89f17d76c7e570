import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Readable } from 'node:stream';
import { compiledFolder } from '../config.ts';
import type { ApartLine } from './answer-apart.ts';
import type { ApartLimits, StoppedBy } from './apart-limits.ts';
import { linesOf } from './lines-of.ts';
import { BESIDE } from './row-writer.ts';
import { currentOwner } from '../current-unit.ts';
import { Turns } from './turns.ts';
import { watchProcess } from './watch-process.ts';

/** What the process was given is itself to blame: the code and params its reader gave. */
export class FileProblem extends Error {
  readonly code: string;
  readonly params: Record<string, unknown>;

  constructor(code: string, params: Record<string, unknown>) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** The process was stopped from outside or fell; `said` is the last it wrote on its standard error. */
export class StoppedApart extends Error {
  readonly stoppedBy: StoppedBy;
  readonly said: string;

  constructor(stoppedBy: StoppedBy, said: string) {
    super(`stopped by ${stoppedBy}`);
    this.stoppedBy = stoppedBy;
    this.said = said;
  }
}

export interface ApartWork {
  /** The program: a file Node can run, which calls `answerApart`. */
  readonly program: string;
  /** What it is given, as one JSON document. */
  readonly request: unknown;
  readonly limits: ApartLimits;
  /** Takes the bytes that the program gives on a pipe of their own (`besidePipe`), while it says things. When it will have no more, the process is ended and its error thrown. */
  readonly pour?: (bytes: Readable) => Promise<unknown>;
}

const MB = 1024 * 1024;
/** Longest answer of a program, in bytes. */
export const ANSWER_BYTES_MAX = 64 * MB;
const SAID_MAX = 4000;
/**
 * Of what a reader makes nearly nothing is kept, so little room for what is new does, in MB. The first rows are kept until it is known what
 * they are, and V8 would believe of all that come later that they are kept too, and make them where only a whole collection clears.
 */
const forReaders = ['--max-semi-space-size=4', '--no-allocation-site-pretenuring'];

/** Files read at once by one process, and of them those of one organisation: the others wait for their turn. */
const turns = new Turns(4, 2);

/**
 * Runs a program in a process of its own and gives what it says, as it says it. The process is watched from outside and knows nothing of our
 * database or secrets: a hostile file ends that process and nothing else. It waits when we are slow; it ends when we stop listening.
 * Throws FileProblem when the file is to blame, StoppedApart when there was no end.
 */
export async function* runApart<Said>(work: ApartWork): AsyncGenerator<Said> {
  const owner = currentOwner();
  await turns.take(owner);
  try {
    yield* listen<Said>(work);
  } finally {
    turns.give(owner);
  }
}

async function* listen<Said>({ program, request, limits, pour }: ApartWork): AsyncGenerator<Said> {
  const child = start(program, limits, pour !== undefined);
  const watch = watchProcess(child, limits);
  const poured = pourBytes(child, pour);
  const fallen = new Promise<number | null>((done) =>
    child.once('close', (code) => done(code)).once('error', () => done(null)),
  );
  const lastSaid = lastWords(child);
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(request));
  let ended = false;
  try {
    for await (const text of linesOf(child.stdout, ANSWER_BYTES_MAX, () => watch.strike('memory'))) {
      const line = readLine<Said>(text);
      if (line && 'problem' in line) throw new FileProblem(line.problem.code, line.problem.params);
      if (line && 'end' in line) ended = true;
      else if (line) yield line.said;
    }
    const [code, said, refusal] = await Promise.all([fallen, lastSaid, poured]);
    // Bytes that were refused after the process had fallen were cut off by its fall.
    if (refusal && (refusal.early || ended)) throw refusal.error;
    const stoppedBy = watch.stop() ?? (code === 0 && ended ? null : 'crash');
    if (stoppedBy)
      throw new StoppedApart(stoppedBy === 'crash' && /heap out of memory/.test(said) ? 'memory' : stoppedBy, said);
  } finally {
    watch.stop();
    child.kill('SIGKILL');
    await poured; // whoever pours still works with what it was given
  }
}

interface Refusal {
  readonly error: unknown;
  /** Before the process had given all. */
  readonly early: boolean;
}

/** Resolves when all is poured: with why not, when it was refused. */
async function pourBytes(child: ChildProcessWithoutNullStreams, pour: ApartWork['pour']): Promise<Refusal | null> {
  if (!pour) return null;
  const bytes = child.stdio[BESIDE] as Readable;
  let ended = false;
  bytes.once('end', () => (ended = true));
  try {
    await pour(bytes);
    return null;
  } catch (error) {
    if (!ended) child.kill('SIGKILL');
    return { error, early: !ended };
  }
}

function start(program: string, { memoryBytesMax }: ApartLimits, beside: boolean): ChildProcessWithoutNullStreams {
  const compiled = compiledFolder(); // a program of many sources starts four times as quickly from there
  const kept = compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled };
  const heap = `--max-old-space-size=${Math.max(16, Math.floor((memoryBytesMax * 0.75) / MB))}`;
  return spawn(process.execPath, [heap, ...forReaders, program, String(process.pid)], {
    stdio: ['pipe', 'pipe', 'pipe', ...(beside ? (['pipe'] as const) : [])],
    // Nothing of our own environment: no address of a database, no secret.
    // On Linux, large pieces of memory go back to the system when they are done with: left to itself the C library soon keeps them.
    env: { NODE_OPTIONS: '--disable-warning=ExperimentalWarning', MALLOC_MMAP_THRESHOLD_: String(128 * 1024), ...kept },
  }) as ChildProcessWithoutNullStreams;
}

function readLine<Said>(text: string): ApartLine<Said> | null {
  try {
    return JSON.parse(text) as ApartLine<Said>;
  } catch {
    return null; // cut off in the middle of a word: how the process ended tells the rest
  }
}

async function lastWords({ stderr }: ChildProcessWithoutNullStreams): Promise<string> {
  let said = '';
  for await (const chunk of stderr) said = `${said}${String(chunk)}`.slice(-SAID_MAX);
  return said;
}
