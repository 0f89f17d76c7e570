import type { DecimalText } from '@tallgrunn/values';

/** The ways an agreement can set the prices of a lot's items. */
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

/** A step of a quantity discount: minimum quantity in the price's unit, and discount in per cent. */
export interface Tier {
  readonly from: DecimalText;
  readonly discount: DecimalText;
}

/**
 * The price model of one lot for a period. `from` and `to` are inclusive days; `to` null means until further notice.
 * Percentages are of 100.
 */
export interface PriceModel {
  readonly kind: PriceModelKind;
  /** null: all lots without their own model */
  readonly lot: string | null;
  readonly from: string;
  readonly to: string | null;
  /** per cent off the list price */
  readonly discount?: DecimalText;
  /** per cent on the supplier's cost, and then an amount in NOK */
  readonly markup?: DecimalText;
  readonly addition?: DecimalText;
  /** tolerance above the agreed price, per cent */
  readonly tolerance?: DecimalText;
  /** validity of a list in days when it states none; default 7 for a weekly list, 1 for a daily one */
  readonly holdsDays?: number;
  readonly tiers?: readonly Tier[];
  /** decimals of a calculated price, rounded half away from zero; 2 by default */
  readonly decimals?: number;
}

/** Kind of a price: agreed for the item, the supplier's list price, or its documented cost. */
export type PriceBasis = 'agreed' | 'list' | 'cost';

/** A price in a price version. `from` and `to` are inclusive days. */
export interface PriceRecord {
  readonly basis: PriceBasis;
  readonly price: DecimalText;
  readonly unit: string | null;
  readonly from: string;
  readonly to: string | null;
  /** tier prices: minimum quantity in the unit */
  readonly fromQuantity?: DecimalText | null;
}

/** Why a price is unknown. Never a statement about the line. */
export type UnknownPriceReason =
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
  | { readonly known: false; readonly reason: UnknownPriceReason };

/** Parameters of a price lookup. The quantity is in the price's unit. */
export interface PriceQuestion {
  readonly date: string | null;
  readonly quantity?: DecimalText | null;
  /** whether the line's unit is of the same kind as the price's; needed for goods of varying weight */
  readonly weighed?: boolean;
}
