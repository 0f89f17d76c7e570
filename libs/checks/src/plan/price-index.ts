import type { CheckContext } from '../context.ts';

export interface AgreedPrice {
  /** decimal text, and the same as a number for comparing */
  readonly price: string;
  readonly value: number;
  readonly unit: string | null;
  readonly from: string;
  readonly to: string | null;
}

/** Agreed prices by item and day. */
export interface PriceIndex {
  readonly size: number;
  /** the price that holds on a date; the latest one when the date is unknown; null when there is none */
  on(item: number, date: string | null): AgreedPrice | null;
  has(item: number): boolean;
}

export function indexPrices(context: CheckContext, readUnit: (text: string) => string | null): PriceIndex {
  const table = context.prices;
  const byItem = new Map<number, AgreedPrice[]>();
  table?.item.forEach((item, at) => {
    const unit = table.unit?.[at] ?? context.items?.unit?.[item] ?? null;
    const list = byItem.get(item) ?? [];
    const price = table.price[at]!;
    list.push({ price, value: Number(price), unit: unit === null ? null : readUnit(unit), from: table.from[at]!, to: table.to[at]! });
    byItem.set(item, list);
  });
  for (const list of byItem.values()) list.sort((a, b) => (a.from < b.from ? 1 : -1));
  return {
    size: table?.item.length ?? 0,
    has: (item) => byItem.has(item),
    on: (item, date) => {
      const list = byItem.get(item);
      if (!list) return null;
      if (date === null) return list[0] ?? null;
      return list.find((each) => each.from <= date && (each.to === null || date <= each.to)) ?? null;
    },
  };
}
