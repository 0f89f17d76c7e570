import { absolute, compare, divide, multiply, normalise, subtract } from '@tallgrunn/values';
import { parseDouble } from '../decimal-text.ts';
import type { PublishedFlow, FlowProperty } from './published-epd.ts';

/** The unit and amount that the figures of an EPD refer to. Units have their PACT names, plus `meter`. */
export interface DeclaredUnit {
  readonly unit: string | null;
  readonly amount: string | null;
  /** Mass of the declared amount in kg. */
  readonly massKg: string | null;
  /** Reasons why unit or mass are unknown, and irregularities in them. */
  readonly oddities: readonly UnitOddity[];
}

export interface UnitOddity {
  readonly code:
    | 'epd-flow-missing'
    | 'epd-unit-unknown'
    | 'epd-amount-differs'
    | 'epd-mass-differs'
    | 'epd-density-implausible'
    | 'epd-conversion-inverse';
  readonly found: string | null;
  readonly expected: string | null;
}

const MASS = '93a60a56-a3c8-11da-a746-0800200b9a66';

/**
 * Flow properties and their reference units (InData, flow properties and unit groups; Apache-2.0). The ids of net
 * calorific value and mass differ in one character.
 */
const unitOfProperty: Readonly<Record<string, string>> = {
  [MASS]: 'kilogram',
  '7e18d0ad-e78e-47a0-8e96-1c0a581902e2': 'kilogram',
  '93a60a56-a3c8-22da-a746-0800200c9a66': 'cubic meter',
  '93a60a56-a3c8-19da-a746-0800200c9a66': 'square meter',
  '838aaa23-0117-11db-92e3-0800200c9a66': 'meter',
  '01846770-4cfe-4a25-8ad9-919d8d378345': 'piece',
  '93a60a56-a3c8-14da-a746-0800200c9a66': 'megajoule',
  '93a60a56-a3c8-11da-a746-0800200c9a66': 'megajoule',
  '838aaa20-0117-11db-92e3-0800200c9a66': 'ton kilometer',
};

const unitNames: readonly (readonly [RegExp, string])[] = [
  [/^(?:kg|kilogram)s?$/i, 'kilogram'],
  [/^(?:m3|m³|m\^3|cbm|cubic met(?:er|re)s?)$/i, 'cubic meter'],
  [/^(?:m2|m²|m\^2|qm|sqm|square met(?:er|re)s?)$/i, 'square meter'],
  [/^(?:m|lfm|met(?:er|re)s?)$/i, 'meter'],
  [/^(?:pcs?\.?|pieces?|items?|item\(s\)|stk\.?|stück|st\.?|units?)$/i, 'piece'],
  [/^(?:l|liters?|litres?)$/i, 'liter'],
  [/^mj$/i, 'megajoule'],
  [/^kwh$/i, 'kilowatt hour'],
  [/^t\*?km$/i, 'ton kilometer'],
];

/** Returns the PACT name of a unit as written in a file. Null for an unlisted unit, such as square metre × year. */
function unitNamed(name: string | null): string | null {
  return unitNames.find(([pattern]) => pattern.test(name?.trim() ?? ''))?.[1] ?? null;
}

function unitOf({ id, unit }: FlowProperty): string | null {
  const [referenceUnit, named] = [unitOfProperty[id?.toLowerCase() ?? ''] ?? null, unitNamed(unit)];
  if (unit === null) return referenceUnit;
  // The stated unit is not the reference unit of its property: it cannot be decided which of the two is meant.
  return referenceUnit === null || referenceUnit === named ? named : null;
}

const positive = (text: string | null): string | null => {
  const number = parseDouble(text);
  return number !== null && compare(number, '0') > 0 ? number : null;
};

