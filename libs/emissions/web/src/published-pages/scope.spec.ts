import { publicationFor, coversYear, scopeRelation } from './scope.ts';

const whole = { scoped: true, from: null, to: null, buyers: null, categories: null };
const ofYear = { ...whole, from: '2026-01', to: '2026-12' };
const buyer = (id: string) => ({ id, name: id });

describe('relation between a figure and a publication', () => {
  it.each([
    ['all, of all', {}, whole, 'same'],
    ['a municipality, of all', { buyerId: 'a' }, whole, 'part'],
    ['a year, of that year', { from: '2026-01', to: '2026-12' }, ofYear, 'same'],
    ['a quarter, of the year', { from: '2026-04', to: '2026-06' }, ofYear, 'part'],
    ['all, of a year', {}, ofYear, 'more'],
    ['a quarter of another year', { from: '2025-04', to: '2025-06' }, ofYear, 'outside'],
    ['two years, of one', { from: '2025-01', to: '2026-12' }, ofYear, 'more'],
    ['half in, half out', { from: '2025-07', to: '2026-06' }, ofYear, 'more'],
    ['a municipality, of it', { buyerId: 'a' }, { ...whole, buyers: [buyer('a')] }, 'same'],
    ['all, of one municipality', {}, { ...whole, buyers: [buyer('a')] }, 'more'],
    ['another municipality', { buyerId: 'b' }, { ...whole, buyers: [buyer('a')] }, 'outside'],
    ['one of two', { buyerId: 'b' }, { ...whole, buyers: [buyer('a'), buyer('b')] }, 'part'],
    ['one category, of two', { category: 'food' }, { ...whole, categories: ['food', 'ict'] }, 'part'],
    [
      'a category of a year, of the category',
      { category: 'food', from: '2026-01', to: '2026-12' },
      { ...whole, categories: ['food'] },
      'part',
    ],
    ['a category of all months, of the year', { category: 'food' }, ofYear, 'more'],
    [
      'a municipality of all months, of the year of another',
      { buyerId: 'b' },
      { ...ofYear, buyers: [buyer('a')] },
      'outside',
    ],
    ['one supplier, of all', { supplierId: 's' }, whole, 'part'],
    ['all, of what is told in words alone', {}, { ...whole, scoped: false }, 'same'],
    ['a part, of what is told in words alone', { buyerId: 'a' }, { ...whole, scoped: false }, 'outside'],
  ] as const)('%s', (_, filter, publication, standing) =>
    expect(
      scopeRelation(filter, {
        ...publication,
        buyers: publication.buyers && [...publication.buyers],
        categories: publication.categories && [...publication.categories],
      }),
    ).toBe(standing),
  );

  it('selects the same scope before a larger one, the newest first, and no superseded publication', () => {
    const publication = (id: string, scope: object, supersededBy: string | null = null) => ({
      id,
      run: 1,
      caseNumber: id,
      scope: 'x',
      kg: '1',
      by: null,
      approvedBy: null,
      hasApprover: false,
      at: '',
      supersededBy,
      ...whole,
      ...scope,
    });
    const newestFirst = [
      publication('quarter', { from: '2026-01', to: '2026-03' }),
      publication('whole', {}),
      publication('year', ofYear),
      publication('older', ofYear, 'year'),
    ];
    const chosen = (filter: object) => [
      publicationFor(filter, newestFirst)?.publication.id,
      publicationFor(filter, newestFirst)?.standing,
    ];
    expect(chosen({ from: '2026-01', to: '2026-12' })).toEqual(['year', 'same']);
    expect(chosen({ from: '2026-02', to: '2026-02' })).toEqual(['quarter', 'part']);
    expect(chosen({ from: '2025-01', to: '2025-12' })).toEqual(['whole', 'part']);
    expect(publicationFor({}, [])).toBeNull();
  });

  it('covers a year only when it contains all data the user may see', () => {
    expect([
      coversYear('2026', ofYear),
      coversYear('2025', ofYear),
      coversYear('2025', whole),
      coversYear('2026', { ...whole, buyers: [buyer('a')] }),
      coversYear('2026', { ...whole, buyers: [buyer('a')] }, 'a'),
    ]).toEqual([true, false, true, false, true]);
  });
});
