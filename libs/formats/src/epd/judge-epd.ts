import { add, compare, multiply, sum } from '@tallgrunn/values';
import { decimalOf } from '../decimal-text.ts';
import { finding } from '../finding.ts';
import type { FormatFinding, Place } from '../reading.ts';
import type { BuiltEpd } from './build-epd-footprint.ts';
import { isApart } from './product-stage.ts';
import type { StatedEpd } from './stated-epd.ts';

/** Validates an EPD. @param today day that decides whether it has expired; null disables that check */
export function judgeEpd(stated: StatedEpd, built: BuiltEpd, place: Place, today: string | null): FormatFinding[] {
  return [
    ...stated.wrongUnits.map((found) =>
      finding('epd-indicator-unit', 'confirm', { place, found, expected: 'kg CO2e' }),
    ),
    ...judgeStage(built, place),
    ...judgeSums(built, place),
    ...judgeUnit(built, place),
    ...judgeValidity(built, place, today),
    ...judgeKind(built, place),
  ];
}

function judgeStage({ footprint, stages }: BuiltEpd, place: Place): FormatFinding[] {
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

function judgeSums({ footprint, stages }: BuiltEpd, place: Place): FormatFinding[] {
  const differing = Object.values(stages).find(({ differs }) => differs !== null)?.differs;
  const [total, ...parts] = [stages.total.value, stages.fossil.value, stages.biogenic.value, stages.luluc.value];
  const known = parts.flatMap((part) => part ?? []);
  const added = sum(known);
  const apart = total !== null && total !== undefined && known.length === parts.length && isApart(total, added, known);
  return [
    ...(differing ? [finding('epd-modules-differ', 'confirm', { place, ...differing })] : []),
    ...(apart ? [finding('epd-sum-differs', 'confirm', { place, found: total, expected: added })] : []),
    ...judgeRelease(footprint.epd.modules, stages.biogenic.value, place),
  ];
}

/**
 * Checks the release of biogenic carbon: C3 or C4 must release what A1–A3 took up. With several scenarios the highest
 * release counts. A finding is reported when more than 5 % of the uptake is not released.
 */
function judgeRelease(
  modules: BuiltEpd['footprint']['epd']['modules'],
  taken: string | null,
  place: Place,
): FormatFinding[] {
  if (taken === null || compare(taken, '0') >= 0) return [];
  const most = ['C3', 'C4'].map((module) =>
    modules
      .filter((each) => each.indicator === 'biogenic' && each.module === module)
      .flatMap(({ value }) => value ?? [])
      .reduce<string | null>((high, value) => (high === null || compare(value, high) > 0 ? value : high), null),
  );
  const known = most.flatMap((value) => value ?? []);
  if (known.length === 0) return [];
  const left = add(taken, sum(known));
  return compare(left, multiply(taken, '0.05')) < 0
    ? [finding('epd-biogenic-kept', 'info', { place, found: sum(known), expected: taken.replace('-', '') })]
    : [];
}

const severityOf = {
  'epd-flow-missing': 'confirm',
  'epd-unit-unknown': 'confirm',
  'epd-amount-differs': 'confirm',
  'epd-mass-differs': 'confirm',
  'epd-density-odd': 'info',
  'epd-conversion-inverse': 'info',
} as const;

function judgeUnit({ footprint, oddities }: BuiltEpd, place: Place): FormatFinding[] {
  const { declaredUnit, declaredAmount, massPerDeclaredUnit } = footprint;
  const amount = decimalOf(declaredAmount);
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

function judgeValidity(
  { validity: { from, to, lastDay, fromYear } }: BuiltEpd,
  place: Place,
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
function judgeKind({ footprint: { epd, verification } }: BuiltEpd, place: Place): FormatFinding[] {
  const general = epd.subType !== null && !/^specific/i.test(epd.subType);
  return [
    ...(general ? [finding('epd-not-specific', 'confirm', { place, found: epd.subType })] : []),
    ...(verification === null ? [finding('epd-unreviewed', 'info', { place })] : []),
    ...(epd.registrationNumber === null ? [finding('epd-unregistered', 'info', { place })] : []),
  ];
}
