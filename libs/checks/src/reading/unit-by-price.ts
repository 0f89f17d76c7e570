import type { Plan } from '../plan/plan.ts';
import { unitHint } from '../plan/units.ts';

/** Maximum relative difference to the agreed price. The price of another pack would be a multiple. */
const PRICE_SLACK = 0.15;

/**
 * Returns the agreed unit of an item when an unknown abbreviation ("krt", "pk à 12") may mean it and the line's price
 * equals the agreed one. Otherwise null.
 * @param price price per unit of the line, excl. VAT
 */
export function unitByPrice(plan: Plan, item: number, text: string, price: number, date: string): string | null {
  const [hint, unit] = item < 0 || text === '' ? [null, null] : [unitHint(text), plan.units.priceUnit(item)];
  if (!hint || unit === null || !mayMean(plan, item, hint, unit)) return null;
  const agreed = plan.prices.on(item, { date: date === '' ? null : date, unit, quantity: NaN });
  return agreed.known && Math.abs(price / agreed.value - 1) <= PRICE_SLACK ? unit : null;
}

/** Boxes, for which systems use one abbreviation: "KAR" is a carton or a box. */
const boxes: ReadonlySet<string> = new Set(['kartong', 'eske', 'kasse', 'kolli']);

/** Returns whether both are boxes, of which the item has only one kind. */
const isSameBox = (plan: Plan, item: number, one: string, other: string): boolean =>
  boxes.has(one) && boxes.has(other) && plan.units.factor(item, one, other) === null;

/**
 * Returns whether an abbreviation may mean the agreed unit: "krt" a carton; "pk à 12" the agreed pack, if it contains
 * twelve or the item's name states so.
 */
function mayMean(
  plan: Plan,
  item: number,
  hint: { readonly unit: string; readonly pieces: string | null },
  unit: string,
): boolean {
  if (hint.pieces === null) return hint.unit === unit || isSameBox(plan, item, hint.unit, unit);
  const pieces = plan.units.factor(item, unit, 'stk');
  if (pieces !== null) return pieces === Number(hint.pieces);
  return (
    hint.unit === unit ||
    new RegExp(`(?<!\\d)${hint.pieces}\\s*(?:x|stk|pk|pos|fl)\\b`, 'i').test(plan.items.name(item))
  );
}
