import type { Site } from '../../setting/sites.ts';
import { timesQuantity } from '../../values/amounts.ts';
import { addDays, daysBetween, type Day } from '../../values/calendar.ts';
import { randomStream, type Rng } from '../../values/rng.ts';
import type { ComposedCustomer } from '../cast/customer.ts';
import type { ComposedItem } from '../cast/goods.ts';
import type { Seller } from '../cast/seller.ts';
import type { TradePlan } from '../habits/trading/trading-habit.ts';
import type { HabitTracked } from '../habits/habit.ts';
import type { Scene } from '../scene.ts';

/** One delivered line. Amounts are in øre excl. VAT, quantities in thousandths. */
export interface Delivery extends HabitTracked {
  readonly id: number;
  readonly seller: Seller;
  readonly customer: ComposedCustomer;
  readonly site: Site;
  readonly goods: ComposedItem;
  readonly day: Day;
  readonly orderedOn: Day;
  readonly order: string;
  readonly quantity: number;
  readonly amount: number;
  /** The delivery that is returned; null for an ordinary delivery. */
  readonly returns: Delivery | null;
}

/** The part of a delivery that a row, line or posting contains, in øre. */
export interface Share {
  readonly delivery: Delivery;
  readonly ore: number;
}

export const oreOf = (shares: readonly Share[]): number => shares.reduce((sum, { ore }) => sum + ore, 0);

/** Draws all deliveries, supplier by supplier. */
export function deliveriesOf(scene: Scene): Delivery[] {
  const weights = scene.sellers.reduce((sum, { share }) => sum + share, 0);
  const made: Delivery[] = [];
  for (const seller of scene.sellers) {
    const lines = Math.round((scene.size.deliveries * seller.share) / weights);
    made.push(...deliver(scene, seller, lines, made.length));
  }
  return made;
}

function planOf(scene: Scene, seller: Seller): TradePlan {
  const days = daysBetween(scene.firstDay, scene.endDay);
  const { repeats, linesPerOrder } = scene.size;
  const plan: TradePlan = {
    goods: seller.goods,
    returned: 0,
    sellsToBody: false,
    quantityOf: (goods, own) =>
      (repeats ? goods.usual * own.pick([1, 1, 1, 2]) : Math.max(1, Math.round(goods.usual * own.logNormal(0.5)))) *
      1000,
    basketOf: (own) =>
      Array.from({ length: own.int(1, linesPerOrder * 2 - 1) }, () =>
        own.weighted(plan.goods, (goods) => 1 / (plan.goods.indexOf(goods) + 3)),
      ),
    dayOf: (own) => addDays(scene.firstDay, own.int(0, days - 1)),
  };
  for (const { habit, strength } of seller.trading)
    habit.plan(plan, { draw: randomStream(scene.seed, `${seller.key}/${habit.key}`), strength, scene });
  seller.goods = plan.goods;
  return plan;
}

function deliver(scene: Scene, seller: Seller, lines: number, before: number): Delivery[] {
  const draw = randomStream(scene.seed, `deliveries/${seller.key}`);
  const plan = planOf(scene, seller);
  const habits = seller.trading
    .map(({ habit }) => habit.key)
    .filter((key) => key !== 'sent-back' && key !== 'sells-to-body');
  const customers = scene.customers.filter(({ booksAt }) => booksAt === null || plan.sellsToBody);
  const made: Delivery[] = [];
  let order = draw.int(10_000, 60_000);
  while (made.length < lines) {
    const customer = draw.weighted(customers, ({ weight }) => weight);
    const site = draw.pick(customer.sites);
    const day = plan.dayOf(draw);
    if (day < scene.firstDay || day >= scene.endDay) continue;
    order += draw.int(1, 9);
    const basket = [...new Set(plan.basketOf(draw, site.id))];
    for (const goods of basket) {
      const quantity = plan.quantityOf(goods, draw);
      const own = new Set([...habits, ...(customer.booksAt === null ? [] : ['sells-to-body'])]);
      made.push({
        id: before + made.length + 1,
        seller,
        customer,
        site,
        goods,
        day,
        orderedOn: addDays(day, -draw.int(1, 6)),
        order: String(order),
        quantity,
        amount: timesQuantity(goods.price, quantity),
        returns: null,
        habits: own,
      });
    }
  }
  return [...made, ...returnsOf(made, plan.returned, scene, before, draw)];
}

function returnsOf(made: readonly Delivery[], share: number, { endDay }: Scene, before: number, draw: Rng): Delivery[] {
  const back = made
    .filter(() => draw.chance(share))
    .map((one): Delivery => {
      const quantity =
        one.quantity >= 2000 && draw.chance(0.5) ? -Math.floor(one.quantity / 2000) * 1000 : -one.quantity;
      return {
        ...one,
        day: addDays(one.day, draw.int(3, 20)),
        quantity,
        amount: timesQuantity(one.goods.price, quantity),
        returns: one,
        habits: new Set([...one.habits, 'sent-back']),
      };
    });
  return back.filter(({ day }) => day < endDay).map((one, index) => ({ ...one, id: before + made.length + index + 1 }));
}
