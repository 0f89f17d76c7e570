import { priceOn, type Item } from '../catalogue/item.ts';
import { isParticipant, type Agreement } from '../setting/agreement.ts';
import type { Municipality } from '../setting/municipalities.ts';
import type { Scenario, Span } from '../setting/scenario.ts';
import type { Site } from '../setting/sites.ts';
import { agreementOn, type Supplier } from '../setting/supplier.ts';
import { timesQuantity } from '../values/amounts.ts';
import { addDays, monthOf, onWorkingDay, yearOf, type Day } from '../values/calendar.ts';
import { randomStream, type Rng } from '../values/rng.ts';
import { shareOf, siteWeight } from './habits.ts';
import type { Invoice } from './invoices.ts';

/** One delivered line: the common source of the supplier's report and the buyer's ledger. */
export interface Delivery {
  /** Sequence number over all deliveries, in order of delivery; 0 until the order is known. */
  id: number;
  /** Sequence number within one supplier and buyer. */
  sequence: number;
  supplier: Supplier;
  site: Site;
  item: Item;
  orderNumber: string;
  orderedOn: Day;
  deliveredOn: Day;
  /** Thousandths of the item's unit; negative for a return. */
  quantity: number;
  /** Øre per unit, excl. VAT. */
  price: number;
  agreedPrice: number;
  amount: number;
  /** The delivery that is partly returned; null for an ordinary delivery. */
  returns: Delivery | null;
  /** Key of the branch that delivered. */
  branch: string | null;
  /** The invoice and the line that charge it. */
  billed: { invoice: Invoice; line: string } | null;
}

interface Order {
  number: string;
  orderedOn: Day;
  deliveredOn: Day;
}