/** Derives the declared amount, its unit and its mass from the flow of the product. */
export function declaredUnitOf({
  amount,
  reckonedAmount: calculatedAmount,
  properties,
  materials,
}: PublishedFlow): DeclaredUnit {
  if (properties === null)
    return {
      unit: null,
      amount: parseDouble(amount),
      massKg: null,
      oddities: [{ code: 'epd-flow-missing', found: null, expected: null }],
    };
  const reference = properties.find((each) => each.reference);
  const unit = reference ? unitOf(reference) : null;
  if (!reference || unit === null)
    return {
      unit: null,
      amount: parseDouble(amount),
      massKg: null,
      oddities: [{ code: 'epd-unit-unknown', found: reference?.unit ?? reference?.name ?? null, expected: null }],
    };
  const [flows, each] = [parseDouble(amount), parseDouble(reference.value)];
  const declared = flows === null || each === null ? null : normalise(multiply(flows, each));
  const calculated = parseDouble(calculatedAmount);
  if (declared !== null && calculated !== null && compare(declared, calculated) !== 0)
    return {
      unit,
      amount: null,
      massKg: null,
      oddities: [{ code: 'epd-amount-differs', found: calculated, expected: declared }],
    };
  return { unit, amount: declared, ...calculateMass({ unit, flows, declared, properties, materials }) };
}

interface MassInput extends Pick<PublishedFlow, 'materials'> {
  readonly unit: string;
  readonly flows: string | null;
  readonly declared: string | null;
  readonly properties: readonly FlowProperty[];
}

/** Material property that states the mass of one declared unit, by unit. */
const massProperties: Readonly<Record<string, readonly [name: RegExp, unit: RegExp]>> = {
  'cubic meter': [/density/i, /^kg\/m(?:\^?3|³)$/i],
  'square meter': [/grammage/i, /^kg\/m(?:\^?2|²)$/i],
  meter: [/linear density|weight per (?:unit )?length/i, /^kg\/m$/i],
  piece: [/weight per (?:unit|piece)/i, /^kg\/(?:stk|pcs?|pce|piece|unit|item|stück)\.?$/i],
};

/** Lower limit for density in kg/m³. Only insulation foams are lighter; 2.4 is a value in g/cm³. */
const DENSITY_MIN = '8';

function calculateMass({
  unit,
  flows,
  declared,
  properties,
  materials,
}: MassInput): Pick<DeclaredUnit, 'massKg' | 'oddities'> {
  if (unit === 'kilogram') return { massKg: declared, oddities: [] };
  const mass = positive(properties.find(({ id }) => id === MASS)?.value ?? null);
  const ofFlow = mass !== null && flows !== null ? normalise(multiply(flows, mass)) : null;
  const [name, per] = massProperties[unit] ?? [/^$/, /^$/];
  const density = materials.find(
    (material) => /density/i.test(material.name) && /^kg\/m(?:\^?3|³)$/i.test(material.unit ?? ''),
  );
  const odd: UnitOddity[] =
    density && isOddDensity(density.value)
      ? [{ code: 'epd-density-implausible', found: density.value, expected: null }]
      : [];
  const stated = materials.find((material) => name.test(material.name) && per.test(material.unit?.trim() ?? ''));
  const perUnit = stated && !(stated === density && odd.length > 0) ? positive(stated.value) : null;
  const ofMaterial = perUnit !== null && declared !== null ? normalise(multiply(perUnit, declared)) : null;
  const massKg = ofFlow ?? ofMaterial;
  if (ofFlow !== null && ofMaterial !== null && differsClearly(ofFlow, ofMaterial))
    return { massKg: null, oddities: [...odd, { code: 'epd-mass-differs', found: ofMaterial, expected: ofFlow }] };
  const inverse = massKg !== null && declared !== null ? inverseOf(materials, massKg, declared) : null;
  return {
    massKg,
    oddities: [
      ...odd,
      ...(inverse === null ? [] : [{ code: 'epd-conversion-inverse' as const, found: inverse, expected: massKg }]),
    ],
  };
}

function isOddDensity(value: string | null): boolean {
  const density = positive(value);
  return density !== null && compare(density, DENSITY_MIN) < 0;
}

const differsClearly = (one: string, other: string): boolean =>
  compare(absolute(subtract(one, other)), multiply(one, '0.02')) > 0;

/**
 * Returns a "conversion factor to 1 kg" that is the inverse of the mass per unit, null when it is not. Such a factor is
 * not used.
 */
function inverseOf(materials: MassInput['materials'], massKg: string, declared: string): string | null {
  const factor = positive(materials.find((each) => /conversion factor to 1 ?kg/i.test(each.name))?.value ?? null);
  if (factor === null || compare(declared, '0') <= 0) return null;
  const kgEach = divide(massKg, declared, 12);
  return differsClearly(kgEach, factor) && !differsClearly('1', multiply(factor, kgEach)) ? factor : null;
}
