import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 200;
/** Slots count as free when one has been free for this long: between two files a slot is briefly free. */
const FREE_FOR_MS = 1000;
/** More files than this for each slot, begun within so many ms, are a rush: the next one comes before other work ends. */
const RUSH_FILES = 3;
const RUSH_WITHIN_MS = 10_000;

/**
 * The file-reading slots of one worker. Jobs that no user waits for yield while all are taken, and while file follows
 * file: they would take the processors from the next ones.
 */
export class FileSlots {
  readonly #count: number;
  readonly #now: () => number;
  #taken = 0;
  #lastFullAt = -Infinity;
  /** When the newest files began, as many as make a rush; the oldest first. */
  #begun: number[] = [];

  /** @param now milliseconds of a clock that is never set */
  constructor(count: number, now: () => number = () => performance.now()) {
    this.#count = count;
    this.#now = now;
  }

  /** Occupies a slot while the work runs. */
  async runInSlot<T>(work: () => Promise<T>): Promise<T> {
    this.#taken += 1;
    this.#begun = [...this.#begun, this.#now()].slice(-RUSH_FILES * this.#count);
    try {
      return await work();
    } finally {
      if (this.#isFull) this.#lastFullAt = this.#now();
      this.#taken -= 1;
    }
  }

  /** Waits until a slot has been free for a second and no rush goes on, but not beyond `lastMs` (ms since the epoch). */
  async waitUntilFree(lastMs: number): Promise<void> {
    while (this.isBusy && Date.now() < lastMs) await pause(LOOK_EVERY_MS, undefined, { ref: false });
  }

  /** Whether other work should wait. */
  get isBusy(): boolean {
    const now = this.#now();
    const isRush = this.#begun.length === RUSH_FILES * this.#count && now - (this.#begun[0] ?? 0) < RUSH_WITHIN_MS;
    return this.#isFull || now - this.#lastFullAt < FREE_FOR_MS || isRush;
  }

  get #isFull(): boolean {
    return this.#taken >= this.#count;
  }
}
