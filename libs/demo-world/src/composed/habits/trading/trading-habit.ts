import type { ComposedItem } from '../../cast/goods.ts';
import type { Day } from '../../../values/calendar.ts';
import type { Rng } from '../../../values/rng.ts';
import type { Habit, HabitContext } from '../habit.ts';

/** The purchasing plan for a supplier. Its habits change the plan before deliveries are drawn. */
export interface TradePlan {
  goods: readonly ComposedItem[];
  /** Thousandths of the unit. */
  quantityOf(goods: ComposedItem, draw: Rng): number;
  basketOf(draw: Rng, site: string): readonly ComposedItem[];
  dayOf(draw: Rng): Day;
  /** Share of the deliveries that are returned. */
  returned: number;
  /** True if a body without its own ledger also buys. */
  sellsToBody: boolean;
}

export interface TradingHabit extends Habit {
  plan(plan: TradePlan, work: HabitContext): void;
}
