import { compare, sum } from '@tallgrunn/values';
import { parseDecimal } from '../decimal-text.ts';
import type { FormatFinding } from '../reading.ts';
import type { AwardCriterion, NoticeLot } from './notice.ts';
import { brokenRule, type NoticeContext } from './notice-rule.ts';

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
export function climateRules(context: NoticeContext, name: (rule: string) => string): FormatFinding[] {
  return context.notice.lots.flatMap((lot, index) => [
    ...considerationRules(lot, index, context, name),
    ...strategyRules(lot, index, context, name),
  ]);
}

function considerationRules(
  { awardCriteria }: NoticeLot,
  index: number,
  { at }: NoticeContext,
  name: (rule: string) => string,
): FormatFinding[] {
  if (awardCriteria.length < 2) return [];
  const place = at.lot(index, 'TenderingTerms/AwardingTerms');
  const stated = awardCriteria.filter(({ type }) => considerations.includes(type ?? ''));
  if (stated.length === 0)
    return [brokenRule('notice-climate-missing', name('EC-R001C'), place, { expected: considerations.join(', ') })];
  const isSufficient =
    hasSufficientWeight(awardCriteria) ||
    stated.some((one) => one.type !== CRITERIA && Object.keys(one.description).length > 0);
  return isSufficient
    ? []
    : [
        brokenRule('notice-climate-weight-too-low', name('EC-R001D'), place, {
          found: totalWeight(stated),
          expected: WEIGHT_MIN,
        }),
      ];
}

function hasSufficientWeight(criteria: readonly AwardCriterion[]): boolean {
  const own = criteria.filter(({ type }) => type === CRITERIA);
  const lowerCount = (one: AwardCriterion): number =>
    criteria.filter((other) => Number(other.weight) < Number(one.weight)).length;
  return (
    compare(totalWeight(own), WEIGHT_MIN) >= 0 ||
    own.some((one) => one.weightKind === 'ord-imp' && lowerCount(one) < PLACE_MAX)
  );
}

const totalWeight = (criteria: readonly AwardCriterion[]): string =>
  sum(
    criteria.filter(({ weightKind }) => weightKind === 'per-exa').flatMap(({ weight }) => parseDecimal(weight) ?? []),
  );

/** A lot that weights climate in this way must also state it as its strategic objective (BT-06). */
function strategyRules(
  lot: NoticeLot,
  index: number,
  { at }: NoticeContext,
  name: (rule: string) => string,
): FormatFinding[] {
  const pursued =
    hasSufficientWeight(lot.awardCriteria) ||
    lot.awardCriteria.some((one) => one.type === SPECIFICATION && one.weightKind === 'per-exa' && one.weight === '0');
  if (!pursued || lot.strategic.some(({ list, code }) => list === 'strategic-procurement' && code === 'env-imp'))
    return [];
  return [
    brokenRule('notice-strategy-missing', name('SP-R004'), at.lot(index, 'ProcurementProject'), {
      expected: 'env-imp',
    }),
  ];
}
