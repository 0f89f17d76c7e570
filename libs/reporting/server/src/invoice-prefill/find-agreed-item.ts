import { standardUnitKey, unitHint, type CheckContext } from '@tallgrunn/checks';
import { unitName } from '@tallgrunn/formats';

/** Normalises an item number for comparison: no punctuation, spaces or leading zeros. */
const normaliseNumber = (number: string): string =>
  number
    .toLowerCase()
    .replace(/[^0-9a-zæøå]/g, '')
    .replace(/^0+/, '');

/**
 * Returns a function that finds the index of an invoice line's item in the agreed assortment, by item number, previous
 * item number or GTIN; undefined when it is not agreed.
 */
export function itemFinder({
  items,
  itemChanges,
  formerItems,
}: Pick<CheckContext, 'items' | 'itemChanges' | 'formerItems'>): (line: {
  readonly itemNumber: string | null;
  readonly gtin: string | null;
}) => number | undefined {
  const [byNumber, byGtin] = [new Map<string, number>(), new Map<string, number>()];
  // Agreed numbers take precedence over previous ones.
  for (const table of [formerItems, itemChanges])
    table?.number.forEach((number, at) => byNumber.set(normaliseNumber(number), table.item[at]!));
  items?.number.forEach((number, at) => byNumber.set(normaliseNumber(number), at));
  items?.gtin?.forEach((gtin, at) => gtin && byGtin.set(normaliseNumber(gtin), at));
  return ({ itemNumber, gtin }) =>
    (itemNumber ? byNumber.get(normaliseNumber(itemNumber)) : undefined) ??
    (gtin ? byGtin.get(normaliseNumber(gtin)) : undefined);
}

/** Returns the key of a unit named in an e-invoice or a price form; null when unknown. */
export function unitKey(unit: string): string | null {
  const name = unitName(unit, 'nb');
  const hint = unitHint(unit); // in a report the supplier is asked; in a price form "krt" means cartons
  return (
    standardUnitKey(unit) ??
    (name === null ? null : standardUnitKey(name)) ??
    (hint?.pieces === null ? standardUnitKey(hint.unit) : null)
  );
}

/** Returns a unit as written in a report: the agreement's spelling when it is the same unit, else its common name. */
export function formatUnit(unit: string, agreed: string | null): string {
  const key = unitKey(unit);
  if (agreed !== null && key !== null && key === unitKey(agreed)) return agreed;
  return key ?? unitName(unit, 'nb') ?? unit;
}
