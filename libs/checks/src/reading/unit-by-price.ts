import type { Plan } from '../plan/plan.ts';
import { unitHint } from '../plan/units.ts';

/** A price so near the agreed one is that of the agreed unit: of another pack it would be a multiple. */
const PRICE_SLACK = 0.15;

/**
 * Returns the unit that an item is agreed in, where a short form that nobody has explained ("krt", "pk à 12") may mean it and the price of the line
 * is the agreed one; null where either says something else.
 * @param price what the line says of one, without VAT
 */
export function unitByPrice(plan: Plan, item: number, text: string, price: number, date: string): string | null {
  const [hint, unit] = item < 0 || text === '' ? [null, null] : [unitHint(text), plan.units.priceUnit(item)];
  if (!hint || unit === null || !mayMean(plan, item, hint, unit)) return null;
  const agreed = plan.prices.on(item, { date: date === '' ? null : date, unit, quantity: NaN });
  return agreed.known && Math.abs(price / agreed.value - 1) <= PRICE_SLACK ? unit : null;
}

/** "krt" may be a carton; "pk à 12" the agreed pack, where that holds twelve or the item's name says so. */
function mayMean(
  plan: Plan,
  item: number,
  hint: { readonly unit: string; readonly pieces: string | null },
  unit: string,
): boolean {
  if (hint.pieces === null) return hint.unit === unit;
  const pieces = plan.units.factor(item, unit, 'stk');
  if (pieces !== null) return pieces === Number(hint.pieces);
  return (
    hint.unit === unit ||
    new RegExp(`(?<!\\d)${hint.pieces}\\s*(?:x|stk|pk|pos|fl)\\b`, 'i').test(plan.items.name(item))
  );
}
