import type { AdjustmentView } from '@tallgrunn/api-client/shapes';
import type { PricesTexts } from '../texts/prices-nb.ts';

/** Describes the calculation of a price adjustment in one or two sentences. */
export function sayComputed({ computed, clause }: Pick<AdjustmentView, 'computed' | 'clause'>, t: PricesTexts): string {
  const { adjustments } = t;
  if (!computed) return '';
  const { known, reason, period, base, compare, indexChange, priceChange, limitedBy } = computed.factor;
  if (!known) return reason === 'no-index-value' && period ? adjustments.missing({ period }) : adjustments.odd;
  const said = adjustments.computed({
    index: clause.index,
    base: base?.period ?? '',
    compare: compare?.period ?? '',
    indexChange: t.signed({ percent: short(indexChange) }),
    priceChange: t.signed({ percent: short(priceChange) }),
  });
  return limitedBy ? [said, adjustments.limited[limitedBy as keyof typeof adjustments.limited]].join(' ') : said;
}

/** Formats "3.2500" as "3.25". */
const short = (percent = '0'): string => percent.replace(/\.?0+$/, '') || '0';
