import type { AgreementBody } from '@tallgrunn/api-client/shapes';

export interface LotDraft {
  readonly key: string;
  readonly title: string;
}

export interface BuyerDraft {
  readonly fromOn: string;
  readonly untilOn: string;
}

/** An agreement as it is being written. Empty texts are fields not filled in; days are YYYY-MM-DD. */
export interface AgreementDraft {
  readonly number: string;
  readonly title: string;
  readonly cpv: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly lots: readonly LotDraft[];
  /** Keys of lots held, by supplier. */
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

/** What the server is sent. Dates that are not written follow the agreement's own. */
export function bodyOf(draft: AgreementDraft): AgreementBody {
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
