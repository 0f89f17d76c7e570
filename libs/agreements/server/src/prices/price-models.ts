import type { AdjustmentClause, PriceModel, PriceModelKind, Tier } from '@tallgrunn/checks';

/** What a price model says beside its kind and dates. */
export interface ModelDocument {
  readonly markup?: string;
  readonly addition?: string;
  readonly holdsDays?: number;
  readonly tiers?: readonly Tier[];
  readonly decimals?: number;
  /** how prices may be adjusted by an index */
  readonly adjustment?: AdjustmentClause;
}

export interface ModelStored {
  readonly kind: PriceModelKind;
  readonly lot: string | null;
  readonly from_on: string;
  readonly until_on: string | null;
  readonly discount: string | null;
  readonly tolerance: string | null;
  readonly document: ModelDocument;
}

/** A price model as checks read it. How it may be adjusted is no matter of a report. */
export function modelOf({
  kind,
  lot,
  from_on,
  until_on,
  discount,
  tolerance,
  document: { adjustment: _adjustment, ...rest },
}: ModelStored): PriceModel {
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
