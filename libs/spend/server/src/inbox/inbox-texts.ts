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
  nb: 'ikke med, mva. ukjent',
  nn: 'ikkje med, mva. ukjend',
  en: 'excluded, VAT unknown',
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
      `Importert som ${b.number}: ${counted(b.lines, 'nb', 'line')}, ${money(b, 'nb')}. Utelatt: ${counted(b.leftOut, 'nb', 'row')}. Kunne ikke leses: ${count(b.quarantined, 'nb')}.${b.repeated > 0 ? ` Duplikater, telles bare én gang: ${count(b.repeated, 'nb')}.` : ''}${b.refusedDocuments > 0 ? ` Avviste dokumenter: ${count(b.refusedDocuments, 'nb')}. Se hvilke på siden for ${b.number}.` : ''}`,
    refused: (why) => `Filen ble ikke importert: ${why} Rett den og legg den i mappen på nytt.`,
    known: (number) =>
      `Filen ble ikke importert: den samme filen er allerede importert som ${number}. Du trenger ikke å gjøre noe.`,
    strays: (names) => `Dette er ikke filer og ble hoppet over: ${names.join(', ')}. Legg filene selv i mappen.`,
    infected: (signature) => `viruskontrollen fant ${signature}.`,
    other: (code) => `${code}.`,
    settings: (wrong) => `inbox.json kan ikke brukes: rett «${wrong}». Filene i mappen importeres når det er gjort.`,
    buyer: (orgNumber, found) =>
      found === 0
        ? `Ingen kjøper har organisasjonsnummer ${orgNumber}. Rett «buyer» i inbox.json. Filene venter.`
        : `Kjøperen ${orgNumber} er med i flere samarbeid. Oppgi hvilket i «cooperative» i inbox.json. Filene venter.`,
    profile: (key) =>
      `Det finnes ingen importprofil «${key}». Rett «profile» i inbox.json, eller lagre profilen. Filene venter.`,
  },
  nn: {
    done: (b) =>
      `Importert som ${b.number}: ${counted(b.lines, 'nn', 'line')}, ${money(b, 'nn')}. Utelatne: ${counted(b.leftOut, 'nn', 'row')}. Kunne ikkje lesast: ${count(b.quarantined, 'nn')}.${b.repeated > 0 ? ` Duplikat, blir berre talde éin gong: ${count(b.repeated, 'nn')}.` : ''}${b.refusedDocuments > 0 ? ` Avviste dokument: ${count(b.refusedDocuments, 'nn')}. Sjå kva for nokre på sida for ${b.number}.` : ''}`,
    refused: (why) => `Fila vart ikkje importert: ${why} Rett ho og legg ho i mappa på nytt.`,
    known: (number) =>
      `Fila vart ikkje importert: den same fila er allereie importert som ${number}. Du treng ikkje å gjere noko.`,
    strays: (names) => `Dette er ikkje filer og vart hoppa over: ${names.join(', ')}. Legg sjølve filene i mappa.`,
    infected: (signature) => `viruskontrollen fann ${signature}.`,
    other: (code) => `${code}.`,
    settings: (wrong) =>
      `inbox.json kan ikkje brukast: rett «${wrong}». Filene i mappa blir importerte når det er gjort.`,
    buyer: (orgNumber, found) =>
      found === 0
        ? `Ingen kjøpar har organisasjonsnummer ${orgNumber}. Rett «buyer» i inbox.json. Filene ventar.`
        : `Kjøparen ${orgNumber} er med i fleire samarbeid. Oppgi kva for eit i «cooperative» i inbox.json. Filene ventar.`,
    profile: (key) =>
      `Det finst ingen importprofil «${key}». Rett «profile» i inbox.json, eller lagre profilen. Filene ventar.`,
  },
  en: {
    done: (b) =>
      `Imported as ${b.number}: ${counted(b.lines, 'en', 'line')}, ${money(b, 'en')}. Excluded: ${counted(b.leftOut, 'en', 'row')}. Could not be read: ${count(b.quarantined, 'en')}.${b.repeated > 0 ? ` Duplicates, counted only once: ${count(b.repeated, 'en')}.` : ''}${b.refusedDocuments > 0 ? ` Rejected documents: ${count(b.refusedDocuments, 'en')}. They are listed on the page of ${b.number}.` : ''}`,
    refused: (why) => `The file was not imported: ${why} Correct it and put it in the folder again.`,
    known: (number) =>
      `The file was not imported: the same file has already been imported as ${number}. You do not need to do anything.`,
    strays: (names) =>
      `These are not files and were skipped: ${names.join(', ')}. Put the files themselves in the folder.`,
    infected: (signature) => `the virus scanner found ${signature}.`,
    other: (code) => `${code}.`,
    settings: (wrong) =>
      `inbox.json cannot be used: correct "${wrong}". The files in the folder are imported when that is done.`,
    buyer: (orgNumber, found) =>
      found === 0
        ? `No buyer has the organisation number ${orgNumber}. Correct "buyer" in inbox.json. The files are pending.`
        : `The buyer ${orgNumber} is in several cooperatives. State which in "cooperative" in inbox.json. The files are pending.`,
    profile: (key) =>
      `There is no import profile "${key}". Correct "profile" in inbox.json, or save the profile. The files are pending.`,
  },
};
