import type { AgreementRequest } from '@tallgrunn/api-client/shapes';

export interface LotDraft {
  readonly key: string;
  readonly title: string;
}

export interface BuyerDraft {
  readonly fromOn: string;
  readonly untilOn: string;
}

/** Form values of a new agreement. Empty text: not filled in; dates as YYYY-MM-DD. */
export interface AgreementDraft {
  readonly number: string;
  readonly title: string;
  readonly cpv: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly lots: readonly LotDraft[];
  /** Keys of the lots, by supplier. */
  readonly suppliers: Readonly<Record<string, readonly string[]>>;
  readonly buyers: Readonly<Record<string, BuyerDraft>>;
}

export const emptyDraft: AgreementDraft = {
  number: '',
  title: '',
  cpv: '',
  startsOn: '',
  endsOn: '',
  lots: [],
  suppliers: {},
  buyers: {},
};

/** Builds the request. Empty dates default to those of the agreement. */
export function bodyOf(draft: AgreementDraft): AgreementRequest {
  const lots = draft.lots.map(({ key, title }) => ({ key: key.trim(), title: title.trim() }));
  const standing = new Set(lots.map(({ key }) => key));
  return {
    number: draft.number.trim(),
    title: draft.title.trim(),
    cpv: draft.cpv.trim() || null,
    startsOn: draft.startsOn,
    endsOn: draft.endsOn || null,
    lots,
    suppliers: Object.entries(draft.suppliers).map(([supplierId, held]) => ({
      supplierId,
      lots: held.filter((key) => standing.has(key)),
    })),
    buyers: Object.entries(draft.buyers).map(([buyerId, { fromOn, untilOn }]) => ({
      buyerId,
      ...(fromOn && { fromOn }),
      ...(untilOn && { untilOn }),
    })),
  };
}
