import type { Day } from '../values/calendar.ts';
import { yearOf } from '../values/calendar.ts';
import type { Category } from './categories.ts';

export interface Item {
  number: string;
  gtin: string;
  /** Number in the register of the building trade (NOBB), if any. */
  nobb?: string;
  name: string;
  /** Key of the supplier. */
  supplier: string;
  lot: string;
  category: Category;
  /** Sales and price unit, as written in the price form. */
  unit: string;
  /** Content of one unit: '10 stk' has count 10. A unit that is not a pack has count 1 of itself. */
  holds: { count: number; unit: string };
  kilogramsPerUnit: number;
  /** True if sold by weight: the quantity is whole grams. */
  catchWeight?: boolean;
  /** Price in øre excl. VAT by year. For an item outside the assortment: the list price. */
  prices: Record<number, number>;
  /** Price changes on other days than 1 January, oldest first. The price on a day is the newest step that has begun. */
  priceSteps?: readonly (readonly [from: Day, ore: number])[];
  /** Planned purchases of all buyers in whole NOK per year, in current prices. */
  plan: Record<number, number>;
  onAssortment: boolean;
  /** Multiplier on the usual amount of a delivery line. */
  lineWeight?: number;
  /** kg CO₂e per unit, cradle to gate. */
  footprint: number;
  /** Source of `footprint`: a factor id, or 'own' when the product has its own (invented) value. */
  footprintSource: string;
  factorId: string;
}

/** Returns the agreed price on a day, in øre. For an item outside the assortment: the list price. */
export function priceOn(item: Item, day: Day): number {
  const { priceSteps } = item;
  if (!priceSteps) return item.prices[yearOf(day)] as number;
  let [low, high] = [0, priceSteps.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((priceSteps[middle] as readonly [Day, number])[0] <= day) low = middle;
    else high = middle - 1;
  }
  return (priceSteps[low] as readonly [Day, number])[1];
}
