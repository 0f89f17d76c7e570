import type { DecimalText } from '@tallgrunn/values';

/** How an agreement sets the price of a lot's items. */
export const priceModelKinds = [
  'fixed',
  'list-discount',
  'weekly-list',
  'daily-list',
  'catch-weight',
  'cost-plus',
  'tiers',
] as const;
export type PriceModelKind = (typeof priceModelKinds)[number];

/** A step of a quantity discount: from this many of the price's unit, so many per cent off. */
export interface Tier {
  readonly from: DecimalText;
  readonly discount: DecimalText;
}

/** What decides a price in one lot from one day to another, both included; `to` null means until further notice. Percentages are of 100. */
export interface PriceModel {
  readonly kind: PriceModelKind;
  /** null: every lot without a model of its own */
  readonly lot: string | null;
  readonly from: string;
  readonly to: string | null;
  /** per cent off the list */
  readonly discount?: DecimalText;
  /** per cent on top of the supplier's cost, and kroner on top of that */
  readonly markup?: DecimalText;
  readonly addition?: DecimalText;
  /** per cent that a price may lie above the agreed one */
  readonly tolerance?: DecimalText;
  /** days a list holds when it does not say; 7 for a weekly list, 1 for a daily one */
  readonly holdsDays?: number;
  readonly tiers?: readonly Tier[];
  /** decimals a computed price is rounded to, half away from zero; 2 unless said */
  readonly decimals?: number;
}

/** What a price is: agreed for the item, the supplier's list price, or its documented cost. */
export type PriceBasis = 'agreed' | 'list' | 'cost';

/** A price as a price version holds it. `from` and `to` are days, both included. */
export interface PriceRecord {
  readonly basis: PriceBasis;
  readonly price: DecimalText;
  readonly unit: string | null;
  readonly from: string;
  readonly to: string | null;
  /** tier prices: holds from this many of the unit */
  readonly fromQuantity?: DecimalText | null;
}

/** Why nobody can know the price: never a claim about the line. */
export type UnknownPrice =
  | 'no-price'
  | 'no-model'
  | 'no-date'
  | 'no-discount'
  | 'no-markup'
  | 'no-list'
  | 'list-ended'
  | 'no-cost'
  | 'no-quantity'
  | 'no-tier'
  | 'weight-varies';

export type PriceAnswer =
  | {
      readonly known: true;
      readonly price: DecimalText;
      readonly unit: string | null;
      readonly from: string;
      readonly to: string | null;
      readonly tolerance: DecimalText | null;
    }
  | { readonly known: false; readonly reason: UnknownPrice };

/** What one asks the price of. Quantity is in the price's unit. */
export interface PriceQuestion {
  readonly date: string | null;
  readonly quantity?: DecimalText | null;
  /** what the line is counted in; decides for goods of varying weight */
  readonly weighed?: boolean;
}
