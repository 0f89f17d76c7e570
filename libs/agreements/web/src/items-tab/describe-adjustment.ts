import type { AdjustmentDto } from '@tallgrunn/api-client/shapes';
import type { PricesTexts } from '../texts/prices-nb.ts';

/** Describes the calculation of a price adjustment in one or two sentences. */
export function describeAdjustment(
  { computed, clause }: Pick<AdjustmentDto, 'computed' | 'clause'>,
  t: PricesTexts,
): string {
  const { adjustments } = t;
  if (!computed) return '';
  const { known, reason, period, base, compare, indexChange, priceChange, limitedBy } = computed.factor;
  if (!known) return reason === 'no-index-value' && period ? adjustments.missing({ period }) : adjustments.odd;
  const sentence = adjustments.computed({
    index: clause.index,
    base: base?.period ?? '',
    compare: compare?.period ?? '',
    indexChange: t.signed({ percent: trimZeros(indexChange) }),
    priceChange: t.signed({ percent: trimZeros(priceChange) }),
  });
  return limitedBy
    ? [sentence, adjustments.limited[limitedBy as keyof typeof adjustments.limited]].join(' ')
    : sentence;
}

/** Drafts the reason of an approval from the clause. */
export function draftReason(
  { clause, comparePeriod }: Pick<AdjustmentDto, 'clause' | 'comparePeriod'>,
  t: PricesTexts,
): string {
  const { index, share, basePeriod } = clause;
  return t.adjustments.draftReason({
    ...{ index, base: basePeriod, compare: comparePeriod },
    share: String(Number((Number(share) * 100).toFixed(4))),
  });
}

/** Formats "3.2500" as "3.25". */
const trimZeros = (percent = '0'): string => percent.replace(/\.?0+$/, '') || '0';
