import { Injectable } from '@nestjs/common';

/** The time of day, injected everywhere. A demo instance runs from the day its world ends. */
@Injectable()
export class Clock {
  #offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** From now on, `now()` starts at the given moment and runs on. */
  runFrom(moment: Date): void {
    this.#offsetMs = moment.getTime() - Date.now();
  }

  /** Back to the real time. */
  runFree(): void {
    this.#offsetMs = 0;
  }
}
