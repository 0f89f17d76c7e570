import type { Language } from '@tallgrunn/values';

/** Regions and subregions of the United Nations, as PACT files name them, in bokmål and nynorsk. */
const regions: Readonly<Record<string, readonly [nb: string, nn: string]>> = {
  Africa: ['Afrika', 'Afrika'],
  Americas: ['Amerika', 'Amerika'],
  Asia: ['Asia', 'Asia'],
  Europe: ['Europa', 'Europa'],
  Oceania: ['Oseania', 'Oseania'],
  'Australia and New Zealand': ['Australia og New Zealand', 'Australia og New Zealand'],
  'Central Asia': ['Sentral-Asia', 'Sentral-Asia'],
  'Eastern Asia': ['Øst-Asia', 'Aust-Asia'],
  'Eastern Europe': ['Øst-Europa', 'Aust-Europa'],
  'Latin America and the Caribbean': ['Latin-Amerika og Karibia', 'Latin-Amerika og Karibia'],
  Melanesia: ['Melanesia', 'Melanesia'],
  Micronesia: ['Mikronesia', 'Mikronesia'],
  'Northern Africa': ['Nord-Afrika', 'Nord-Afrika'],
  'Northern America': ['Nord-Amerika', 'Nord-Amerika'],
  'Northern Europe': ['Nord-Europa', 'Nord-Europa'],
  Polynesia: ['Polynesia', 'Polynesia'],
  'South-eastern Asia': ['Sørøst-Asia', 'Søraust-Asia'],
  'Southern Asia': ['Sør-Asia', 'Sør-Asia'],
  'Southern Europe': ['Sør-Europa', 'Sør-Europa'],
  'Sub-Saharan Africa': ['Afrika sør for Sahara', 'Afrika sør for Sahara'],
  'Western Asia': ['Vest-Asia', 'Vest-Asia'],
  'Western Europe': ['Vest-Europa', 'Vest-Europa'],
  Global: ['hele verden', 'heile verda'],
  GLO: ['hele verden', 'heile verda'],
  RER: ['Europa', 'Europa'],
};

const tags: Readonly<Record<Language, readonly string[]>> = { nb: ['nb'], nn: ['nn', 'nb'], en: ['en'] };

/**
 * Translates a place to the language of the screen: "Europe" becomes "Europa", "NO" becomes "Norge". The parts are
 * separated by commas; an unknown part is returned unchanged.
 */
export function geographyName(place: string, language: Language): string {
  return place
    .split(', ')
    .map((part) => nameOf(part, language))
    .join(', ');
}

function nameOf(part: string, language: Language): string {
  const [nb, nn] = regions[part] ?? [];
  if (nb && nn && language !== 'en') return language === 'nb' ? nb : nn;
  if (!/^[A-Z]{2}$/.test(part)) return part;
  return new Intl.DisplayNames([...tags[language]], { type: 'region', fallback: 'code' }).of(part) ?? part;
}
