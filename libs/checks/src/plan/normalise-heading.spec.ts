import { normaliseHeading, headingForms } from './normalise-heading.ts';

describe('headings', () => {
  it('normalises case, punctuation and Norwegian letters', () => {
    expect(normaliseHeading('  Art.nr.\n')).toBe('artnr');
    expect(normaliseHeading('BELØP')).toBe(normaliseHeading('Beløp'));
  });

  it('tries the heading without its remark', () => {
    expect(headingForms('Beløp (eks. mva) NOK')).toEqual(['belopeksmvanok', 'belop']);
    expect(headingForms('Antall')).toEqual(['antall']);
    for (const tail of ['ekskl. moms', 'exkl. moms', 'uden moms', 'eks. mva'])
      expect(headingForms(`Beløb ${tail}`)).toContain('belob');
  });

  it('recognises a heading with broken encoding', () => {
    expect(normaliseHeading('BelÃ¸p')).toBe('belop');
  });
});
