import { defineCheck, numberParam } from '../check.ts';
import type { FindingLocation } from '../finding.ts';
import type { Line } from '../line.ts';
import { locationOf } from '../places.ts';

interface ItemSales {
  quantity: number;
  credited: number;
  amount: number;
  place: FindingLocation | null;
  name: string;
  gtin: string;
}

const itemsMax = 100_000;
/** Tolerance, because quantities are added as floating-point numbers. */
const TOLERANCE = 1e-9;

/** Returns the quantity left per GTIN after credits: a return may state another of the item's numbers. */
function remainingByGtin(all: Iterable<ItemSales>): Map<string, number> {
  const left = new Map<string, number>();
  for (const { gtin, quantity, credited } of all)
    if (gtin !== '') left.set(gtin, (left.get(gtin) ?? 0) + quantity - credited);
  return left;
}

/** Compares credits with all reported sales of the item, in this report and those of the year before it. */
export const creditExceedsSales = defineCheck({
  id: 'credit-exceeds-sales',
  class: 23,
  severity: 'confirm',
  roles: ['quantity'],
  params: { periodsBack: 12 },
  run: ({ plan, params, say }) => {
    const items = new Map<string, ItemSales>();
    const soldOf = (key: string): ItemSales | null => {
      const known = items.get(key);
      if (known || items.size >= itemsMax) return known ?? null;
      const fresh: ItemSales = { quantity: 0, credited: 0, amount: 0, place: null, name: '', gtin: '' };
      items.set(key, fresh);
      return fresh;
    };
    // Goods are returned late: a credit may be for a sale in another season.
    const previous = (plan.context.earlier ?? [])
      .filter(({ branch }) => branch === undefined)
      .sort((a, b) => (a.start < b.start ? 1 : -1))
      .slice(0, numberParam(params, 'periodsBack'));
    for (const { sums } of previous.reverse()) {
      sums?.item.forEach((item, at) => {
        const sold = soldOf(item);
        if (sold) sold.quantity += Number(sums.quantity[at]);
      });
      // An excess credit was asked about in its own report and does not reduce later sales.
      for (const sold of items.values()) sold.quantity = Math.max(0, sold.quantity);
    }
    const addCredit = (sold: ItemSales, line: Line): void => {
      sold.credited -= line.quantity;
      sold.amount += Number.isNaN(line.amount) ? 0 : line.amount;
      sold.name ||= line.itemName || line.itemNumber;
      const column = line.readings[line.sheet.table.role.quantity!]?.column ?? -1;
      sold.place ??= locationOf(line.sheet, line.row, column);
    };
    return {
      line: (line) => {
        const key = line.itemNumber || line.gtin;
        if (key === '' || Number.isNaN(line.quantity) || line.kind === 'fee' || line.kind === 'deposit') return;
        const sold = soldOf(key);
        if (!sold) return;
        sold.gtin ||= line.gtin;
        if (line.quantity < 0) addCredit(sold, line);
        else sold.quantity += line.quantity;
      },
      end: () => {
        const left = remainingByGtin(items.values());
        for (const [item, { quantity, credited, amount, place, name, gtin }] of items) {
          if (!place || credited <= quantity + TOLERANCE || (gtin !== '' && left.get(gtin)! >= -TOLERANCE)) continue;
          say({
            place,
            found: String(-credited),
            expected: String(quantity),
            amount,
            params: { item, name, credited, sold: quantity },
            cause: item,
          });
        }
      },
    };
  },
});
