import { filterFields, isExplainable, paramsOf } from './filter-values.ts';
import type { FilterValues } from './filter-values.ts';

const values = (changes: Partial<FilterValues>): FilterValues => ({
  ...(Object.fromEntries(filterFields.map((field) => [field, ''])) as FilterValues),
  ...changes,
});

describe('filter of the combined table', () => {
  it('defaults to purchases unless the address has another scope', () => {
    expect(paramsOf(values({}))).toEqual({ scope: 'purchases' });
    expect(paramsOf(values({ scope: 'all', buyer: 'b1', text: 'ost' }))).toEqual({ buyerId: 'b1', text: 'ost' });
    expect(paramsOf(values({ scope: 'not-purchases' }))).toEqual({ scope: 'not-purchases' });
  });

  it('drops an invalid side or class', () => {
    expect(paramsOf(values({ side: 'third', class: 'balance' }))).toEqual({ scope: 'purchases' });
    expect(paramsOf(values({ class: 'investment' }))).toEqual({ scope: 'purchases', accountClass: 'investment' });
  });

  it('returns which sums have an explanation', () => {
    expect(isExplainable(values({ buyer: 'b1', category: 'food', from: '2026-01' }))).toBe(true);
    expect(isExplainable(values({ method: 'spend-account' }))).toBe(true);
    expect(isExplainable(values({ method: 'several' }))).toBe(false);
    expect(isExplainable(values({ basis: 'item' }))).toBe(false);
  });
});
