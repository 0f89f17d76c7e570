import type { Goods } from '../../cast/goods.ts';
import type { Day } from '../../../values/calendar.ts';
import type { Rng } from '../../../values/rng.ts';
import type { Habit, Work } from '../habit.ts';

/** How a supplier's customers buy: changed by its habits before anything is sold. */
export interface TradePlan {
  goods: readonly Goods[];
  /** Thousandths of the unit. */
  quantityOf(goods: Goods, draw: Rng): number;
  basketOf(draw: Rng, site: string): readonly Goods[];
  dayOf(draw: Rng): Day;
  /** Share of the deliveries that are sent back. */
  returned: number;
  /** Whether a body without books of its own buys too. */
  sellsToBody: boolean;
}

export interface TradingHabit extends Habit {
  plan(plan: TradePlan, work: Work): void;
}
