import type { PriceModelDto } from '@tallgrunn/api-client/shapes';
import { multiply, normalise } from '@tallgrunn/values';
import type { PricesTexts } from '../texts/prices-nb.ts';

type PriceModelText = Pick<PriceModelDto, 'kind' | 'discount' | 'tolerance' | 'document'>;

const LIST_DAYS = { 'weekly-list': 7, 'daily-list': 1 } as const;

function describeMethod({ kind, discount, document }: PriceModelText, t: PricesTexts['models']): string {
  switch (kind) {
    case 'fixed':
      return t.fixed;
    case 'list-discount':
      return t.listDiscount({ discount: discount ?? '0' });
    case 'weekly-list':
    case 'daily-list':
      return t.weekly({ days: document.holdsDays ?? LIST_DAYS[kind] });
    case 'catch-weight':
      return t.catchWeight;
    case 'cost-plus':
      return t.costPlus({ markup: document.markup ?? '', addition: document.addition ?? '' });
    default:
      return t.tiers;
  }
}

/** Describes a price model in sentences: its method, tolerance and adjustment clause. */
export function describePriceModel(model: PriceModelText, t: PricesTexts['models']): readonly string[] {
  const { kind, discount, tolerance, document } = model;
  const { adjustment } = document;
  return [
    describeMethod(model, t),
    ...(discount && (kind === 'weekly-list' || kind === 'daily-list') ? [t.less({ discount })] : []),
    ...(tolerance ? [t.tolerance({ tolerance })] : []),
    ...(adjustment
      ? [t.adjustment({ share: percentOf(adjustment.share), index: adjustment.index, base: adjustment.basePeriod })]
      : []),
  ];
}

/** Formats "0.65" as "65". */
export function percentOf(share: string): string {
  return normalise(multiply(share, '100'));
}
