import type { PriceModelRequest } from '@tallgrunn/api-client/shapes';
import type { FormError } from '@tallgrunn/design';
import { compare, divide, isDate, isDecimal, normalise, Period } from '@tallgrunn/values';
import type { PricesTexts } from '../texts/prices-nb.ts';

export const modelKinds = [
  'fixed',
  'list-discount',
  'weekly-list',
  'daily-list',
  'catch-weight',
  'cost-plus',
  'tiers',
] as const;

/** Form values of a price model. */
export interface ModelDraft {
  readonly kind: (typeof modelKinds)[number];
  readonly lot: string;
  readonly fromOn: string;
  readonly discount: string;
  readonly markup: string;
  readonly tolerance: string;
  readonly clause: string;
  readonly adjusts: boolean;
  readonly index: string;
  readonly share: string;
  readonly base: string;
  readonly fixedMonths: string;
  readonly notice: string;
  readonly between: string;
}

export const emptyModel: ModelDraft = {
  kind: 'fixed',
  lot: '',
  fromOn: '',
  discount: '',
  markup: '',
  tolerance: '',
  clause: '',
  adjusts: false,
  index: '',
  share: '',
  base: '',
  fixedMonths: '',
  notice: '',
  between: '',
};

/** Parses "12,5" into decimal text; empty when invalid. */
export function decimal(text: string): string {
  const plain = text.replace(/\s|%/g, '').replace(',', '.');
  return plain !== '' && isDecimal(plain) ? normalise(plain) : '';
}

function isPercent(text: string): boolean {
  const value = decimal(text);
  return value !== '' && compare(value, '0') >= 0 && compare(value, '100') <= 0;
}

const months = (text: string): number | undefined => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined);

/** Returns every fault of the form, with its field. */
export function validateModel(draft: ModelDraft, words: PricesTexts['models']['faults']): readonly FormError[] {
  const faults: [boolean, string, string][] = [
    [!isDate(draft.fromOn), 'model-from', words.fromOn],
    [
      draft.kind === 'list-discount' ? !isPercent(draft.discount) : draft.discount !== '' && !isPercent(draft.discount),
      'model-discount',
      words.discount,
    ],
    [draft.kind === 'cost-plus' && decimal(draft.markup) === '', 'model-markup', words.markup],
    [draft.tolerance !== '' && !isPercent(draft.tolerance), 'model-tolerance', words.tolerance],
    [draft.adjusts && draft.index.trim() === '', 'model-index', words.index],
    [draft.adjusts && !isPercent(draft.share), 'model-share', words.share],
    [draft.adjusts && Period.tryParse(draft.base.trim()) === null, 'model-base', words.base],
  ];
  return faults.filter(([wrong]) => wrong).map(([, field, sentence]) => ({ field, sentence }));
}

/** Builds the request; includes only fields that the kind uses. */
export function modelBody(draft: ModelDraft): PriceModelRequest {
  const [fixedMonths, noticeMonths, monthsBetween] = [
    months(draft.fixedMonths),
    months(draft.notice),
    months(draft.between),
  ];
  const adjustment = {
    index: draft.index.trim().toUpperCase(),
    share: normalise(divide(decimal(draft.share) || '0', '100', 6)),
    basePeriod: draft.base.trim(),
    ...(fixedMonths !== undefined && { fixedMonths }),
    ...(noticeMonths !== undefined && { noticeMonths }),
    ...(monthsBetween !== undefined && { monthsBetween }),
  };
  return {
    kind: draft.kind,
    lot: draft.lot || null,
    fromOn: draft.fromOn,
    discount: decimal(draft.discount) || null,
    tolerance: decimal(draft.tolerance) || null,
    clause: draft.clause.trim() || null,
    document: {
      ...(draft.kind === 'cost-plus' && { markup: decimal(draft.markup) }),
      ...(draft.adjusts && { adjustment }),
    },
  };
}
