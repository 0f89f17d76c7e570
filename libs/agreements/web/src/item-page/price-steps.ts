import type { ItemPriceDto } from '@tallgrunn/api-client/shapes';
import { addDays, daysBetween } from '@tallgrunn/values';

/** A step of a price chart: x and width in days from the first day, both ends inclusive. */
export interface Step {
  readonly from: number;
  readonly days: number;
  readonly price: number;
  readonly basis: string;
}

/**
 * Returns the prices without tiers: the price of the lowest tier represents the others. Agreed prices are preferred.
 */
export function mainPrices(prices: readonly ItemPriceDto[]): readonly ItemPriceDto[] {
  const agreed = prices.filter(({ basis }) => basis === 'agreed');
  const shown = agreed.length > 0 ? agreed : prices;
  const lowest = new Map<string, ItemPriceDto>();
  for (const price of shown) {
    const key = `${price.validFrom} ${price.version}`;
    const there = lowest.get(key);
    if (!there || Number(price.fromQuantity ?? '0') < Number(there.fromQuantity ?? '0')) lowest.set(key, price);
  }
  return [...lowest.values()];
}

/** Returns the price steps from the first day to today, or to the last day if later. */
export function stepsOf(
  prices: readonly ItemPriceDto[],
  today: string,
): { readonly steps: readonly Step[]; readonly first: string; readonly last: string } {
  const first = prices[0]?.validFrom ?? today;
  const newest = prices.reduce(
    (latest, { validFrom, validTo }) => [latest, validTo ?? addDays(validFrom, 30)].toSorted().at(-1) ?? latest,
    today,
  );
  const steps = prices.map(({ validFrom, validTo, price, basis }, at): Step => {
    const until = validTo ?? prices[at + 1]?.validFrom ?? newest;
    return {
      from: daysBetween(first, validFrom),
      days: Math.max(1, daysBetween(validFrom, until) + (validTo ? 1 : 0)),
      price: Number(price),
      basis,
    };
  });
  return { steps, first, last: newest };
}
