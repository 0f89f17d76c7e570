import { largePlaces, readingPlaces, SMALL_BYTES_MAX, type ApartLimits } from './apart-limits.ts';
import { currentOwner } from '../current-unit.ts';
import { ProcessPool } from './process-pool.ts';
import { ReadingProcess, type Pour } from './reading-process.ts';
import { Turns } from './turns.ts';

export interface ApartWork {
  /** The program: a file Node can run, which calls `answerApart`. */
  readonly program: string;
  /** What it is given, as one JSON document. */
  readonly request: unknown;
  readonly limits: ApartLimits;
  /** Bytes of the file that is read; small when left out. */
  readonly sizeBytes?: number;
  /**
   * Lets the process read the next file of the same program too, for requests that name the same: a process that has warmed up is ten times
   * as quick. Not together with `pour`.
   */
  readonly reuseFor?: string | undefined;
  /** Takes the bytes that the program gives on a pipe of their own (`besidePipe`), while it says things. When it will have no more, the process is ended and its error thrown. */
  readonly pour?: Pour | undefined;
}

const places = readingPlaces();
/**
 * Files read at once by one process, and of them those of one organisation: the others wait for their turn. Large files have places of
 * their own, so that no small one waits for them.
 */
const turnsOfSmall = new Turns(places, Math.max(2, Math.floor(places / 2)));
const turnsOfLarge = new Turns(largePlaces(places));
const pool = new ProcessPool(places);

/**
 * Runs a program in a process of its own and gives what it says, as it says it. The process is watched from outside and knows nothing of our
 * database or secrets: a hostile file ends that process and nothing else. It waits when we are slow; it ends when we stop listening.
 * @throws FileProblem when the file is to blame, StoppedApart when there was no end
 */
export async function* runApart<Said>(work: ApartWork): AsyncGenerator<Said> {
  const owner = currentOwner();
  const turns = (work.sizeBytes ?? 0) > SMALL_BYTES_MAX ? turnsOfLarge : turnsOfSmall;
  await turns.take(owner);
  try {
    yield* work.reuseFor === undefined || work.pour ? askOnce<Said>(work) : askPooled<Said>(work, work.reuseFor);
  } finally {
    turns.give(owner);
  }
}

function askOnce<Said>({ program, request, limits, pour }: ApartWork): AsyncGenerator<Said> {
  return new ReadingProcess(program, limits, pour !== undefined).ask<Said>({ request, limits, pour, isLast: true });
}

async function* askPooled<Said>({ program, request, limits }: ApartWork, reuseFor: string): AsyncGenerator<Said> {
  const key = JSON.stringify([program, limits.memoryBytesMax, reuseFor]);
  const process = pool.take(key) ?? new ReadingProcess(program, limits, false);
  try {
    yield* process.ask<Said>({ request, limits, isLast: false });
  } finally {
    await pool.give(key, process);
  }
}
