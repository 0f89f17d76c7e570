import type { Rng } from '../../values/rng.ts';
import type { DrawnHabit, Habit } from './habit.ts';

/** Distribution of the number of habits per party, by kind: probabilities of none, one, two and so on. */
export const habitCounts = {
  trading: [0.6, 0.4],
  invoicing: [0.45, 0.4, 0.15],
  reporting: [0.3, 0.5, 0.2],
  booking: [0.35, 0.45, 0.2],
} as const;

function countOf(draw: Rng, counts: readonly number[]): number {
  let left = draw.next();
  const at = counts.findIndex((chance) => (left -= chance) < 0);
  return at < 0 ? counts.length - 1 : at;
}

/** Draws the habits of a party: at most one per slot, and none that another excludes. `only` limits the choice. */
export function drawHabits<H extends Habit>(
  catalogue: readonly H[],
  counts: readonly number[],
  draw: Rng,
  only: ReadonlySet<string> | null,
): DrawnHabit<H>[] {
  const wanted = countOf(draw, counts);
  const drawn: H[] = [];
  while (drawn.length < wanted) {
    const possible = catalogue.filter((habit) =>
      drawn.every(
        (other) =>
          other.slot !== habit.slot &&
          !(other.excludes ?? []).includes(habit.slot) &&
          !(habit.excludes ?? []).includes(other.slot),
      ),
    );
    if (possible.length === 0) break;
    drawn.push(draw.pick(possible));
  }
  return catalogue
    .filter((habit) => drawn.includes(habit) && (only === null || only.has(habit.key)))
    .map((habit) => ({ habit, strength: habit.strength ? draw.between(...habit.strength) : 1 }));
}

/** Returns the named habits, and those they need, that are in the catalogue. */
export function dealHabits<H extends Habit>(
  catalogue: readonly H[],
  draw: Rng,
  dealt: readonly Habit[],
): DrawnHabit<H>[] {
  return catalogue
    .filter(({ key }) => dealt.some((habit) => key === habit.key || key === habit.needs))
    .map((own) => ({ habit: own, strength: own.strength ? draw.between(...own.strength) : 1 }));
}
