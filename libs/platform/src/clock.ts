import { Injectable } from '@nestjs/common';

/** The current time, injected everywhere. In a demo installation it starts at the end of the demo data. */
@Injectable()
export class Clock {
  #offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** Makes `now()` start at the given moment and advance from there. */
  runFrom(moment: Date): void {
    this.#offsetMs = moment.getTime() - Date.now();
  }

  /** Returns to the real time. */
  useRealTime(): void {
    this.#offsetMs = 0;
  }
}
