import { Injectable } from '@nestjs/common';

/** Whether this process is ending. What waits for something looks here, and stops waiting. */
@Injectable()
export class Drain {
  readonly #aborter = new AbortController();

  get isDraining(): boolean {
    return this.#aborter.signal.aborted;
  }

  /** Aborted when the process begins to end. */
  get signal(): AbortSignal {
    return this.#aborter.signal;
  }

  begin(): void {
    this.#aborter.abort();
  }
}
