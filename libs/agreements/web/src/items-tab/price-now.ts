import type { PriceView } from '@tallgrunn/api-client/shapes';

/** The price that holds on a day, and the first that holds after it. Days as YYYY-MM-DD, both ends included. */
export function pricesOn(
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
