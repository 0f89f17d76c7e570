import { absolute, compare, isUuid, multiply, subtract, sum as sumOf } from '@tallgrunn/values';
import { parseDecimal } from '../decimal-text.ts';
import { finding } from '../finding.ts';
import type { FormatFinding, DocumentLocation } from '../reading.ts';
import type { Footprint } from './footprint.ts';
import { gtinsOf } from './product-numbers.ts';
import { lastValidDay } from './validity.ts';

/** Units of version 3.0, which include those of 2.x. */
const units = new Set([
  'liter',
  'kilogram',
  'cubic meter',
  'kilowatt hour',
  'megajoule',
  'ton kilometer',
  'square meter',
  'piece',
  'hour',
  'megabit second',
]);

/** Validates a footprint. @param today day that decides whether it has expired; null disables that check */
export function validateFootprint(
  footprint: Footprint,
  place: DocumentLocation,
  today: string | null,
): FormatFinding[] {
  return [
    ...(isUuid(footprint.id.toLowerCase())
      ? []
      : [finding('footprint-id-wrong', 'info', { place, found: footprint.id })]),
    ...gtinsOf(footprint.productIds).wrong.map((found) => finding('footprint-gtin-wrong', 'confirm', { place, found })),
    ...(footprint.status === 'Deprecated' ? [finding('footprint-deprecated', 'confirm', { place })] : []),
    ...validateValues(footprint, place),
    ...validateParts(footprint, place),
    ...validateUnit(footprint, place),
    ...validateValidity(footprint, place, today),
    ...validateShare(footprint, place),
  ];
}

function validateValues(
  { pcfExcludingBiogenic, pcfIncludingBiogenic }: Footprint,
  place: DocumentLocation,
): FormatFinding[] {
  const [excluding, including] = [parseDecimal(pcfExcludingBiogenic), parseDecimal(pcfIncludingBiogenic)];
  const unreadable = Object.entries({ pcfExcludingBiogenic, pcfIncludingBiogenic }).filter(
    ([, text]) => text !== null && parseDecimal(text) === null,
  );
  return [
    ...unreadable.map(([field, found]) => finding('number-not-read', 'confirm', { place, found, params: { field } })),
    ...(pcfExcludingBiogenic === null ? [finding('footprint-excluding-missing', 'confirm', { place })] : []),
    ...(excluding !== null && compare(excluding, '0') < 0
      ? [finding('footprint-negative', 'confirm', { place, found: excluding })]
      : []),
    ...(excluding !== null && including !== null && compare(including, excluding) > 0
      ? [finding('footprint-including-higher', 'info', { place, found: including, expected: excluding })]
      : []),
  ];
}

/** Compares the parts with the total. A difference of up to 1 % of the largest value is accepted as rounding. */
function validateParts({ parts, pcfExcludingBiogenic }: Footprint, place: DocumentLocation): FormatFinding[] {
  const total = parseDecimal(pcfExcludingBiogenic);
  if (parts === null || total === null) return [];
  const all = [parts.fossil, parts.biogenic, parts.landUse];
  const sum = sumOf(all);
  const size = [total, ...all].map(absolute).reduce((one, other) => (compare(one, other) > 0 ? one : other));
  return compare(absolute(subtract(total, sum)), multiply(size, '0.01')) > 0
    ? [finding('footprint-parts-differ', 'confirm', { place, found: total, expected: sum })]
    : [];
}

function validateUnit(
  { declaredUnit, declaredAmount, massPerDeclaredUnit }: Footprint,
  place: DocumentLocation,
): FormatFinding[] {
  const amount = parseDecimal(declaredAmount);
  return [
    ...(declaredUnit === null || !units.has(declaredUnit)
      ? [finding('footprint-unit-unknown', 'confirm', { place, found: declaredUnit })]
      : []),
    ...(amount === null || compare(amount, '0') <= 0
      ? [finding('footprint-amount-wrong', 'confirm', { place, found: declaredAmount })]
      : []),
    ...(declaredUnit !== 'kilogram' && massPerDeclaredUnit === null
      ? [finding('footprint-mass-missing', 'info', { place })]
      : []),
  ];
}

function validateValidity(footprint: Footprint, place: DocumentLocation, today: string | null): FormatFinding[] {
  const { validTo, validityAssumed, referencePeriod } = footprint;
  if (validTo === null)
    return [finding('field-missing', 'confirm', { place, params: { field: 'referencePeriodEnd' } })];
  const last = lastValidDay(referencePeriod.end);
  return [
    ...(validityAssumed ? [finding('footprint-validity-assumed', 'info', { place, found: validTo })] : []),
    ...(last !== null && validTo > last
      ? [finding('footprint-validity-too-long', 'info', { place, found: validTo, expected: last })]
      : []),
    ...(today !== null && validTo < today
      ? [finding('footprint-expired', 'confirm', { place, found: validTo, expected: today })]
      : []),
  ];
}

/** Reports a primary data share of 1 or less: files write 0.72 where the format requires 72 percent. */
function validateShare({ primaryDataShare }: Footprint, place: DocumentLocation): FormatFinding[] {
  const share = parseDecimal(primaryDataShare);
  const isFraction = share !== null && compare(share, '0') > 0 && compare(share, '1') <= 0;
  return isFraction ? [finding('footprint-share-fraction', 'info', { place, found: share })] : [];
}
