import { formatDate } from '@tallgrunn/values';

type Found = Readonly<Record<string, string>>;
const day = (date = '') => (/^\d{4}-\d\d-\d\d$/.test(date) ? formatDate(date, 'nn') : date);
const withNumber = (p: Found) => (p['orgNumber'] ? `${p['name'] ?? ''} (${p['orgNumber']})` : `${p['name'] ?? ''}`);
const oddNumber = (why: string) => (p: Found) =>
  `${p['name'] ?? ''} har nummeret «${p['number'] ?? ''}». ${why} Kven er det?`;

/** Questions of an import and their options, by kind. */
export const doubtsNn = {
  ask: {
    'test-numbers': (p: Found) =>
      `${p['count'] ?? ''} leverandørar har oppdikta organisasjonsnummer, til dømes ${p['example'] ?? ''}. Skal numra brukast?`,
    'org-number-length': oddNumber('Eit norsk organisasjonsnummer har ni siffer.'),
    'org-number-check-digit': oddNumber('Kontrollsifferet stemmer ikkje.'),
    'org-number-placeholder': oddNumber('Det er eit fyllnummer.'),
    'org-number-lost-precision': oddNumber('Reknearket har mista siffer.'),
    'number-with-names': (p: Found) =>
      `Nummeret ${p['number'] ?? ''} er oppført med fleire namn: ${p['names'] ?? ''}. Er det same leverandør?`,
    'supplier-resembles': (p: Found) => `«${p['name'] ?? ''}» liknar på ein annan leverandør. Er det den same?`,
    'buyer-unknown': (p: Found) => `«${p['name'] ?? ''}» er ikkje registrert som deltakar. Kven er det?`,
    'buyer-number-odd': (p: Found) =>
      `«${p['name'] ?? ''}» har nummeret «${p['number'] ?? ''}», som ikkje kan stemme. Kven er det?`,
    'buyers-not-said': () => 'Nokre avtalar oppgir ikkje deltakarar. Kven deltek?',
    'buyers-all': () => 'Nokre avtalar oppgir «alle» som deltakarar. Kven er det?',
    'case-number-missing': (p: Found) => `«${p['title'] ?? ''}» manglar saksnummer. Kva sak er det?`,
    'title-twice': (p: Found) =>
      `«${p['title'] ?? ''}» er oppført på fleire saker: ${p['cases'] ?? ''}. Er det ulike avtalar?`,
    'title-missing': (p: Found) => `Sak ${p['caseNumber'] ?? ''} har ikkje noko namn. Kva heiter avtalen?`,
    'start-missing': (p: Found) =>
      `${p['title'] ?? ''} (${p['caseNumber'] ?? ''}) har ingen første dag. Når byrjar han?`,
    'dates-reversed': (p: Found) =>
      `${p['title'] ?? ''} (${p['caseNumber'] ?? ''}) byrjar ${day(p['startsOn'])} og sluttar ${day(p['endsOn'])}. Kva er rett?`,
    'values-differ': (p: Found) =>
      `Radene for ${p['caseNumber'] ?? ''} har ulike verdiar for ${(p['field'] ?? '').toLowerCase()}: ${p['values'] ?? ''}. Kva gjeld?`,
    'lot-currency': (p: Found) =>
      `Delkontrakt ${p['lot'] ?? ''} i ${p['caseNumber'] ?? ''} har ${p['amount'] ?? ''}, men avtalen er i ${p['currency'] ?? ''}. Kva er maksimalverdien?`,
    'number-taken': (p: Found) =>
      `Avtalenummeret ${p['number'] ?? ''} er i bruk på ${p['other'] ?? ''}. Kva skal ${p['title'] ?? ''} ha?`,
    'day-doubtful': (p: Found) => `Kva dag er «${p['text'] ?? ''}»?`,
    'amount-doubtful': (p: Found) => `Kva beløp er «${p['text'] ?? ''}»?`,
    'technique-doubtful': (p: Found) => `Kva avropsmåte er «${p['text'] ?? ''}»?`,
    'clause-doubtful': (p: Found) => `Kva betyr «${p['text'] ?? ''}» om rapporteringsklausulen?`,
    'share-doubtful': (p: Found) => `Kva andel er «${p['text'] ?? ''}»?`,
    'rank-doubtful': (p: Found) => `Kva rang er «${p['text'] ?? ''}»?`,
    'cpv-doubtful': (p: Found) => `Kva CPV-kode er «${p['text'] ?? ''}»?`,
    'duration-doubtful': (p: Found) => `Kor mange månader er «${p['text'] ?? ''}»?`,
    'rows-continued': (p: Found) =>
      `${p['count'] ?? ''} rader har leverandør, men ikkje avtale, til dømes ${p['example'] ?? ''}. Gjeld dei den same avtalen som rada over?`,
    'option-without-end': (p: Found) =>
      `Avtalen har ingen siste dag. Til kva dag kan han forlengjast med «${p['text'] ?? ''}»?`,
    'option-doubtful': (p: Found) =>
      `Kor lenge kan avtalane forlengjast med «${p['text'] ?? ''}»? Skriv til dømes «1+1 år», «2 x 12 mnd» eller ein dag.`,
  },
  choices: {
    'as-above': () => 'Ja, same som rada over',
    party: (p: Found) => `Det er ${withNumber(p)}`,
    new: (p: Found) =>
      p['orgNumber']
        ? `Ny: ${withNumber(p)}${p['county'] ? `, i ${p['county']}` : ''}`
        : `Ny: ${p['name'] ?? ''}, utan organisasjonsnummer`,
    name: (p: Found) => `Same leverandør, og han heiter ${p['name'] ?? ''}`,
    separate: () => 'Nei, dei er ulike',
    case: (p: Found) => `Det er sak ${p['caseNumber'] ?? ''}`,
    'case-as-number': (p: Found) => `Bruk saksnummeret ${p['caseNumber'] ?? ''}`,
    'per-lot': () => 'Kvar delkontrakt har sin eigen',
    value: (p: Found) => day(p['value']),
    text: () => 'Skriv det sjølv',
    none: () => 'La feltet vere tomt',
    use: () => 'Ja, bruk dei: dette er testdata',
    'without-number': () => 'Utan organisasjonsnummer',
    'leave-out': () => 'Utelat',
    swap: (p: Found) => `Byt om: ${day(p['startsOn'])} til ${day(p['endsOn'])}`,
    'no-end': (p: Found) => `Frå ${day(p['startsOn'])}, utan sluttdato`,
    all: (p: Found) => `Alle: ${p['names'] ?? ''}`,
    municipalities: (p: Found) => `Kommunane: ${p['names'] ?? ''}`,
    nobody: () => 'Ingen enno',
  },
};
