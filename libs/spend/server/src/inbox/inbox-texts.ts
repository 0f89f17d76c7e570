import { formatCount, formatMoney, plural, type Language } from '@tallgrunn/values';

interface Done {
  readonly number: string;
  readonly lines: number;
  /** Amounts excl. VAT, and amounts not included because their VAT is unknown. */
  readonly netTotals: Readonly<Record<string, string>>;
  readonly unknownTotals: Readonly<Record<string, string>>;
  readonly leftOut: number;
  readonly quarantined: number;
  /** Lines or documents that an earlier batch contains. */
  readonly repeated: number;
  readonly refusedDocuments: number;
}

interface InboxTexts {
  readonly done: (batch: Done) => string;
  readonly refused: (why: string) => string;
  readonly known: (number: string) => string;
  readonly strays: (names: readonly string[]) => string;
  readonly infected: (signature: string) => string;
  readonly other: (code: string) => string;
  readonly settings: (wrong: string) => string;
  readonly buyer: (orgNumber: string, found: number) => string;
  readonly profile: (key: string) => string;
}

const unknownVat = {
  nb: 'utenfor, mva. ikke kjent',
  nn: 'utanfor, mva. ikkje kjend',
  en: 'outside, VAT not known',
} as const;
const sumsOf = (totals: Readonly<Record<string, string>>, language: Language): string =>
  Object.entries(totals)
    .map(([currency, amount]) => formatMoney(amount, currency, language))
    .join(', ');
const money = ({ netTotals, unknownTotals }: Done, language: Language): string => {
  const unknown = sumsOf(unknownTotals, language);
  return `${sumsOf(netTotals, language) || '–'}${unknown === '' ? '' : ` (${unknownVat[language]}: ${unknown})`}`;
};
const nouns = {
  nb: { line: ['linje', 'linjer'], row: ['rad', 'rader'] },
  nn: { line: ['linje', 'linjer'], row: ['rad', 'rader'] },
  en: { line: ['line', 'lines'], row: ['row', 'rows'] },
} as const;
const count = (n: number, language: Language): string => formatCount(n, language);
const counted = (n: number, language: Language, noun: 'line' | 'row'): string => {
  const [one, other] = nouns[language][noun];
  return `${count(n, language)} ${plural(language, n, { one, other })}`;
};

/** Texts written next to files that were imported or refused. */
export const inboxTexts: Readonly<Record<Language, InboxTexts>> = {
  nb: {
    done: (b) =>
      `Lest inn som ${b.number}: ${counted(b.lines, 'nb', 'line')}, ${money(b, 'nb')}. Holdt utenfor: ${counted(b.leftOut, 'nb', 'row')}. Satt til side: ${count(b.quarantined, 'nb')}.${b.repeated > 0 ? ` Lest inn før, og ikke talt igjen: ${count(b.repeated, 'nb')}.` : ''}${b.refusedDocuments > 0 ? ` Dokumenter som ikke kunne leses inn: ${count(b.refusedDocuments, 'nb')}. Se hvilke på siden for ${b.number}.` : ''}`,
    refused: (why) => `Filen ble ikke lest inn: ${why} Rett den og legg den i mappen på nytt.`,
    known: (number) =>
      `Filen ble ikke lest inn: den samme filen er lest inn før, som ${number}. Det er ikke mer å gjøre.`,
    strays: (names) => `Dette er ikke filer, og tas ikke inn: ${names.join(', ')}. Legg filene selv i mappen.`,
    infected: (signature) => `viruskontrollen fant ${signature}.`,
    other: (code) => `${code}.`,
    settings: (wrong) => `inbox.json kan ikke brukes: rett «${wrong}». Filene i mappen venter til det er gjort.`,
    buyer: (orgNumber, found) =>
      found === 0
        ? `Ingen kjøper har organisasjonsnummer ${orgNumber}. Rett «buyer» i inbox.json. Filene venter.`
        : `Kjøperen ${orgNumber} er med i flere samarbeid. Skriv hvilket i «cooperative» i inbox.json. Filene venter.`,
    profile: (key) =>
      `Ingen lesemåte heter «${key}». Rett «profile» i inbox.json, eller lagre lesemåten. Filene venter.`,
  },
  nn: {
    done: (b) =>
      `Lese inn som ${b.number}: ${counted(b.lines, 'nn', 'line')}, ${money(b, 'nn')}. Haldne utanfor: ${counted(b.leftOut, 'nn', 'row')}. Sette til side: ${count(b.quarantined, 'nn')}.${b.repeated > 0 ? ` Lese inn før, og ikkje talde igjen: ${count(b.repeated, 'nn')}.` : ''}${b.refusedDocuments > 0 ? ` Dokument som ikkje kunne lesast inn: ${count(b.refusedDocuments, 'nn')}. Sjå kva for nokre på sida for ${b.number}.` : ''}`,
    refused: (why) => `Fila vart ikkje lesen inn: ${why} Rett henne og legg henne i mappa på nytt.`,
    known: (number) =>
      `Fila vart ikkje lesen inn: den same fila er lesen inn før, som ${number}. Det er ikkje meir å gjere.`,
    strays: (names) =>
      `Dette er ikkje filer, og blir ikkje tekne inn: ${names.join(', ')}. Legg sjølve filene i mappa.`,
    infected: (signature) => `viruskontrollen fann ${signature}.`,
    other: (code) => `${code}.`,
    settings: (wrong) => `inbox.json kan ikkje brukast: rett «${wrong}». Filene i mappa ventar til det er gjort.`,
    buyer: (orgNumber, found) =>
      found === 0
        ? `Ingen kjøpar har organisasjonsnummer ${orgNumber}. Rett «buyer» i inbox.json. Filene ventar.`
        : `Kjøparen ${orgNumber} er med i fleire samarbeid. Skriv kva for eit i «cooperative» i inbox.json. Filene ventar.`,
    profile: (key) =>
      `Ingen lesemåte heiter «${key}». Rett «profile» i inbox.json, eller lagre lesemåten. Filene ventar.`,
  },
  en: {
    done: (b) =>
      `Loaded as ${b.number}: ${counted(b.lines, 'en', 'line')}, ${money(b, 'en')}. Left out: ${counted(b.leftOut, 'en', 'row')}. Set aside: ${count(b.quarantined, 'en')}.${b.repeated > 0 ? ` Loaded before, and not counted again: ${count(b.repeated, 'en')}.` : ''}${b.refusedDocuments > 0 ? ` Documents that could not be loaded: ${count(b.refusedDocuments, 'en')}. The page of ${b.number} says which.` : ''}`,
    refused: (why) => `The file was not loaded: ${why} Correct it and put it in the folder again.`,
    known: (number) =>
      `The file was not loaded: the same file has been loaded before, as ${number}. There is nothing more to do.`,
    strays: (names) =>
      `These are no files, and are not taken in: ${names.join(', ')}. Put the files themselves in the folder.`,
    infected: (signature) => `the virus scanner found ${signature}.`,
    other: (code) => `${code}.`,
    settings: (wrong) => `inbox.json cannot be used: correct "${wrong}". The files in the folder wait until then.`,
    buyer: (orgNumber, found) =>
      found === 0
        ? `No buyer has the organisation number ${orgNumber}. Correct "buyer" in inbox.json. The files wait.`
        : `The buyer ${orgNumber} is in several cooperatives. Say which in "cooperative" in inbox.json. The files wait.`,
    profile: (key) =>
      `No way of reading is called "${key}". Correct "profile" in inbox.json, or save it. The files wait.`,
  },
};
