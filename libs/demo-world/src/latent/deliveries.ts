import { itemsOf, priceOn, type Item } from '../catalogue/items.ts';
import { isParticipant } from '../setting/agreements.ts';
import { municipalities, type Municipality } from '../setting/municipalities.ts';
import { firstMonth, waitingMonth } from '../setting/notice.ts';
import { sitesIn, type Site } from '../setting/sites.ts';
import { suppliers, type Supplier } from '../setting/suppliers.ts';
import { timesQuantity } from '../values/amounts.ts';
import { addDays, monthOf, monthsFrom, onWorkingDay, yearOf, type Day } from '../values/calendar.ts';
import { randomStream, type Rng } from '../values/rng.ts';
import { shareOf, siteWeight, tradeHabits } from './habits.ts';
import { isOnSale, isRaisedEarly, mixOf } from './story.ts';

/** One line of goods that changed hands: what both the supplier's report and the buyer's books are made from. */
export interface Delivery {
  id: number;
  supplier: Supplier;
  site: Site;
  item: Item;
  orderNumber: string;
  orderedOn: Day;
  deliveredOn: Day;
  /** Thousandths of the item's unit; negative when goods are sent back. */
  quantity: number;
  /** Øre a unit, excluding VAT. */
  price: number;
  agreedPrice: number;
  amount: number;
  /** Id of the delivery that is sent back in part. */
  returns: number | null;
}

interface Order {
  number: string;
  orderedOn: Day;
  deliveredOn: Day;
}

/** Ordering starts earlier than the world, so that the first months hold what was ordered before them. */
const orderMonths = monthsFrom('2024-11', waitingMonth);

/** Everything delivered from the first month of the world until the month that waits, in order of delivery. */
export function makeDeliveries(seed: number): Delivery[] {
  const all = suppliers.flatMap((supplier) => municipalities.flatMap((one) => new Purchases(seed, supplier, one).make()));
  const inWorld = all.filter(({ deliveredOn }) => monthOf(deliveredOn) >= firstMonth && monthOf(deliveredOn) <= waitingMonth);
  const known = new Set(inWorld.map((delivery) => keyOf(delivery, delivery.id)));
  const kept = inWorld.filter((delivery) => delivery.returns === null || known.has(keyOf(delivery, delivery.returns)));
  kept.sort((a, b) => a.deliveredOn.localeCompare(b.deliveredOn) || a.supplier.orgNumber.localeCompare(b.supplier.orgNumber) || a.site.id.localeCompare(b.site.id) || a.id - b.id);
  const numbers = new Map(kept.map((delivery, index) => [keyOf(delivery, delivery.id), index + 1]));
  return kept.map((delivery, index) => ({ ...delivery, id: index + 1, returns: delivery.returns === null ? null : (numbers.get(keyOf(delivery, delivery.returns)) as number) }));
}

/** Ids are given by supplier and municipality first, and counted over all afterwards. */
const keyOf = (delivery: Delivery, id: number) => `${delivery.supplier.key}/${delivery.site.municipality.number}/${id}`;

/** What one municipality buys from one supplier. The plan of each item is held over time: what is not bought now is bought later. */
class Purchases {
  private readonly rng: Rng;
  private readonly sites: Site[];
  private readonly orders = new Map<string, Order[]>();
  private readonly left = new Map<string, number>();
  private readonly ordered = new Set<string>();
  private readonly made: Delivery[] = [];
  private readonly supplier: Supplier;
  private readonly buyer: Municipality;

  constructor(seed: number, supplier: Supplier, buyer: Municipality) {
    this.supplier = supplier;
    this.buyer = buyer;
    this.rng = randomStream(seed, `deliveries/${supplier.key}/${buyer.number}`);
    this.sites = sitesIn(buyer.number);
  }

  make(): Delivery[] {
    const assortment = itemsOf(this.supplier.key);
    for (const month of orderMonths) {
      if (!isParticipant(this.supplier.agreement, this.buyer.number, `${month}-01`)) continue;
      for (const item of assortment) if (isOnSale(item, month)) this.buy(item, month);
    }
    return this.made;
  }

