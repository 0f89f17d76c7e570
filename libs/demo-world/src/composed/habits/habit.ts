import type { Rng } from '../../values/rng.ts';
import type { Scene } from '../scene.ts';

/**
 * A named way of selling, invoicing, reporting or booking. `does` describes its effect, `leaves` the information that
 * remains. Habits combine: a party has at most one per slot, and each acts at its own step.
 */
export interface Habit {
  /** Also its name in tables and in the truth. */
  readonly key: string;
  /** Habits in the same slot exclude each other. */
  readonly slot: string;
  readonly does: string;
  /** The information that remains afterwards, and the information that is lost. */
  readonly leaves: string;
  /** Range of the share of lines, the days or the per cent that it affects. Drawn per party. */
  readonly strength?: readonly [from: number, to: number];
  /** Key of a habit that this one depends on. Both are assigned when this one is tested in isolation. */
  readonly needs?: string;
  /** Slots of other habits that cannot be combined with this one in the same party. */
  readonly excludes?: readonly string[];
}

/** A habit of a party, with its drawn strength. */
export interface DrawnHabit<H extends Habit = Habit> {
  readonly habit: H;
  readonly strength: number;
}

/** The context of a habit: random numbers, strength and scene. */
export interface HabitContext {
  readonly draw: Rng;
  readonly strength: number;
  readonly scene: Scene;
}

/** An object that records the keys of the habits that changed it. */
export interface HabitTracked {
  readonly habits: Set<string>;
}

/** Builds the habits of one slot, so that the slot is written once. */
export const ofSlot = <H extends Habit>(
  slot: string,
  habits: readonly (Omit<H, 'slot'> & { readonly slot?: string })[],
): H[] => habits.map((habit) => ({ slot, ...habit }) as unknown as H);
