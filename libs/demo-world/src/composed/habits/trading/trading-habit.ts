import type { Goods } from '../../cast/goods.ts';
import type { Day } from '../../../values/calendar.ts';
import type { Rng } from '../../../values/rng.ts';
import type { Habit, Work } from '../habit.ts';

/** The purchasing plan for a supplier. Its habits change the plan before deliveries are drawn. */
export interface TradePlan {
  goods: readonly Goods[];
  /** Thousandths of the unit. */
  quantityOf(goods: Goods, draw: Rng): number;
  basketOf(draw: Rng, site: string): readonly Goods[];
  dayOf(draw: Rng): Day;
  /** Share of the deliveries that are returned. */
  returned: number;
  /** True if a body without its own ledger also buys. */
  sellsToBody: boolean;
}

export interface TradingHabit extends Habit {
  plan(plan: TradePlan, work: Work): void;
}
