import { findingGroups } from './finding-groups.ts';
import type { ReaderFinding } from './finding-groups.ts';

const finding = (changes: Partial<ReaderFinding>): ReaderFinding => ({
  code: 'gtin-wrong',
  severity: 'confirm',
  place: null,
  found: '123',
  expected: null,
  params: {},
  ...changes,
});

describe('finding groups', () => {
  it('combine findings of one cause with all their locations', () => {
    const groups = findingGroups(
      [
        finding({ place: { sheet: 'Ark1', row: 4, column: 'GTIN' } }),
        finding({ found: '456', place: { row: 9 }, document: 'a.zip/b.xml' }),
      ],
      'en',
      { 'gtin-wrong': 7 },
    );
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ sentence: 'GTIN 123 has a wrong check digit or length.', count: 7 });
    expect(groups[0]?.places[1]).toEqual({ sheet: 'a.zip/b.xml', row: 9, column: null, found: '456', expected: null });
  });

  it('may use custom sentences', () => {
    const [group] = findingGroups([finding({ code: 'own' })], 'nb', {}, { own: ({ found }) => `Sett: ${found}` });
    expect(group?.sentence).toBe('Sett: 123');
  });
});
