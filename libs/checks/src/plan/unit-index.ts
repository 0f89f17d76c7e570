import type { CheckContext } from '../context.ts';
import type { Terms } from '../terms.ts';
import { normaliseUnit, standardUnitKey, unitFactor, unitHint } from './units.ts';

/** Units in one agreement: accepted units, and conversions of an item's packs. */
export interface UnitIndex {
  /** returns the unit's key; null when the unit is unknown */
  read(text: string): string | null;
  /** returns how many `to` one `from` of the item is; null when unknown */
  factor(item: number, from: string, to: string): number | null;
  /** larger units of the item, with the number of `unit` in each */
  packs(item: number, unit: string): readonly { readonly unit: string; readonly factor: number }[];
  /** the unit of the item's price */
  priceUnit(item: number): string | null;
}

interface Conversion {
  readonly unit: string;
  readonly factor: number;
  readonly to: string;
}

const anyItem = -1;

function conversions(context: CheckContext, read: (text: string) => string): Map<number, Conversion[]> {
  const table = context.units;
  const found = new Map<number, Conversion[]>();
  table?.unit.forEach((unit, at) => {
    const item = table.item[at] ?? anyItem;
    const list = found.get(item) ?? [];
    list.push({ unit: read(unit), factor: Number(table.factor[at]), to: read(table.to[at]!) });
    found.set(item, list);
  });
  context.taughtUnits?.unit.forEach((unit, at) => {
    const [factor, to] = [context.taughtUnits!.factor[at], context.taughtUnits!.to[at]];
    if (factor && to)
      found.set(anyItem, [...(found.get(anyItem) ?? []), { unit: read(unit), factor: Number(factor), to: read(to) }]);
  });
  return found;
}

/** Adds learned units. Units in the agreement itself take precedence. */
function addLearnedUnits(termsUnitsByName: Map<string, string>, { taughtUnits }: CheckContext): void {
  taughtUnits?.text.forEach((text, at) => {
    const unit = taughtUnits.unit[at]!;
    if (!termsUnitsByName.has(normaliseUnit(text)) && standardUnitKey(text) === null)
      termsUnitsByName.set(
        normaliseUnit(text),
        termsUnitsByName.get(normaliseUnit(unit)) ?? standardUnitKey(unit) ?? normaliseUnit(unit),
      );
  });
}

function termsUnits(terms: Terms): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, names] of Object.entries(terms.units ?? {}))
    for (const name of [key, ...names]) found.set(normaliseUnit(name), standardUnitKey(key) ?? normaliseUnit(key));
  for (const table of terms.tables) {
    for (const field of table.fields) {
      if ((field.role ?? field.name) !== 'unit') continue;
      for (const name of field.constraints?.enum ?? [])
        if (!found.has(normaliseUnit(name)))
          found.set(normaliseUnit(name), standardUnitKey(name) ?? normaliseUnit(name));
    }
  }
  return found;
}

function contextUnits(context: CheckContext): string[] {
  const prices = context.prices?.unit ?? [];
  return [
    ...(context.units?.unit ?? []),
    ...(context.units?.to ?? []),
    ...(context.items?.unit ?? []),
    ...prices,
  ].filter((unit) => unit !== null);
}

/**
 * Adds the agreement's own units. Its "krt" is a carton, so that a report in cartons has the same unit, unless the
 * agreement has another word for cartons too.
 */
function addAgreedUnits(
  unitsByName: Map<string, string>,
  agreed: readonly string[],
  read: (text: string) => string | null,
): void {
  const keyOf = (unit: string): string => {
    const hint = unitHint(unit);
    return hint?.pieces === null ? (read(hint.unit) ?? hint.unit) : normaliseUnit(unit);
  };
  const unknown = [...new Set(agreed.filter((unit) => read(unit) === null).map(normaliseUnit))];
  const taken = new Set(agreed.flatMap((unit) => read(unit) ?? []));
  const keys = unknown.map(keyOf);
  unknown.forEach((unit, at) => {
    const isOnly = !taken.has(keys[at]!) && keys.indexOf(keys[at]!) === keys.lastIndexOf(keys[at]!);
    unitsByName.set(unit, isOnly ? keys[at]! : unit);
  });
}

/** Converts in at most the given number of steps, for example carton → box → piece. */
function convert(list: readonly Conversion[], from: string, to: string, steps: number): number | null {
  const direct = unitFactor(from, to);
  if (direct !== null) return direct;
  if (steps === 0) return null;
  for (const each of list) {
    const forward = each.unit === from ? convert(list, each.to, to, steps - 1) : null;
    if (forward !== null) return each.factor * forward;
    const back = each.to === from && each.factor !== 0 ? convert(list, each.unit, to, steps - 1) : null;
    if (back !== null) return back / each.factor;
  }
  return null;
}

export function indexUnits(terms: Terms, context: CheckContext): UnitIndex {
  const termsUnitsByName = termsUnits(terms);
  addLearnedUnits(termsUnitsByName, context);
  const read = (text: string): string | null => termsUnitsByName.get(normaliseUnit(text)) ?? standardUnitKey(text);
  addAgreedUnits(termsUnitsByName, contextUnits(context), read);
  const byItem = conversions(context, (text) => read(text) ?? normaliseUnit(text));
  const general = byItem.get(anyItem) ?? [];
  const listOf = (item: number): readonly Conversion[] => [...(byItem.get(item) ?? []), ...general];
  const priceUnit = context.items?.unit?.map((unit) => (unit === null ? null : read(unit))) ?? [];
  return {
    read,
    factor: (item, from, to) => (from === to ? 1 : convert(listOf(item), from, to, 2)),
    packs: (item, unit) => {
      const list = listOf(item);
      const termsUnitsByName = [
        ...(byItem.get(item) ?? []).flatMap((each) => [each.unit, each.to]),
        priceUnit[item] ?? unit,
      ];
      return [...new Set(termsUnitsByName)].flatMap((pack) => {
        const factor = pack === unit ? null : convert(list, pack, unit, 2);
        return factor !== null && factor > 1.5 ? [{ unit: pack, factor }] : [];
      });
    },
    priceUnit: (item) => priceUnit[item] ?? null,
  };
}