  private buy(item: Item, month: string): void {
    const habit = tradeHabits[this.supplier.key];
    const season = habit.season[Number(month.slice(5)) - 1] as number;
    const planned = (item.plan[yearOf(month)] as number) * shareOf(this.supplier.key, this.buyer) * (season / 12) * mixOf(item, this.buyer.number, `${month}-01`);
    const wanted = (this.left.get(item.number) ?? this.rng.between(0, habit.lineSize)) + planned;
    const size = habit.lineSize * this.rng.between(0.7, 1.3);
    const lines = Math.min(Math.floor(wanted / size + 0.5), 6);
    this.left.set(item.number, wanted);
    for (let line = 0; line < lines; line += 1) this.deliver(item, month, wanted / lines);
  }

  private deliver(item: Item, month: string, whole: number): void {
    const { site, order } = this.placeFor(item, month);
    const agreedPrice = priceOn(item, order.deliveredOn);
    const step = item.unit === 'kg' ? 500 : 1000;
    const spread = this.rng.between(0.85, 1.15);
    const quantity = Math.max(step, Math.round((whole * spread * 100_000) / agreedPrice / step) * step);
    const price = this.chargedPrice(item, order.deliveredOn, agreedPrice);
    const delivery: Delivery = {
      id: this.made.length + 1, supplier: this.supplier, site, item, orderNumber: order.number, orderedOn: order.orderedOn, deliveredOn: order.deliveredOn,
      quantity, price, agreedPrice, amount: timesQuantity(price, quantity), returns: null,
    };
    this.made.push(delivery);
    this.left.set(item.number, (this.left.get(item.number) as number) - timesQuantity(agreedPrice, quantity) / 100);
    if (this.rng.chance(tradeHabits[this.supplier.key].returned)) this.sendBack(delivery);
  }

  /** A site and one of its orders; an order seldom names the same item twice. */
  private placeFor(item: Item, month: string): { site: Site; order: Order } {
    for (let attempt = 1; ; attempt += 1) {
      const site = this.rng.weighted(this.sites, (one) => siteWeight(item, one));
      const order = this.rng.pick(this.ordersOf(site, month));
      const key = `${order.number}/${item.number}`;
      if (this.ordered.has(key) && attempt < 8) continue;
      this.ordered.add(key);
      return { site, order };
    }
  }

  private sendBack(delivery: Delivery): void {
    const part = Math.max(1000, Math.ceil((delivery.quantity * this.rng.between(0.1, 0.5)) / 1000) * 1000);
    const quantity = -Math.min(part, delivery.quantity);
    const deliveredOn = onWorkingDay(addDays(delivery.deliveredOn, this.rng.int(4, 18)));
    this.made.push({ ...delivery, id: this.made.length + 1, deliveredOn, quantity, amount: timesQuantity(delivery.price, quantity), returns: delivery.id });
  }

  private chargedPrice(item: Item, day: Day, agreed: number): number {
    if (isRaisedEarly(item, day)) return item.prices[2026] as number;
    const overpriced = this.rng.chance(tradeHabits[this.supplier.key].overpriced);
    return overpriced && item.onAssortment ? Math.round((agreed * this.rng.between(1.03, 1.12)) / 10) * 10 : agreed;
  }

  /** The orders a site places in a month: the same few days for all its lines. */
  private ordersOf(site: Site, month: string): Order[] {
    const key = `${site.id}/${month}`;
    const known = this.orders.get(key);
    if (known) return known;
    const { ordersPerMonth, deliveryDays } = tradeHabits[this.supplier.key];
    const span = deliveryDays > 7 ? 18 : 27;
    const fresh = Array.from({ length: ordersPerMonth }, (_, index) => {
      const first = 1 + Math.floor((index * span) / ordersPerMonth);
      const orderedOn = onWorkingDay(`${month}-${String(first + this.rng.int(0, Math.floor(span / ordersPerMonth) - 1)).padStart(2, '0')}`);
      const deliveredOn = onWorkingDay(addDays(orderedOn, Math.max(1, Math.round(deliveryDays * this.rng.logNormal(0.3)))));
      return { number: `${site.id.replace('-', '')}${month.slice(2).replace('-', '')}${index + 1}`, orderedOn, deliveredOn };
    });
    this.orders.set(key, fresh);
    return fresh;
  }
}
