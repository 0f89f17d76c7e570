import type { Line } from '../line.ts';
import type { Plan } from '../plan/plan.ts';

/** Returns the row indexes of each item's declarations. */
export function declarationsByItem(plan: Plan): ReadonlyMap<number, readonly number[]> {
  const byItem = new Map<number, number[]>();
  plan.context.declarations?.item.forEach((item, at) => byItem.set(item, [...(byItem.get(item) ?? []), at]));
  return byItem;
}

/**
 * Returns the number of pieces of a declared unit that is a pack: "eske (100 stk)", "box of 12 pcs", "100 stk"; null
 * for a single piece.
 */
export function declaredPack(unit: string): { pieces: number } | null {
  const found = /^(?:\p{L}+\s*(?:\(|à|á|av|of|x)?)?\s*(\d+)\s*(?:stk|st|pcs|pieces|enheter)\.?\)?$/iu.exec(unit.trim());
  return found && Number(found[1]) > 1 ? { pieces: Number(found[1]) } : null;
}

/** Wraps a check so that it reports at most once per item. */
export function oncePerItem(run: (line: Line) => boolean): (line: Line) => void {
  const reportedItems = new Set<number>();
  return (line) => {
    if (line.item >= 0 && !reportedItems.has(line.item) && run(line)) reportedItems.add(line.item);
  };
}
