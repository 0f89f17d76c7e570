import { geographyName } from './country-name.ts';

describe('geography names', () => {
  it.each([
    ['Europe', 'nb', 'Europa'],
    ['Eastern Asia', 'nn', 'Aust-Asia'],
    ['Europe', 'en', 'Europe'],
    ['NO-34, NO, Northern Europe', 'nb', 'NO-34, Norge, Nord-Europa'],
    ['DE', 'en', 'Germany'],
    ['Hedmark', 'nb', 'Hedmark'],
  ] as const)('%s in %s is %s', (place, language, said) => expect(geographyName(place, language)).toBe(said));
});
