import { Injectable } from '@nestjs/common';
import { Problem } from '@tallgrunn/platform';

/** Packs that one process writes at once: each holds a connection of the database as long as it is read. */
export const packsAtOnceMax = 2;
const RETRY_AFTER_SECONDS = 60;

/** How far the writing of an evidence pack has come. */
export interface PackProgress {
  readonly run: number;
  /** The publication whose part it is of; null for the whole run. */
  readonly publication: string | null;
  /** Lines written so far, each as many times as it is in the pack. */
  rows: number;
  rowsTotal: number;
}

/** Who writes an evidence pack now: few at once, and each person one. */
@Injectable()
export class PackTurns {
  readonly #taken = new Map<symbol, string>();
  readonly #progress = new Map<symbol, PackProgress>();

  /** How many are being written. */
  get taken(): number {
    return this.#taken.size;
  }

  /** Returns how far a person's pack has come; null when none is being written. */
  progressOf(person: string): PackProgress | null {
    const [turn] = [...this.#taken].find(([, by]) => by === person) ?? [];
    return (turn && this.#progress.get(turn)) ?? null;
  }

  /** Takes a turn for a person; what it answers gives the turn back. 429 where the person has one, or all are taken. */
  take(person: string, progress?: PackProgress): () => void {
    const refuse = (code: string): Problem =>
      new Problem(429, code, { atOnceMax: packsAtOnceMax, retryAfterSeconds: RETRY_AFTER_SECONDS });
    if ([...this.#taken.values()].includes(person)) throw refuse('pack-being-made');
    if (this.#taken.size >= packsAtOnceMax) throw refuse('packs-being-made');
    const turn = Symbol(person);
    this.#taken.set(turn, person);
    if (progress) this.#progress.set(turn, progress);
    return () => {
      this.#taken.delete(turn);
      this.#progress.delete(turn);
    };
  }
}
