import { largePlaces, readingPlaces, SMALL_BYTES_MAX, type ApartLimits } from './apart-limits.ts';
import { currentOwner } from '../current-unit.ts';
import { ProcessPool } from './process-pool.ts';
import { ReadingProcess, type Pour } from './reading-process.ts';
import { Turns } from './turns.ts';

export interface ApartWork {
  /** Path of a program that Node can run and that calls `answerApart`. */
  readonly program: string;
  /** The request, sent as one JSON document. */
  readonly request: unknown;
  readonly limits: ApartLimits;
  /** Size of the file in bytes. Omitted: small. */
  readonly sizeBytes?: number;
  /**
   * Key that allows requests of the same program to share a process: a warm process is ten times as fast. Cannot be
   * combined with `pour`.
   */
  readonly reuseFor?: string | undefined;
  /**
   * Consumes the bytes that the program writes to its second pipe (`besidePipe`), while results arrive. If it throws,
   * the process is killed and the error is rethrown.
   */
  readonly pour?: Pour | undefined;
}

const places = readingPlaces();
/**
 * Slots for small files: in total per process, and per organisation. Other files wait. Large files have their own
 * slots, so that small ones never wait for them.
 */
const turnsOfSmall = new Turns(places, Math.max(2, Math.floor(places / 2)));
const turnsOfLarge = new Turns(largePlaces(places));
const pool = new ProcessPool(places);

/**
 * Runs a program in a subprocess and yields its results as they arrive. The process is limited from outside and has no
 * access to the database or to secrets, so a hostile file can only end its own process. It blocks while the caller is
 * slow and is killed when the caller stops iterating.
 * @throws FileProblem when the file is at fault
 * @throws StoppedApart when the process did not end normally
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
