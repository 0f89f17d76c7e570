import { knownUnit, unitHint, type CheckContext } from '@tallgrunn/checks';
import { unitName } from '@tallgrunn/formats';

/** Numbers as both sides mean them: without punctuation, spaces and leading zeros. */
const plain = (number: string): string =>
  number
    .toLowerCase()
    .replace(/[^0-9a-zæøå]/g, '')
    .replace(/^0+/, '');

/** Finds what an invoice line is of, in the agreement's assortment: by item number, a former one, or GTIN; undefined where it is not agreed. */
export function itemFinder({
  items,
  itemChanges,
  formerItems,
}: Pick<CheckContext, 'items' | 'itemChanges' | 'formerItems'>): (line: {
  readonly itemNumber: string | null;
  readonly gtin: string | null;
}) => number | undefined {
  const [byNumber, byGtin] = [new Map<string, number>(), new Map<string, number>()];
  // The agreed numbers stand before the former ones.
  for (const table of [formerItems, itemChanges])
    table?.number.forEach((number, at) => byNumber.set(plain(number), table.item[at]!));
  items?.number.forEach((number, at) => byNumber.set(plain(number), at));
  items?.gtin?.forEach((gtin, at) => gtin && byGtin.set(plain(gtin), at));
  return ({ itemNumber, gtin }) =>
    (itemNumber ? byNumber.get(plain(itemNumber)) : undefined) ?? (gtin ? byGtin.get(plain(gtin)) : undefined);
}

/** The key of a unit that an e-invoice or a price form names; null when we know none. */
export function unitKey(unit: string): string | null {
  const name = unitName(unit, 'nb');
  const hint = unitHint(unit); // of a report it is asked; a price form that says "krt" means cartons
  return (
    knownUnit(unit) ?? (name === null ? null : knownUnit(name)) ?? (hint?.pieces === null ? knownUnit(hint.unit) : null)
  );
}

/** How a unit is written in a report: as the agreement writes it where it is the same, else by the name people use for it. */
export function writtenUnit(unit: string, agreed: string | null): string {
  const key = unitKey(unit);
  if (agreed !== null && key !== null && key === unitKey(agreed)) return agreed;
  return key ?? unitName(unit, 'nb') ?? unit;
}
