import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 200;
/** Slots count as free when one has been free for this long: between two files a slot is briefly free. */
const FREE_FOR_MS = 1000;

/** The file-reading slots of one worker. Jobs that no user waits for yield while all are taken. */
export class FileSlots {
  readonly #count: number;
  #taken = 0;
  #lastFullAt = -Infinity;

  constructor(count: number) {
    this.#count = count;
  }

  /** Occupies a slot while the work runs. */
  async runInSlot<T>(work: () => Promise<T>): Promise<T> {
    this.#taken += 1;
    try {
      return await work();
    } finally {
      if (this.#isFull) this.#lastFullAt = performance.now();
      this.#taken -= 1;
    }
  }

  /** Waits until a slot has been free for a second, but not beyond `lastMs` (ms since the epoch). */
  async waitUntilFree(lastMs: number): Promise<void> {
    while ((this.#isFull || performance.now() - this.#lastFullAt < FREE_FOR_MS) && Date.now() < lastMs)
      await pause(LOOK_EVERY_MS, undefined, { ref: false });
  }

  get #isFull(): boolean {
    return this.#taken >= this.#count;
  }
}
