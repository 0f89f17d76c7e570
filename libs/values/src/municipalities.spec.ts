import { municipalities, readMunicipality } from './municipalities.ts';

describe('the seven municipalities', () => {
  it.each([
    ['Sør-Odal', '3415', 'exact'],
    ['Sør Odal', '3415', 'spelling'],
    ['SØR-ODAL KOMMUNE', '3415', 'spelling'],
    ['Sor-odal', '3415', 'spelling'],
    ['Asnes', '3418', 'spelling'],
    ['Aasnes kommune', '3418', 'spelling'],
    ['3418', '3418', 'exact'],
    ['3418 Åsnes', '3418', 'spelling'],
    ['0402', '3401', 'old-number'],
    ['402', '3401', 'old-number'],
    ['Våler', '3419', 'homonym'],
    ['Våler kommune', '3419', 'homonym'],
    ['Våler (Innlandet)', '3419', 'exact'],
    ['Våler i Hedmark', '3419', 'exact'],
  ])('reads %s as %s (%s)', (text, number, how) => {
    expect(readMunicipality(text)).toMatchObject({ municipality: { number }, how });
  });

  it.each(['Elverum', 'Våler i Østfold', 'Våler (Østfold)', '3114', '', 'Sør-Odal Skule', '944117784'])(
    'returns null for %s',
    (text) => {
      expect(readMunicipality(text)).toBeNull();
    },
  );

  it('are seven, each with a unique number', () => {
    expect(
      new Set(municipalities.flatMap(({ number, oldNumber, orgNumber }) => [number, oldNumber, orgNumber])).size,
    ).toBe(21);
  });
});
