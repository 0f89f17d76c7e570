import type { PriceView } from '@tallgrunn/api-client/shapes';

/** Returns the price on a day, and the next one after it. Dates as YYYY-MM-DD, both ends inclusive. */
export function currentPrices(
  prices: readonly PriceView[],
  today: string,
): { readonly now: PriceView | null; readonly next: PriceView | null } {
  return {
    now:
      prices.findLast((price) => price.validFrom <= today && (price.validTo === null || price.validTo >= today)) ??
      null,
    next: prices.find((price) => price.validFrom > today) ?? null,
  };
}
