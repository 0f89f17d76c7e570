import { formatDate } from '@tallgrunn/values';

type Found = Readonly<Record<string, string>>;
const day = (date = '') => (/^\d{4}-\d\d-\d\d$/.test(date) ? formatDate(date, 'nb') : date);
const withNumber = (p: Found) => (p['orgNumber'] ? `${p['name'] ?? ''} (${p['orgNumber']})` : `${p['name'] ?? ''}`);
const oddNumber = (why: string) => (p: Found) =>
  `${p['name'] ?? ''} har nummeret «${p['number'] ?? ''}». ${why} Hvem er det?`;

/** Questions of an import and their options, by kind. */
export const doubtsNb = {
  ask: {
    'test-numbers': (p: Found) =>
      `${p['count'] ?? ''} leverandører har oppdiktede organisasjonsnumre, for eksempel ${p['example'] ?? ''}. Skal numrene brukes?`,
    'org-number-length': oddNumber('Et norsk organisasjonsnummer har ni sifre.'),
    'org-number-check-digit': oddNumber('Kontrollsifferet stemmer ikke.'),
    'org-number-placeholder': oddNumber('Det er et fyllnummer.'),
    'org-number-lost-precision': oddNumber('Regnearket har mistet sifre.'),
    'number-with-names': (p: Found) =>
      `Nummeret ${p['number'] ?? ''} er oppført med flere navn: ${p['names'] ?? ''}. Er det samme leverandør?`,
    'supplier-resembles': (p: Found) => `«${p['name'] ?? ''}» ligner på en annen leverandør. Er det den samme?`,
    'buyer-unknown': (p: Found) => `«${p['name'] ?? ''}» er ikke registrert som deltaker. Hvem er det?`,
    'buyer-number-odd': (p: Found) =>
      `«${p['name'] ?? ''}» har nummeret «${p['number'] ?? ''}», som ikke kan stemme. Hvem er det?`,
    'buyers-not-said': () => 'Noen avtaler oppgir ikke deltakere. Hvem deltar?',
    'buyers-all': () => 'Noen avtaler oppgir «alle» som deltakere. Hvem er det?',
    'case-number-missing': (p: Found) => `«${p['title'] ?? ''}» mangler saksnummer. Hvilken sak er det?`,
    'title-twice': (p: Found) =>
      `«${p['title'] ?? ''}» er oppført på flere saker: ${p['cases'] ?? ''}. Er det ulike avtaler?`,
    'title-missing': (p: Found) => `Sak ${p['caseNumber'] ?? ''} har ikke noe navn. Hva heter avtalen?`,
    'start-missing': (p: Found) =>
      `${p['title'] ?? ''} (${p['caseNumber'] ?? ''}) har ingen første dag. Når begynner den?`,
    'dates-reversed': (p: Found) =>
      `${p['title'] ?? ''} (${p['caseNumber'] ?? ''}) begynner ${day(p['startsOn'])} og slutter ${day(p['endsOn'])}. Hva er riktig?`,
    'values-differ': (p: Found) =>
      `Radene for ${p['caseNumber'] ?? ''} har ulike verdier for ${(p['field'] ?? '').toLowerCase()}: ${p['values'] ?? ''}. Hva gjelder?`,
    'lot-currency': (p: Found) =>
      `Delkontrakt ${p['lot'] ?? ''} i ${p['caseNumber'] ?? ''} har ${p['amount'] ?? ''}, men avtalen er i ${p['currency'] ?? ''}. Hva er maksimalverdien?`,
    'number-taken': (p: Found) =>
      `Avtalenummeret ${p['number'] ?? ''} er i bruk på ${p['other'] ?? ''}. Hva skal ${p['title'] ?? ''} ha?`,
    'day-doubtful': (p: Found) => `Hvilken dag er «${p['text'] ?? ''}»?`,
    'amount-doubtful': (p: Found) => `Hvilket beløp er «${p['text'] ?? ''}»?`,
    'technique-doubtful': (p: Found) => `Hvilken avropsmåte er «${p['text'] ?? ''}»?`,
    'clause-doubtful': (p: Found) => `Hva betyr «${p['text'] ?? ''}» om rapporteringsklausulen?`,
    'share-doubtful': (p: Found) => `Hvilken andel er «${p['text'] ?? ''}»?`,
    'rank-doubtful': (p: Found) => `Hvilken rang er «${p['text'] ?? ''}»?`,
    'cpv-doubtful': (p: Found) => `Hvilken CPV-kode er «${p['text'] ?? ''}»?`,
    'duration-doubtful': (p: Found) => `Hvor mange måneder er «${p['text'] ?? ''}»?`,
    'rows-continued': (p: Found) =>
      `${p['count'] ?? ''} rader har leverandør, men ikke avtale, for eksempel ${p['example'] ?? ''}. Gjelder de den samme avtalen som raden over?`,
    'option-without-end': (p: Found) =>
      `Avtalen har ingen siste dag. Til hvilken dag kan den forlenges med «${p['text'] ?? ''}»?`,
    'option-doubtful': (p: Found) =>
      `Hvor lenge kan avtalene forlenges med «${p['text'] ?? ''}»? Skriv for eksempel «1+1 år», «2 x 12 mnd» eller en dag.`,
  },
  choices: {
    'as-above': () => 'Ja, samme som raden over',
    party: (p: Found) => `Det er ${withNumber(p)}`,
    new: (p: Found) =>
      p['orgNumber']
        ? `Ny: ${withNumber(p)}${p['county'] ? `, i ${p['county']}` : ''}`
        : `Ny: ${p['name'] ?? ''}, uten organisasjonsnummer`,
    name: (p: Found) => `Samme leverandør, og den heter ${p['name'] ?? ''}`,
    separate: () => 'Nei, de er ulike',
    case: (p: Found) => `Det er sak ${p['caseNumber'] ?? ''}`,
    'case-as-number': (p: Found) => `Bruk saksnummeret ${p['caseNumber'] ?? ''}`,
    'per-lot': () => 'Hver delkontrakt har sin egen',
    value: (p: Found) => day(p['value']),
    text: () => 'Skriv det selv',
    none: () => 'La feltet være tomt',
    use: () => 'Ja, bruk dem: dette er testdata',
    'without-number': () => 'Uten organisasjonsnummer',
    'leave-out': () => 'Utelat',
    swap: (p: Found) => `Bytt om: ${day(p['startsOn'])} til ${day(p['endsOn'])}`,
    'no-end': (p: Found) => `Fra ${day(p['startsOn'])}, uten sluttdato`,
    all: (p: Found) => `Alle: ${p['names'] ?? ''}`,
    municipalities: (p: Found) => `Kommunene: ${p['names'] ?? ''}`,
    nobody: () => 'Ingen ennå',
  },
};
