import type { PriceDto } from '@tallgrunn/api-client/shapes';

/** Returns the price on a day, and the next one after it. Dates as YYYY-MM-DD, both ends inclusive. */
export function currentPrices(
  prices: readonly PriceDto[],
  today: string,
): { readonly now: PriceDto | null; readonly next: PriceDto | null } {
  return {
    now:
      prices.findLast((price) => price.validFrom <= today && (price.validTo === null || price.validTo >= today)) ??
      null,
    next: prices.find((price) => price.validFrom > today) ?? null,
  };
}
