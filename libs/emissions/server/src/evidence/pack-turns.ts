import { Injectable } from '@nestjs/common';
import { Problem } from '@tallgrunn/platform';

/** Packs that one process writes at once: each holds a connection of the database as long as it is read. */
export const packsAtOnceMax = 2;
const RETRY_AFTER_SECONDS = 60;

/** Who writes an evidence pack now: few at once, and each person one. */
@Injectable()
export class PackTurns {
  readonly #taken = new Map<symbol, string>();

  /** How many are being written. */
  get taken(): number {
    return this.#taken.size;
  }

  /** Takes a turn for a person; what it answers gives the turn back. 429 where the person has one, or all are taken. */
  take(person: string): () => void {
    const refuse = (code: string): Problem => new Problem(429, code, { atOnceMax: packsAtOnceMax, retryAfterSeconds: RETRY_AFTER_SECONDS });
    if ([...this.#taken.values()].includes(person)) throw refuse('pack-being-made');
    if (this.#taken.size >= packsAtOnceMax) throw refuse('packs-being-made');
    const turn = Symbol(person);
    this.#taken.set(turn, person);
    return () => void this.#taken.delete(turn);
  }
}
