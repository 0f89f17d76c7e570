import { standardUnitKey, unitFactor } from '@tallgrunn/checks';
import type { DeclaredFacts, LinkedItem } from './declared-facts.ts';
import { checklistItem, type ChecklistItem } from './checklist-item.ts';

/** Declared units of PACT and ILCD mapped to the unit keys of the checks. */
const unitKeys: Readonly<Record<string, string>> = {
  piece: 'stk',
  kilogram: 'kg',
  liter: 'l',
  'cubic meter': 'm3',
  'square meter': 'm2',
  meter: 'm',
  'kilowatt hour': 'kwh',
  hour: 'time',
};

/**
 * Accepted deviation: three times the 95 % interval of the product group's factor, in both directions. A value outside
 * it needs clarification.
 */
const INTERVAL_FACTOR = 3;
const USUAL_GSD = 1.4;
/** Plausible range, kg CO2e per kg of product. Reference: electronics ≈ 100, gravel ≈ 0.003. */
const PER_KG_MAX = 500;
const PER_KG_MIN = 0.0005;
const SHOWN_MAX = 5;

/** Checks a footprint against its linked items: plausible magnitude, convertible unit and matching product. */
export function assessLinkedItems(facts: DeclaredFacts): ChecklistItem[] {
  return [assessMagnitude(facts), assessUnit(facts), assessProduct(facts)];
}

const unitKey = (unit: string | null): string | null =>
  unit === null ? null : (unitKeys[unit] ?? standardUnitKey(unit));

function assessMagnitude({ perUnit, declaredUnit, kgPerUnit, items }: DeclaredFacts): ChecklistItem {
  const value = Number(perUnit ?? 0);
  if (!(value > 0)) return checklistItem('magnitude', 'unknown', 'unknown');
  for (const { name, number, factor } of items) {
    const per =
      factor && Number(factor.value) > 0 ? unitFactor(unitKey(factor.per) ?? '', unitKey(declaredUnit) ?? '-') : null;
    if (!factor || per === null) continue;
    const expectedValue = Number(factor.value) / per;
    const width = INTERVAL_FACTOR * Number(factor.gsd ?? USUAL_GSD) ** 2;
    const outside = value > expectedValue * width || value < expectedValue / width;
    const short = (each: number) => String(Number(each.toPrecision(2)));
    return checklistItem('magnitude', outside ? 'outside' : 'within', outside ? 'unclear' : 'good', {
      value: perUnit,
      low: short(expectedValue / width),
      high: short(expectedValue * width),
      factor: factor.name,
      item: name ?? number,
    });
  }
  const perKg = Number(kgPerUnit ?? 0) > 0 ? value / Number(kgPerUnit) : null;
  if (perKg === null) return checklistItem('magnitude', 'unknown', 'unknown');
  const isImplausible = perKg > PER_KG_MAX || perKg < PER_KG_MIN;
  return checklistItem('magnitude', isImplausible ? 'odd-per-kg' : 'per-kg', isImplausible ? 'unclear' : 'good', {
    perKg: String(Number(perKg.toPrecision(2))),
  });
}

/**
 * Returns whether the item's sales unit can be converted to the declared unit. Tried in order: the unit itself, its
 * content, its net weight, the mass of a declared unit.
 */
function isConvertible(
  { unit, contentUnit, netWeightKg }: LinkedItem,
  declared: string,
  kgPerUnit: string | null,
): boolean {
  const sold = unitKey(unit);
  const hasNetWeight = Number(netWeightKg ?? 0) > 0;
  return (
    (sold !== null && unitFactor(sold, declared) !== null) ||
    (contentUnit !== null && unitFactor(unitKey(contentUnit) ?? '', declared) !== null) ||
    (hasNetWeight && unitFactor('kg', declared) !== null) ||
    (Number(kgPerUnit ?? 0) > 0 && sold !== null && unitFactor(sold, 'kg') !== null)
  );
}

function assessUnit({ declaredUnit, kgPerUnit, items }: DeclaredFacts): ChecklistItem {
  const declared = unitKey(declaredUnit);
  if (declaredUnit === null) return checklistItem('unit', 'missing', 'stopped');
  if (declared === null) return checklistItem('unit', 'unknown', 'unclear', { declared: declaredUnit });
  if (items.length === 0) return checklistItem('unit', 'unlinked', 'unknown', { declared: declaredUnit });
  const unconvertible = items.filter((item) => !isConvertible(item, declared, kgPerUnit));
  const shown = unconvertible
    .slice(0, SHOWN_MAX)
    .map(({ number, unit }) => `${number} (${unit ?? '–'})`)
    .join(', ');
  return unconvertible.length === 0
    ? checklistItem('unit', 'converts', 'good', { declared: declaredUnit })
    : checklistItem('unit', 'stuck', 'unclear', { declared: declaredUnit, items: shown });
}

/**
 * Returns the first five characters of each word with at least four characters, so that "kontorstol" and "kontorstoler"
 * are equal.
 */
function wordStems(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .split(' ')
    .filter((word) => word.length >= 4)
    .map((word) => word.slice(0, 5));
}

function assessProduct({ product, items, document: { epd } }: DeclaredFacts): ChecklistItem {
  if (epd?.subType && !/^specific/i.test(epd.subType))
    return checklistItem('product', 'general', 'reservation', { kind: epd.subType });
  const [first] = items;
  if (!first) return checklistItem('product', 'unlinked', 'unknown');
  const declared = wordStems(product ?? '');
  const mismatch = items.find(
    ({ how, name }) =>
      how !== 'decision' &&
      declared.length > 0 &&
      wordStems(name ?? '').length > 0 &&
      !wordStems(name ?? '').some((stem) => declared.includes(stem)),
  );
  if (mismatch)
    return checklistItem('product', 'other-name', 'unclear', {
      item: `${mismatch.number} ${mismatch.name ?? ''}`.trim(),
      product,
    });
  return checklistItem('product', first.how, 'good', { item: first.number, evidence: first.evidence });
}
