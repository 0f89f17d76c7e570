import { filterFields, isExplainable, paramsOf } from './filter-values.ts';
import type { FilterValues } from './filter-values.ts';

const values = (changes: Partial<FilterValues>): FilterValues => ({
  ...(Object.fromEntries(filterFields.map((field) => [field, ''])) as FilterValues),
  ...changes,
});

describe('filter of the combined table', () => {
  it('asks for purchases unless the address says otherwise', () => {
    expect(paramsOf(values({}))).toEqual({ scope: 'purchases' });
    expect(paramsOf(values({ scope: 'all', buyer: 'b1', text: 'ost' }))).toEqual({ buyerId: 'b1', text: 'ost' });
    expect(paramsOf(values({ scope: 'not-purchases' }))).toEqual({ scope: 'not-purchases' });
  });

  it('drops a side or a class that is none', () => {
    expect(paramsOf(values({ side: 'third', class: 'balance' }))).toEqual({ scope: 'purchases' });
    expect(paramsOf(values({ class: 'investment' }))).toEqual({ scope: 'purchases', accountClass: 'investment' });
  });

  it('knows which sums can be explained', () => {
    expect(isExplainable(values({ buyer: 'b1', category: 'food', from: '2026-01' }))).toBe(true);
    expect(isExplainable(values({ method: 'spend-account' }))).toBe(true);
    expect(isExplainable(values({ method: 'several' }))).toBe(false);
    expect(isExplainable(values({ basis: 'item' }))).toBe(false);
  });
});
