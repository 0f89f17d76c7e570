/** Filter fields of the combined table in the URL. An empty text does not limit the rows. */
export const filterFields = [
  'buyer',
  'supplier',
  'agreement',
  'category',
  'from',
  'to',
  'state',
  'side',
  'basis',
  'method',
  'class',
  'scope',
  'text',
  'use',
  'used',
  'lot',
] as const;

export type FilterField = (typeof filterFields)[number];
export type FilterValues = Readonly<Record<FilterField, string>>;

export const sides = ['both', 'booked', 'reported'] as const;
export const states = [
  'matched',
  'booked-not-reported',
  'reported-not-booked',
  'books-not-loaded',
  'outside-agreements',
] as const;
export const bases = ['item', 'quantity', 'account', 'none'] as const;
export const methods = [
  'declared-verified',
  'declared-unverified',
  'invoice-co2e',
  'physical-average',
  'spend-category',
  'spend-account',
  'several',
  'ask',
  'no-factor',
  'not-converted',
  'vat-unknown',
] as const;
export const scopes = ['all', 'not-purchases'] as const;

/** Account classes: operating, investment, unclassified. */
export const accountClasses = ['operating', 'investment', 'unknown'] as const;
export type AccountClass = (typeof accountClasses)[number];

export const usedAs = ['reported', 'booked'] as const;

export type UsedAs = (typeof usedAs)[number];
export type Side = (typeof sides)[number];
export type State = (typeof states)[number];
export type DataBasis = (typeof bases)[number];
export type Method = (typeof methods)[number] | 'not-spend';

/** The filter as parameters of the API. */
export interface FilterParams {
  readonly buyerId?: string;
  readonly supplierId?: string;
  readonly agreementId?: string;
  readonly category?: string;
  readonly from?: string;
  readonly to?: string;
  readonly state?: string;
  readonly side?: Side;
  readonly basis?: string;
  readonly method?: string;
  readonly accountClass?: AccountClass;
  readonly scope?: 'purchases' | 'not-purchases';
  readonly text?: string;
  readonly usedOn?: string;
  readonly usedAs?: UsedAs;
  readonly lotId?: string;
}

/** Converts the filter to API parameters without empty fields. Default scope: purchases only. */
export function paramsOf(values: FilterValues): FilterParams {
  const side = sides.find((known) => known === values.side);
  const asked = {
    buyerId: values.buyer,
    supplierId: values.supplier,
    agreementId: values.agreement,
    category: values.category,
    from: values.from,
    to: values.to,
    state: values.state,
    side,
    basis: values.basis,
    method: values.method,
    accountClass: accountClasses.find((known) => known === values.class),
    scope: values.scope === 'all' ? '' : values.scope || 'purchases',
    text: values.text,
    usedOn: values.use,
    usedAs: values.use && usedAs.find((known) => known === values.used),
    lotId: values.use && values.lot,
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value)) as FilterParams;
}

/**
 * Returns whether emissions can explain the total of exactly these lines. Emissions filter by buyer, supplier,
 * category, method, account class and months only; `several` is not one of their methods.
 */
export function isExplainable({ agreement, state, side, basis, method, scope, text, use }: FilterValues): boolean {
  return method !== 'several' && [agreement, state, side, basis, scope, text, use].every((value) => value === '');
}
