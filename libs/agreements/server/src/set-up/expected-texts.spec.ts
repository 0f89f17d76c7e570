import { languages, type Language } from '@tallgrunn/values';
import { expectedTexts } from './expected-texts.ts';
import { PartyTableContent } from './party-table.ts';

describe('expected value of a table column', () => {
  it.each(languages)('is described in %s', (language: Language) => {
    const read = new PartyTableContent('names.csv', [], { buyer: 'Kjøper' }, language);
    read.report(3, 'buyer', 'buyer-unknown', 'Vålr', read.expected.party);
    expect(read.issues).toMatchObject([
      {
        code: 'buyer-unknown',
        path: 'row 3',
        params: { column: 'Kjøper', found: 'Vålr', expected: expectedTexts[language].party },
      },
    ]);
  });

  it('has a different text in every language', () => {
    for (const key of ['party', 'orgNumber'] as const)
      expect(new Set(languages.map((language) => expectedTexts[language][key])).size).toBe(languages.length);
  });
});
