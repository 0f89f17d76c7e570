import { compare, sum } from '@tallgrunn/values';
import { decimalOf } from '../decimal-text.ts';
import type { FormatFinding } from '../reading.ts';
import type { AwardCriterion, NoticeLot } from './notice.ts';
import { broken, type JudgedNotice } from './notice-rule.ts';

const CRITERIA = 'quality-nor-env-criteria';
const SPECIFICATION = 'quality-nor-env-spec';
const considerations = [
  CRITERIA,
  SPECIFICATION,
  'quality-nor-env-exempt-insignificant',
  'quality-nor-env-exempt-critical-interest',
  'quality-nor-env-exempt-national-minimum',
];

/** Minimum weight of climate and environment among the criteria, in per cent. */
const WEIGHT_MIN = '30';
/** Lowest accepted rank in an order of importance. */
const PLACE_MAX = 3;

/**
 * Checks section 7-9 of the Procurement Regulations: with two or more award criteria, climate and environment must be
 * weighted, or the notice must state why not.
 */
export function climateRules(judged: JudgedNotice, name: (rule: string) => string): FormatFinding[] {
  return judged.notice.lots.flatMap((lot, index) => [
    ...considered(lot, index, judged, name),
    ...asStrategy(lot, index, judged, name),
  ]);
}

function considered(
  { awardCriteria }: NoticeLot,
  index: number,
  { at }: JudgedNotice,
  name: (rule: string) => string,
): FormatFinding[] {
  if (awardCriteria.length < 2) return [];
  const place = at.lot(index, 'TenderingTerms/AwardingTerms');
  const said = awardCriteria.filter(({ type }) => considerations.includes(type ?? ''));
  if (said.length === 0)
    return [broken('notice-climate-missing', name('EC-R001C'), place, { expected: considerations.join(', ') })];
  const enough =
    weighsEnough(awardCriteria) || said.some((one) => one.type !== CRITERIA && Object.keys(one.description).length > 0);
  return enough
    ? []
    : [broken('notice-climate-light', name('EC-R001D'), place, { found: weightOf(said), expected: WEIGHT_MIN })];
}

function weighsEnough(criteria: readonly AwardCriterion[]): boolean {
  const own = criteria.filter(({ type }) => type === CRITERIA);
  const before = (one: AwardCriterion): number =>
    criteria.filter((other) => Number(other.weight) < Number(one.weight)).length;
  return (
    compare(weightOf(own), WEIGHT_MIN) >= 0 ||
    own.some((one) => one.weightKind === 'ord-imp' && before(one) < PLACE_MAX)
  );
}

const weightOf = (criteria: readonly AwardCriterion[]): string =>
  sum(criteria.filter(({ weightKind }) => weightKind === 'per-exa').flatMap(({ weight }) => decimalOf(weight) ?? []));

/** A lot that weights climate in this way must also state it as its strategic objective (BT-06). */
function asStrategy(
  lot: NoticeLot,
  index: number,
  { at }: JudgedNotice,
  name: (rule: string) => string,
): FormatFinding[] {
  const pursued =
    weighsEnough(lot.awardCriteria) ||
    lot.awardCriteria.some((one) => one.type === SPECIFICATION && one.weightKind === 'per-exa' && one.weight === '0');
  if (!pursued || lot.strategic.some(({ list, code }) => list === 'strategic-procurement' && code === 'env-imp'))
    return [];
  return [
    broken('notice-strategy-missing', name('SP-R004'), at.lot(index, 'ProcurementProject'), { expected: 'env-imp' }),
  ];
}
