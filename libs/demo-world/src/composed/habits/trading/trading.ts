import { addDays, weekday } from '../../../values/calendar.ts';
import { ofSlot } from '../habit.ts';
import type { TradingHabit } from './trading-habit.ts';

const roundTo = (ore: number, step: number): number => Math.max(step, Math.round(ore / step) * step);

/** Habits for purchases that make lines resemble each other. */
export const tradingHabits: readonly TradingHabit[] = [
  ...ofSlot<TradingHabit>('basket', [
    {
      key: 'staple',
      does: 'One staple is bought again and again, always as much.',
      leaves: 'Each line is known by its day or number; without both, lines of the same amount are each other’s likes.',
      strength: [0.3, 0.7],
      plan: (plan, { strength }) => {
        const [staple] = plan.goods;
        const [basketOf, quantityOf] = [plan.basketOf, plan.quantityOf];
        if (!staple) return;
        plan.basketOf = (draw, site) => (draw.chance(strength) ? [staple] : basketOf(draw, site));
        plan.quantityOf = (goods, draw) => (goods === staple ? staple.usual * 1000 : quantityOf(goods, draw));
      },
    },
    {
      key: 'standing-order',
      does: 'Each place gets the same basket every time.',
      leaves: 'Whole orders come back to the øre; the day tells them apart.',
      plan: (plan) => {
        const baskets = new Map<string, ReturnType<typeof plan.basketOf>>();
        const { basketOf } = plan;
        plan.basketOf = (draw, site) => {
          const basket = baskets.get(site) ?? basketOf(draw, site);
          baskets.set(site, basket);
          return basket;
        };
        plan.quantityOf = (goods) => goods.usual * 1000;
      },
    },
    {
      key: 'campaign',
      does: 'All places buy the same few items in the same quantities.',
      leaves: 'The same amounts at many places; the place or number tells them apart.',
      plan: (plan) => {
        const few = plan.goods.slice(0, 4);
        const { basketOf } = plan;
        plan.basketOf = (draw, site) => (draw.chance(0.5) ? few : basketOf(draw, site));
        plan.quantityOf = (goods) => goods.usual * 1000;
      },
    },
  ]),
  ...ofSlot<TradingHabit>('prices', [
    {
      key: 'one-price',
      does: 'Nearly all items have one of three prices.',
      leaves: 'The amount does not tell the item.',
      plan: (plan, { draw }) => {
        plan.goods = plan.goods.map((goods) => ({ ...goods, price: draw.pick([4900, 9900, 19_900]) }));
      },
    },
    {
      key: 'round-prices',
      does: 'Prices are whole tens of kroner.',
      leaves: 'Sums of different lines are often equal.',
      plan: (plan) => {
        plan.goods = plan.goods.map((goods) => ({ ...goods, price: roundTo(goods.price, 1000) }));
      },
    },
    {
      key: 'weighed',
      does: 'Goods are sold by what they weigh.',
      leaves: 'No two amounts are alike.',
      plan: (plan) => {
        plan.quantityOf = (goods, draw) => Math.round(goods.usual * 1000 * draw.logNormal(0.3));
      },
    },
  ]),
  ...ofSlot<TradingHabit>('days', [
    {
      key: 'one-weekday',
      does: 'Everything is delivered on one day of the week.',
      leaves: 'Days are the same for all places.',
      plan: (plan, { draw }) => {
        const [day, { dayOf }] = [draw.int(1, 5), plan];
        plan.dayOf = (own) => {
          const on = dayOf(own);
          return addDays(on, day - weekday(on));
        };
      },
    },
    {
      key: 'once-a-month',
      does: 'Everything is delivered on the tenth of the month.',
      leaves: 'Days tell nothing but the month.',
      plan: (plan) => {
        const { dayOf } = plan;
        plan.dayOf = (own) => `${dayOf(own).slice(0, 7)}-10`;
      },
    },
  ]),
  ...ofSlot<TradingHabit>('sent-back', [
    {
      key: 'sent-back',
      does: 'Some goods are sent back, all or half of them.',
      leaves: 'A credit note belongs to the delivery it gives back.',
      strength: [0.03, 0.1],
      plan: (plan, { strength }) => {
        plan.returned = strength;
      },
    },
  ]),
  ...ofSlot<TradingHabit>('bodies', [
    {
      key: 'sells-to-body',
      does: 'A body without books of its own buys too, and is invoiced at its host.',
      leaves: 'Reported on the body, booked by the host.',
      plan: (plan) => {
        plan.sellsToBody = true;
      },
    },
  ]),
];