/** Draws the deliveries, span by span. Goods ordered in one span may be delivered in the next. */
export class DeliveryGenerator {
  private readonly purchases: PurchaseGenerator[];
  private readonly scenario: Scenario;
  private pending: Delivery[] = [];
  private count = 0;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    this.purchases = scenario.suppliers.flatMap((supplier) =>
      scenario.buyers
        .filter((one) => shareOf(supplier, one) > 0)
        .map((one) => new PurchaseGenerator(scenario, supplier, one)),
    );
  }

  /**
   * Returns everything delivered in the span, in order of delivery. Only deliveries within the world are returned by a
   * buyer.
   */
  next({ months, warmUp }: Span): Delivery[] {
    const [first, last] = [months[0] as string, months[months.length - 1] as string];
    const made = this.purchases.flatMap((one) => one.make([...warmUp, ...months]));
    const all = [...this.pending, ...made].filter(
      ({ deliveredOn }) => monthOf(deliveredOn) >= this.scenario.firstMonth,
    );
    this.pending = all.filter(({ deliveredOn }) => monthOf(deliveredOn) > last);
    const due = all.filter(
      ({ deliveredOn, returns }) =>
        monthOf(deliveredOn) >= first &&
        monthOf(deliveredOn) <= last &&
        (returns === null || monthOf(returns.deliveredOn) >= this.scenario.firstMonth),
    );
    due.sort(
      (a, b) =>
        compare(a.deliveredOn, b.deliveredOn) ||
        compare(a.supplier.orgNumber, b.supplier.orgNumber) ||
        compare(a.site.id, b.site.id) ||
        a.sequence - b.sequence,
    );
    for (const one of due) one.id = this.count += 1;
    return due;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Draws the deliveries from one supplier to one buyer. The plan of each item carries over: an amount that is not bought
 * now is bought later.
 */
class PurchaseGenerator {
  private readonly rng: Rng;
  private readonly sites: readonly Site[];
  private readonly orders = new Map<string, Order[]>();
  private readonly left = new Map<string, number>();
  private readonly ordered = new Set<string>();
  private made: Delivery[] = [];
  private sequence = 0;
  private readonly items: readonly Item[];
  private readonly agreements: ReadonlyMap<string, Agreement>;
  private readonly scenario: Scenario;
  private readonly supplier: Supplier;
  private readonly buyer: Municipality;

  constructor(scenario: Scenario, supplier: Supplier, buyer: Municipality) {
    this.scenario = scenario;
    this.supplier = supplier;
    this.buyer = buyer;
    this.rng = randomStream(scenario.seed, `deliveries/${supplier.key}/${buyer.number}`);
    this.sites = scenario.sites.filter((site) => site.municipality === buyer);
    this.items = scenario.items.filter((item) => item.supplier === supplier.key);
    this.agreements = new Map(scenario.agreements.map((one) => [one.number, one]));
  }

  make(months: readonly string[]): Delivery[] {
    this.made = [];
    for (const month of months) {
      if (
        !isParticipant(
          this.agreements.get(agreementOn(this.supplier, `${month}-01`)) as Agreement,
          this.buyer.number,
          `${month}-01`,
        )
      )
        continue;
      this.orders.clear();
      this.ordered.clear();
      for (const item of this.items) if (this.scenario.story.isOnSale(item, month)) this.buy(item, month);
    }
    return this.made;
  }

  private buy(item: Item, month: string): void {
    const { habit } = this.supplier;
    const season = habit.season[Number(month.slice(5)) - 1] as number;
    const planned =
      (item.plan[yearOf(month)] as number) *
      shareOf(this.supplier, this.buyer) *
      (season / 12) *
      this.scenario.story.mixOf(item, this.buyer.number, `${month}-01`);
    const wanted = (this.left.get(item.number) ?? this.rng.between(0, habit.lineSize)) + planned;
    const size = habit.lineSize * (item.lineWeight ?? 1) * this.rng.between(0.7, 1.3);
    const lines = Math.min(Math.floor(wanted / size + 0.5), habit.linesMax);
    this.left.set(item.number, wanted);
    for (let line = 0; line < lines; line += 1) this.deliver(item, month, wanted / lines);
  }

  private deliver(item: Item, month: string, whole: number): void {
    const { site, order } = this.placeFor(item, month);
    const agreedPrice = priceOn(item, order.deliveredOn);
    const spread = this.rng.between(0.85, 1.15);
    const quantity = this.quantityOf(item, (whole * spread * 100_000) / agreedPrice);
    const price = this.chargedPrice(item, order.deliveredOn, agreedPrice);
    const delivery: Delivery = {
      id: 0,
      sequence: (this.sequence += 1),
      supplier: this.supplier,
      site,
      item,
      orderNumber: order.number,
      orderedOn: order.orderedOn,
      deliveredOn: order.deliveredOn,
      quantity,
      price,
      agreedPrice,
      amount: timesQuantity(price, quantity),
      returns: null,
      branch: this.branchFor(site),
      billed: null,
    };
    this.made.push(delivery);
    this.left.set(item.number, (this.left.get(item.number) as number) - timesQuantity(agreedPrice, quantity) / 100);
    if (this.rng.chance(this.supplier.habit.returned)) this.sendBack(delivery);
  }

  /** Rounds to whole packs or half kilograms. Items sold by weight are not rounded. */
  private quantityOf({ unit, catchWeight }: Item, wanted: number): number {
    if (catchWeight) return Math.max(180, Math.round(wanted * this.rng.between(0.93, 1.07)));
    const step = unit === 'kg' ? 500 : 1000;
    return Math.max(step, Math.round(wanted / step) * step);
  }

  /** Draws a branch: 85 % the nearest, otherwise any. */
  private branchFor(site: Site): string | null {
    const { branches } = this.supplier;
    if (!branches) return null;
    const near = branches.filter(({ serves }) => serves.includes(site.municipality.number));
    return this.rng.pick(near.length > 0 && this.rng.chance(0.85) ? near : branches).key;
  }

  /** Draws a site and one of its orders. An order seldom has the same item twice. */
  private placeFor(item: Item, month: string): { site: Site; order: Order } {
    for (let attempt = 1; ; attempt += 1) {
      const site = this.rng.weighted(this.sites, (one) => siteWeight(this.supplier, item, one));
      const order = this.rng.pick(this.ordersOf(site, month));
      const key = `${order.number}/${item.number}`;
      if (this.ordered.has(key) && attempt < 8) continue;
      this.ordered.add(key);
      return { site, order };
    }
  }

  private sendBack(delivery: Delivery): void {
    const step = delivery.item.catchWeight ? 1 : 1000;
    const part = Math.max(step, Math.ceil((delivery.quantity * this.rng.between(0.1, 0.5)) / step) * step);
    const quantity = -Math.min(part, delivery.quantity);
    const deliveredOn = onWorkingDay(addDays(delivery.deliveredOn, this.rng.int(4, 18)));
    this.made.push({
      ...delivery,
      sequence: (this.sequence += 1),
      deliveredOn,
      quantity,
      amount: timesQuantity(delivery.price, quantity),
      returns: delivery,
    });
  }

  private chargedPrice(item: Item, day: Day, agreed: number): number {
    const wrong = this.scenario.story.wrongPrice(item, day);
    if (wrong !== null) return wrong;
    const overpriced = this.rng.chance(this.supplier.habit.overpriced);
    return overpriced && item.onAssortment ? Math.round((agreed * this.rng.between(1.03, 1.12)) / 10) * 10 : agreed;
  }

  /** Returns the orders of a site in a month: all its lines are delivered on the same few days. */
  private ordersOf(site: Site, month: string): Order[] {
    const key = `${site.id}/${month}`;
    const existing = this.orders.get(key);
    if (existing) return existing;
    const { ordersPerMonth, deliveryDays } = this.supplier.habit;
    const span = deliveryDays > 7 ? 18 : 27;
    const fresh = Array.from({ length: ordersPerMonth }, (_, index) => {
      const first = 1 + Math.floor((index * span) / ordersPerMonth);
      const orderedOn = onWorkingDay(
        `${month}-${String(first + this.rng.int(0, Math.floor(span / ordersPerMonth) - 1)).padStart(2, '0')}`,
      );
      const deliveredOn = onWorkingDay(
        addDays(orderedOn, Math.max(1, Math.round(deliveryDays * this.rng.logNormal(0.3)))),
      );
      return {
        number: `${site.id.replace('-', '')}${month.slice(2).replace('-', '')}${index + 1}`,
        orderedOn,
        deliveredOn,
      };
    });
    this.orders.set(key, fresh);
    return fresh;
  }
}
