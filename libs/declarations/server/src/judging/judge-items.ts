import { knownUnit, unitFactor } from '@tallgrunn/checks';
import type { DeclaredFacts, LinkedItem } from './declared-facts.ts';
import { point, type Point } from './point.ts';

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
const BAND_TIMES = 3;
const USUAL_GSD = 1.4;
/** Plausible range, kg CO2e per kg of product. Reference: electronics ≈ 100, gravel ≈ 0.003. */
const PER_KG_MAX = 500;
const PER_KG_MIN = 0.0005;
const SHOWN_MAX = 5;

/** Checks a footprint against its linked items: plausible magnitude, convertible unit and matching product. */
export function judgeItems(facts: DeclaredFacts): Point[] {
  return [magnitudeOf(facts), unitOf(facts), productOf(facts)];
}

const keyOf = (unit: string | null): string | null => (unit === null ? null : (unitKeys[unit] ?? knownUnit(unit)));

function magnitudeOf({ perUnit, declaredUnit, kgPerUnit, items }: DeclaredFacts): Point {
  const value = Number(perUnit ?? 0);
  if (!(value > 0)) return point('magnitude', 'unknown', 'unknown');
  for (const { name, number, factor } of items) {
    const per =
      factor && Number(factor.value) > 0 ? unitFactor(keyOf(factor.per) ?? '', keyOf(declaredUnit) ?? '-') : null;
    if (!factor || per === null) continue;
    const usual = Number(factor.value) / per;
    const width = BAND_TIMES * Number(factor.gsd ?? USUAL_GSD) ** 2;
    const outside = value > usual * width || value < usual / width;
    const short = (each: number) => String(Number(each.toPrecision(2)));
    return point('magnitude', outside ? 'outside' : 'within', outside ? 'unclear' : 'good', {
      value: perUnit,
      low: short(usual / width),
      high: short(usual * width),
      factor: factor.name,
      item: name ?? number,
    });
  }
  const perKg = Number(kgPerUnit ?? 0) > 0 ? value / Number(kgPerUnit) : null;
  if (perKg === null) return point('magnitude', 'unknown', 'unknown');
  const odd = perKg > PER_KG_MAX || perKg < PER_KG_MIN;
  return point('magnitude', odd ? 'odd-per-kg' : 'per-kg', odd ? 'unclear' : 'good', {
    perKg: String(Number(perKg.toPrecision(2))),
  });
}

/**
 * Returns whether the item's sales unit can be converted to the declared unit. Tried in order: the unit itself, its
 * content, its net weight, the mass of a declared unit.
 */
function converts({ unit, contentUnit, netWeightKg }: LinkedItem, declared: string, kgPerUnit: string | null): boolean {
  const sold = keyOf(unit);
  const weighs = Number(netWeightKg ?? 0) > 0;
  return (
    (sold !== null && unitFactor(sold, declared) !== null) ||
    (contentUnit !== null && unitFactor(keyOf(contentUnit) ?? '', declared) !== null) ||
    (weighs && unitFactor('kg', declared) !== null) ||
    (Number(kgPerUnit ?? 0) > 0 && sold !== null && unitFactor(sold, 'kg') !== null)
  );
}

function unitOf({ declaredUnit, kgPerUnit, items }: DeclaredFacts): Point {
  const declared = keyOf(declaredUnit);
  if (declaredUnit === null) return point('unit', 'missing', 'stopped');
  if (declared === null) return point('unit', 'unknown', 'unclear', { declared: declaredUnit });
  if (items.length === 0) return point('unit', 'unlinked', 'unknown', { declared: declaredUnit });
  const stuck = items.filter((item) => !converts(item, declared, kgPerUnit));
  const shown = stuck
    .slice(0, SHOWN_MAX)
    .map(({ number, unit }) => `${number} (${unit ?? '–'})`)
    .join(', ');
  return stuck.length === 0
    ? point('unit', 'converts', 'good', { declared: declaredUnit })
    : point('unit', 'stuck', 'unclear', { declared: declaredUnit, items: shown });
}

/**
 * Returns the first five characters of each word with at least four characters, so that "kontorstol" and "kontorstoler"
 * are equal.
 */
function stems(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .split(' ')
    .filter((word) => word.length >= 4)
    .map((word) => word.slice(0, 5));
}

function productOf({ product, items, document: { epd } }: DeclaredFacts): Point {
  if (epd?.subType && !/^specific/i.test(epd.subType))
    return point('product', 'general', 'reservation', { kind: epd.subType });
  const [first] = items;
  if (!first) return point('product', 'unlinked', 'unknown');
  const declared = stems(product ?? '');
  const strange = items.find(
    ({ how, name }) =>
      how !== 'decision' &&
      declared.length > 0 &&
      stems(name ?? '').length > 0 &&
      !stems(name ?? '').some((stem) => declared.includes(stem)),
  );
  if (strange)
    return point('product', 'other-name', 'unclear', {
      item: `${strange.number} ${strange.name ?? ''}`.trim(),
      product,
    });
  return point('product', first.how, 'good', { item: first.number, evidence: first.evidence });
}
