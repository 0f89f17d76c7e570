import type { Chapter } from '../latent/history.ts';
import { monthOf, quarterOf } from '../values/calendar.ts';

/** NOK, kilograms of goods and tonnes CO₂e delivered, for one municipality, category and quarter. */
export interface TrueTotal {
  municipality: string;
  category: string;
  quarter: string;
  amount: number;
  kilograms: number;
  tonnes: number;
}

const rounded = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;

/** Sums true tonnes CO₂e by municipality, category and quarter of delivery: quantity × footprint of one unit. */
export class TrueTotals {
  private readonly cells = new Map<string, TrueTotal>();

  add({ deliveries, scenario }: Chapter): void {
    for (const { site, item, deliveredOn, amount, quantity } of deliveries) {
      if (monthOf(deliveredOn) > scenario.lastMonth) continue;
      const [municipality, category, quarter] = [site.municipality.number, item.category.key, quarterOf(deliveredOn)];
      const key = `${municipality}/${quarter}/${category}`;
      const cell = this.cells.get(key) ?? { municipality, category, quarter, amount: 0, kilograms: 0, tonnes: 0 };
      cell.amount += amount;
      cell.kilograms += (quantity / 1000) * item.kilogramsPerUnit;
      cell.tonnes += ((quantity / 1000) * item.footprint) / 1000;
      this.cells.set(key, cell);
    }
  }

  result(): TrueTotal[] {
    return [...this.cells]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([, cell]) => ({ ...cell, kilograms: rounded(cell.kilograms, 3), tonnes: rounded(cell.tonnes, 6) }));
  }
}
