import type { Day } from '../values/calendar.ts';
import { yearOf } from '../values/calendar.ts';
import type { Category } from './categories.ts';

export interface Item {
  number: string;
  gtin: string;
  /** Number in the building trade's register, where there is one. */
  nobb?: string;
  name: string;
  /** Key of the supplier. */
  supplier: string;
  lot: string;
  category: Category;
  /** The unit it is sold and priced in, as the price form writes it. */
  unit: string;
  /** What one unit holds: '10 stk' has count 10; a unit that is not a pack has count 1 of itself. */
  holds: { count: number; unit: string };
  kilogramsPerUnit: number;
  /** Sold by what it weighs: the quantity is whole grams. */
  catchWeight?: boolean;
  /** Price excluding VAT in øre by year; an item sold outside the assortment has list prices here. */
  prices: Record<number, number>;
  /** Days on which the price changes otherwise than with the year, newest last; the last that has begun holds. */
  priceSteps?: readonly (readonly [from: Day, ore: number])[];
  /** Planned purchases of all buyers in whole NOK a year, in the money of that year. */
  plan: Record<number, number>;
  onAssortment: boolean;
  /** How many times the usual size its delivery lines are. */
  lineWeight?: number;
  /** kg CO2e of one unit, cradle to gate. */
  footprint: number;
  /** Where `footprint` comes from: a factor id, or 'own' when the product has its own (invented) value. */
  footprintSource: string;
  factorId: string;
}

/** The agreed price on a day, in øre; for an item outside the assortment the list price. */
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
