import type { Rng } from '../../values/rng.ts';
import type { Drawn, Habit } from './habit.ts';

/** How many habits of a kind a party has: chances of none, one, two and so on. */
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

/** Habits for a party, at most one of each slot, and none that another excludes. `only` leaves others out. */
export function drawHabits<H extends Habit>(
  catalogue: readonly H[],
  counts: readonly number[],
  draw: Rng,
  only: ReadonlySet<string> | null,
): Drawn<H>[] {
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

/** One habit and what it needs, as far as the catalogue has them. */
export function dealHabit<H extends Habit>(catalogue: readonly H[], draw: Rng, habit: Habit | undefined): Drawn<H>[] {
  return catalogue
    .filter(({ key }) => key === habit?.key || key === habit?.needs)
    .map((own) => ({ habit: own, strength: own.strength ? draw.between(...own.strength) : 1 }));
}
