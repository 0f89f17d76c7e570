import { Injectable } from '@nestjs/common';

/** Whether this process is shutting down. Long waits check it and stop. */
@Injectable()
export class Drain {
  readonly #aborter = new AbortController();

  get isDraining(): boolean {
    return this.#aborter.signal.aborted;
  }

  /** Aborted when the shutdown begins. */
  get signal(): AbortSignal {
    return this.#aborter.signal;
  }

  begin(): void {
    this.#aborter.abort();
  }
}
