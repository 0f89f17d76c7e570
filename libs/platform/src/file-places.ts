import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 200;
/** Between two files a place is free for a moment: places count as free when one has been for this long. */
const FREE_FOR_MS = 1000;

/** The places in which one worker reads files. Work that nobody waits for yields while all are taken. */
export class FilePlaces {
  readonly #count: number;
  #taken = 0;
  #lastFullAt = -Infinity;

  constructor(count: number) {
    this.#count = count;
  }

  /** Takes a place as long as the work lasts. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#taken += 1;
    try {
      return await work();
    } finally {
      if (this.#isFull) this.#lastFullAt = performance.now();
      this.#taken -= 1;
    }
  }

  /** Waits until a place has been free for a second, and no longer than to `lastMs`, a time as `Date.now` tells it. */
  async untilFree(lastMs: number): Promise<void> {
    while ((this.#isFull || performance.now() - this.#lastFullAt < FREE_FOR_MS) && Date.now() < lastMs)
      await pause(LOOK_EVERY_MS, undefined, { ref: false });
  }

  get #isFull(): boolean {
    return this.#taken >= this.#count;
  }
}
