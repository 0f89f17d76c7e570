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
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly discount: string | null;
  readonly tolerance: string | null;
  readonly document: ModelParameters;
}

/** Converts a price model for the checks. The adjustment clause is omitted, as it does not affect reports. */
export function priceModel({
  kind,
  lot,
  valid_from,
  valid_to,
  discount,
  tolerance,
  document: { adjustment: _adjustment, ...rest },
}: StoredPriceModel): PriceModel {
  return {
    kind,
    lot,
    from: valid_from,
    to: valid_to,
    ...(discount !== null && { discount }),
    ...(tolerance !== null && { tolerance }),
    ...rest,
  };
}
