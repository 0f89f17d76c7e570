import type { AdjustmentClause, PriceModel, PriceModelKind, Tier } from '@tallgrunn/checks';

/** Parameters of a price model besides kind and dates. */
export interface ModelParameters {
  readonly markup?: string;
  readonly addition?: string;
  readonly holdsDays?: number;
  readonly tiers?: readonly Tier[];
  readonly decimals?: number;
  /** how prices may be adjusted by an index */
  readonly adjustment?: AdjustmentClause;
}

export interface StoredPriceModel {
  readonly kind: PriceModelKind;
  readonly lot: string | null;
  readonly from_on: string;
  readonly until_on: string | null;
  readonly discount: string | null;
  readonly tolerance: string | null;
  readonly document: ModelParameters;
}

/** Converts a price model for the checks. The adjustment clause is omitted, as it does not affect reports. */
export function priceModel({
  kind,
  lot,
  from_on,
  until_on,
  discount,
  tolerance,
  document: { adjustment: _adjustment, ...rest },
}: StoredPriceModel): PriceModel {
  return {
    kind,
    lot,
    from: from_on,
    to: until_on,
    ...(discount !== null && { discount }),
    ...(tolerance !== null && { tolerance }),
    ...rest,
  };
}
