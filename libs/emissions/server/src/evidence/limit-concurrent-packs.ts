import { Injectable } from '@nestjs/common';
import { Problem } from '@tallgrunn/platform';

/** Maximum packs written by one process at a time; each occupies a database connection while it is read. */
export const concurrentPacksMax = 2;
const RETRY_AFTER_SECONDS = 60;

/** Progress of writing an evidence pack. */
export interface PackProgress {
  readonly run: number;
  /** The publication that limits the pack; null = the whole run. */
  readonly publication: string | null;
  /** Lines written so far. A line counts once for each place in the pack. */
  rows: number;
  rowsTotal: number;
}

/** Limits concurrent evidence packs: a few in total, one per person. */
@Injectable()
export class PackLimiter {
  readonly #taken = new Map<symbol, string>();
  readonly #progress = new Map<symbol, PackProgress>();

  /** Number of packs in progress. */
  get inProgress(): number {
    return this.#taken.size;
  }

  /** Returns the progress of a person's pack; null if none is in progress. */
  progressOf(person: string): PackProgress | null {
    const [turn] = [...this.#taken].find(([, by]) => by === person) ?? [];
    return (turn && this.#progress.get(turn)) ?? null;
  }

  /**
   * Reserves a turn for a person. Returns a function that releases it.
   * @throws Problem 'evidence-pack-in-progress' | 'evidence-pack-queue-full' (429) if the person has a pack in progress, or all turns are
   * taken
   */
  reserve(person: string, progress?: PackProgress): () => void {
    const refuse = (code: string): Problem =>
      new Problem(429, code, { atOnceMax: concurrentPacksMax, retryAfterSeconds: RETRY_AFTER_SECONDS });
    if ([...this.#taken.values()].includes(person)) throw refuse('evidence-pack-in-progress');
    if (this.#taken.size >= concurrentPacksMax) throw refuse('evidence-pack-queue-full');
    const turn = Symbol(person);
    this.#taken.set(turn, person);
    if (progress) this.#progress.set(turn, progress);
    return () => {
      this.#taken.delete(turn);
      this.#progress.delete(turn);
    };
  }
}
