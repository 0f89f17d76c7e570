import { largeFileSlots, readingSlots, SMALL_BYTES_MAX, type SubprocessLimits } from './subprocess-limits.ts';
import { currentOwner } from '../current-unit.ts';
import { ProcessPool } from './process-pool.ts';
import { ReadingProcess, type BytesConsumer } from './reading-process.ts';
import { Semaphore } from './semaphore.ts';

export interface SubprocessTask {
  /** Path of a program that Node can run and that calls `serveRequests`. */
  readonly program: string;
  /** The request, sent as one JSON document. */
  readonly request: unknown;
  readonly limits: SubprocessLimits;
  /** Size of the file in bytes. Omitted: small. */
  readonly sizeBytes?: number;
  /**
   * Key that allows requests of the same program to share a process: a warm process is ten times as fast. Cannot be
   * combined with `pour`.
   */
  readonly reuseFor?: string | undefined;
  /**
   * Consumes the bytes that the program writes to its second pipe (`secondPipe`), while results arrive. If it throws,
   * the process is killed and the error is rethrown.
   */
  readonly pour?: BytesConsumer | undefined;
}

const slots = readingSlots();
/**
 * Slots for small files: in total per process, and per organisation. Other files wait. Large files have their own
 * slots, so that small ones never wait for them.
 */
const smallFileSemaphore = new Semaphore(slots, Math.max(2, Math.floor(slots / 2)));
const largeFileSemaphore = new Semaphore(largeFileSlots(slots));
const pool = new ProcessPool(slots);

/**
 * Runs a program in a subprocess and yields its results as they arrive. The process is limited from outside and has no
 * access to the database or to secrets, so a hostile file can only end its own process. It blocks while the caller is
 * slow and is killed when the caller stops iterating.
 * @throws FileProblem when the file is at fault
 * @throws SubprocessStopped when the process did not end normally
 */
export async function* runInSubprocess<Said>(work: SubprocessTask): AsyncGenerator<Said> {
  const owner = currentOwner();
  const semaphore = (work.sizeBytes ?? 0) > SMALL_BYTES_MAX ? largeFileSemaphore : smallFileSemaphore;
  await semaphore.acquire(owner);
  try {
    yield* work.reuseFor === undefined || work.pour ? runOnce<Said>(work) : runPooled<Said>(work, work.reuseFor);
  } finally {
    semaphore.release(owner);
  }
}

function runOnce<Said>({ program, request, limits, pour }: SubprocessTask): AsyncGenerator<Said> {
  return new ReadingProcess(program, limits, pour !== undefined).execute<Said>({ request, limits, pour, isLast: true });
}

async function* runPooled<Said>({ program, request, limits }: SubprocessTask, reuseFor: string): AsyncGenerator<Said> {
  const key = JSON.stringify([program, limits.memoryBytesMax, reuseFor]);
  const process = pool.acquire(key) ?? new ReadingProcess(program, limits, false);
  try {
    yield* process.execute<Said>({ request, limits, isLast: false });
  } finally {
    await pool.release(key, process);
  }
}
