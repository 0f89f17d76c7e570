import type { Rng } from '../../values/rng.ts';
import type { Scene } from '../scene.ts';

/**
 * A way of selling, invoicing, reporting or booking that one party has: a name, what it does, and what it leaves of the truth. Habits are composed:
 * a party has at most one of each slot, and each does its own at its own step.
 */
export interface Habit {
  /** Also its name in tables and in the truth. */
  readonly key: string;
  /** Habits of a slot exclude each other. */
  readonly slot: string;
  readonly does: string;
  /** What can still be known when it has done its work, and what cannot. */
  readonly leaves: string;
  /** The share of lines, days or per cent it works with: drawn for each party. */
  readonly strength?: readonly [from: number, to: number];
  /** The habit without which it has nothing to work on: dealt with it where it is dealt alone. */
  readonly needs?: string;
  /** Slots of other habits of the same party that it does not go with. */
  readonly excludes?: readonly string[];
}

/** A habit that a party has, with its strength there. */
export interface Drawn<H extends Habit = Habit> {
  readonly habit: H;
  readonly strength: number;
}

/** What a habit works with. */
export interface Work {
  readonly draw: Rng;
  readonly strength: number;
  readonly scene: Scene;
}

/** What remembers which habits have touched it. */
export interface Marked {
  readonly habits: Set<string>;
}

/** Habits of a slot: the slot is said once. */
export const ofSlot = <H extends Habit>(
  slot: string,
  habits: readonly (Omit<H, 'slot'> & { readonly slot?: string })[],
): H[] => habits.map((habit) => ({ slot, ...habit }) as unknown as H);
