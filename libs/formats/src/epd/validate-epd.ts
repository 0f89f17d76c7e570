import { add, compare, multiply, sum } from '@tallgrunn/values';
import { parseDecimal } from '../decimal-text.ts';
import { finding } from '../finding.ts';
import type { FormatFinding, DocumentLocation } from '../reading.ts';
import type { BuiltEpd } from './build-epd-footprint.ts';
import { exceedsRounding } from './product-stage.ts';
import type { PublishedEpd } from './published-epd.ts';

/** Validates an EPD. @param today day that decides whether it has expired; null disables that check */
export function validateEpd(
  published: PublishedEpd,
  built: BuiltEpd,
  place: DocumentLocation,
  today: string | null,
): FormatFinding[] {
  return [
    ...published.wrongUnits.map((found) =>
      finding('epd-indicator-unit', 'confirm', { place, found, expected: 'kg CO2e' }),
    ),
    ...validateStage(built, place),
    ...validateSums(built, place),
    ...validateUnit(built, place),
    ...validateValidity(built, place, today),
    ...validateKind(built, place),
  ];
}

function validateStage({ footprint, stages }: BuiltEpd, place: DocumentLocation): FormatFinding[] {
  const { basis, summed } = footprint.epd;
  const all = Object.values(stages);
  const excluding = footprint.pcfExcludingBiogenic;
  return [
    ...(all.some(({ unclear }) => unclear) ? [finding('epd-scenario-unclear', 'confirm', { place })] : []),
    ...(all.every(({ value }) => value === null) ? [finding('epd-modules-missing', 'confirm', { place })] : []),
    ...(basis === null && stages.total.value !== null
      ? [finding('epd-split-missing', 'confirm', { place, found: stages.total.value })]
      : []),
    ...(summed ? [finding('epd-modules-summed', 'info', { place })] : []),
    ...(basis === 'one' ? [finding('epd-one-figure', 'info', { place })] : []),
    ...(basis === 'fossil' ? [finding('epd-luluc-missing', 'info', { place })] : []),
    ...(excluding !== null && compare(excluding, '0') < 0
      ? [finding('footprint-negative', 'confirm', { place, found: excluding })]
      : []),
  ];
}

function validateSums({ footprint, stages }: BuiltEpd, place: DocumentLocation): FormatFinding[] {
  const differing = Object.values(stages).find(({ differs }) => differs !== null)?.differs;
  const [total, ...parts] = [stages.total.value, stages.fossil.value, stages.biogenic.value, stages.luluc.value];
  const known = parts.flatMap((part) => part ?? []);
  const added = sum(known);
  const isDifferent =
    total !== null && total !== undefined && known.length === parts.length && exceedsRounding(total, added, known);
  return [
    ...(differing ? [finding('epd-modules-differ', 'confirm', { place, ...differing })] : []),
    ...(isDifferent ? [finding('epd-sum-differs', 'confirm', { place, found: total, expected: added })] : []),
    ...validateRelease(footprint.epd.modules, stages.biogenic.value, place),
  ];
}

/**
 * Checks the release of biogenic carbon: C3 or C4 must release what A1–A3 took up. With several scenarios the highest
 * release counts. A finding is reported when more than 5 % of the uptake is not released.
 */
function validateRelease(
  modules: BuiltEpd['footprint']['epd']['modules'],
  uptake: string | null,
  place: DocumentLocation,
): FormatFinding[] {
  if (uptake === null || compare(uptake, '0') >= 0) return [];
  const highest = ['C3', 'C4'].map((module) =>
    modules
      .filter((each) => each.indicator === 'biogenic' && each.module === module)
      .flatMap(({ value }) => value ?? [])
      .reduce<string | null>((high, value) => (high === null || compare(value, high) > 0 ? value : high), null),
  );
  const known = highest.flatMap((value) => value ?? []);
  if (known.length === 0) return [];
  const unreleased = add(uptake, sum(known));
  return compare(unreleased, multiply(uptake, '0.05')) < 0
    ? [finding('epd-biogenic-not-released', 'info', { place, found: sum(known), expected: uptake.replace('-', '') })]
    : [];
}

const severityOf = {
  'epd-flow-missing': 'confirm',
  'epd-unit-unknown': 'confirm',
  'epd-amount-differs': 'confirm',
  'epd-mass-differs': 'confirm',
  'epd-density-implausible': 'info',
  'epd-conversion-inverse': 'info',
} as const;

function validateUnit({ footprint, oddities }: BuiltEpd, place: DocumentLocation): FormatFinding[] {
  const { declaredUnit, declaredAmount, massPerDeclaredUnit } = footprint;
  const amount = parseDecimal(declaredAmount);
  const unreadable = oddities.some(({ code }) => code === 'epd-flow-missing' || code === 'epd-amount-differs');
  return [
    ...oddities.map(({ code, found, expected }) => finding(code, severityOf[code], { place, found, expected })),
    ...(!unreadable && (amount === null || compare(amount, '0') <= 0)
      ? [finding('footprint-amount-wrong', 'confirm', { place, found: declaredAmount })]
      : []),
    ...(declaredUnit !== null && declaredUnit !== 'kilogram' && massPerDeclaredUnit === null
      ? [finding('footprint-mass-missing', 'info', { place })]
      : []),
  ];
}

function validateValidity(
  { validity: { from, to, lastDay, fromYear } }: BuiltEpd,
  place: DocumentLocation,
  today: string | null,
): FormatFinding[] {
  return [
    ...(to === null ? [finding('epd-validity-missing', 'confirm', { place })] : []),
    ...(lastDay === 'five-years' || lastDay === 'year-end'
      ? [finding('epd-validity-year', 'info', { place, found: to?.slice(0, 4) ?? null, expected: to })]
      : []),
    ...(fromYear ? [finding('epd-published-missing', 'info', { place, found: from })] : []),
    ...(today !== null && to !== null && to < today
      ? [finding('footprint-expired', 'confirm', { place, found: to, expected: today })]
      : []),
  ];
}

/** Reports a data set that is not specific, not externally reviewed or not registered. */
function validateKind({ footprint: { epd, verification } }: BuiltEpd, place: DocumentLocation): FormatFinding[] {
  const general = epd.subType !== null && !/^specific/i.test(epd.subType);
  return [
    ...(general ? [finding('epd-not-specific', 'confirm', { place, found: epd.subType })] : []),
    ...(verification === null ? [finding('epd-unreviewed', 'info', { place })] : []),
    ...(epd.registrationNumber === null ? [finding('epd-unregistered', 'info', { place })] : []),
  ];
}
