import type { Language } from '@tallgrunn/values';
import type { DifferenceReason } from './explain-difference.ts';

interface Words {
  readonly sheets: readonly [totals: string, accounts: string, setAside: string];
  readonly totals: readonly string[];
  readonly accounts: readonly string[];
  readonly setAside: readonly string[];
  readonly standings: Readonly<Record<'set-aside' | 'repeated' | 'reversed', string>>;
  readonly differs: Readonly<Record<DifferenceReason | 'none', string>>;
  /** By what a reason begins with, and by the whole of it. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly closing: string;
}

/** Words of the file that accounts for every ledger row. */
export const reconciliationWords: Readonly<Record<Language, Words>> = {
  nb: {
    sheets: ['Saldobalanse', 'Konti', 'Holdt utenfor'],
    totals: ['Kontoplan', 'Konto', 'Navn', 'Fra måned', 'Til måned', 'Valuta', 'Ifølge regnskapet', 'Telt med', 'Holdt utenfor', 'Differanse', 'Rader uten lesbart beløp', 'Forklaring', 'Kilde', 'Kildens dato'],
    accounts: ['Kontoplan', 'Konto', 'Navn', 'Måned', 'Årsavslutning', 'Valuta', 'Rader lest', 'Beløp lest', 'Telt med', 'Har vi fra før', 'Holdt utenfor', 'Rader uten lesbart beløp', 'Tilbakeført', 'Vist som fakturalinjer', 'Rest etter fakturalinjer'],
    setAside: ['Fil', 'Innlesing', 'Årsak', 'Kontoplan', 'Konto', 'Navn', 'Måned', 'Årsavslutning', 'Valuta', 'Rader', 'Rader uten lesbart beløp', 'Beløp', 'Ark', 'Første rad', 'Siste rad', 'Status'],
    standings: { 'set-aside': 'Holdt utenfor', repeated: 'Lest på nytt i en senere fil', reversed: 'Tilbakeført' },
    differs: { none: 'Stemmer', repeated: 'Like mye som radene en annen fil har fra før', reversed: 'Like mye som radene i tilbakeførte filer', 'without-month': 'Like mye som kontoens rader uten måned', 'without-account': 'Like mye som radene uten konto', 'unread-rows': 'Rader uten lesbart beløp', 'opposite-sign': 'Samme beløp med motsatt fortegn', 'more-in-ledger': 'Regnskapet har mer enn filene', 'less-in-ledger': 'Filene har mer enn regnskapet' },
    kinds: { filter: 'Rader uten', account: 'Ikke innkjøp ifølge importprofilen: konto', chart: 'Konto som ikke er innkjøp', party: 'Leverandør', saft: 'Ikke innkjøp', unread: 'Beløpet kan ikke leses' },
    reasons: { 'party no-number': 'Leverandør uten kjent organisasjonsnummer', 'party person': 'Privatperson', 'chart payroll': 'Lønn', 'saft payroll': 'Lønn', 'chart income': 'Inntekter', 'saft income': 'Inntekter', 'chart finance': 'Overføringer og finans', 'saft finance': 'Overføringer og finans', 'chart balance': 'Balansekonti', 'saft balance': 'Balansekonti', 'chart compensation': 'Merverdiavgift som kompenseres', 'saft compensation': 'Merverdiavgift som kompenseres', 'chart not-listed': 'Konto som importprofilen ikke tar med', 'saft no-supplier': 'Kostnad uten leverandør på bilaget', 'saft unknown-account': 'Konto som ikke er i filens kontoplan' },
    closing: 'ja',
  },
  nn: {
    sheets: ['Saldobalanse', 'Konti', 'Halde utanfor'],
    totals: ['Kontoplan', 'Konto', 'Namn', 'Frå månad', 'Til månad', 'Valuta', 'Ifølgje rekneskapen', 'Talt med', 'Halde utanfor', 'Differanse', 'Rader utan lesbart beløp', 'Forklaring', 'Kjelde', 'Datoen til kjelda'],
    accounts: ['Kontoplan', 'Konto', 'Namn', 'Månad', 'Årsavslutning', 'Valuta', 'Rader lesne', 'Beløp lese', 'Talt med', 'Har vi frå før', 'Halde utanfor', 'Rader utan lesbart beløp', 'Tilbakeført', 'Vist som fakturalinjer', 'Rest etter fakturalinjer'],
    setAside: ['Fil', 'Innlesing', 'Årsak', 'Kontoplan', 'Konto', 'Namn', 'Månad', 'Årsavslutning', 'Valuta', 'Rader', 'Rader utan lesbart beløp', 'Beløp', 'Ark', 'Første rad', 'Siste rad', 'Status'],
    standings: { 'set-aside': 'Halde utanfor', repeated: 'Lesen på nytt i ei seinare fil', reversed: 'Tilbakeført' },
    differs: { none: 'Stemmer', repeated: 'Like mykje som radene ei anna fil har frå før', reversed: 'Like mykje som radene i tilbakeførte filer', 'without-month': 'Like mykje som radene til kontoen utan månad', 'without-account': 'Like mykje som radene utan konto', 'unread-rows': 'Rader utan lesbart beløp', 'opposite-sign': 'Same beløp med motsett forteikn', 'more-in-ledger': 'Rekneskapen har meir enn filene', 'less-in-ledger': 'Filene har meir enn rekneskapen' },
    kinds: { filter: 'Rader utan', account: 'Ikkje innkjøp ifølgje importprofilen: konto', chart: 'Konto som ikkje er innkjøp', party: 'Leverandør', saft: 'Ikkje innkjøp', unread: 'Beløpet kan ikkje lesast' },
    reasons: { 'party no-number': 'Leverandør utan kjent organisasjonsnummer', 'party person': 'Privatperson', 'chart payroll': 'Løn', 'saft payroll': 'Løn', 'chart income': 'Inntekter', 'saft income': 'Inntekter', 'chart finance': 'Overføringar og finans', 'saft finance': 'Overføringar og finans', 'chart balance': 'Balansekonti', 'saft balance': 'Balansekonti', 'chart compensation': 'Meirverdiavgift som blir kompensert', 'saft compensation': 'Meirverdiavgift som blir kompensert', 'chart not-listed': 'Konto som importprofilen ikkje tek med', 'saft no-supplier': 'Kostnad utan leverandør på bilaget', 'saft unknown-account': 'Konto som ikkje er i kontoplanen til fila' },
    closing: 'ja',
  },
  en: {
    sheets: ['Trial balance', 'Accounts', 'Set aside'],
    totals: ['Chart', 'Account', 'Name', 'From month', 'To month', 'Currency', 'According to the ledger', 'Counted', 'Set aside', 'Difference', 'Rows without a readable amount', 'Explanation', 'Source', 'Date of the source'],
    accounts: ['Chart', 'Account', 'Name', 'Month', 'Year-end closing', 'Currency', 'Rows read', 'Amount read', 'Counted', 'Already imported', 'Set aside', 'Rows without a readable amount', 'Reversed', 'Shown as invoice lines', 'Remainder after invoice lines'],
    setAside: ['File', 'Batch', 'Reason', 'Chart', 'Account', 'Name', 'Month', 'Year-end closing', 'Currency', 'Rows', 'Rows without a readable amount', 'Amount', 'Sheet', 'First row', 'Last row', 'Status'],
    standings: { 'set-aside': 'Set aside', repeated: 'Read again in a later file', reversed: 'Reversed' },
    differs: { none: 'Agrees', repeated: 'The same amount as the rows another file already holds', reversed: 'The same amount as the rows of reversed files', 'without-month': 'The same amount as the rows of the account without a month', 'without-account': 'The same amount as the rows without an account', 'unread-rows': 'Rows without a readable amount', 'opposite-sign': 'The same amount with the opposite sign', 'more-in-ledger': 'The ledger has more than the files', 'less-in-ledger': 'The files have more than the ledger' },
    kinds: { filter: 'Rows without', account: 'Not a purchase according to the import profile: account', chart: 'Account that is not a purchase', party: 'Supplier', saft: 'Not a purchase', unread: 'The amount cannot be read' },
    reasons: { 'party no-number': 'Supplier without a known organisation number', 'party person': 'Private person', 'chart payroll': 'Pay', 'saft payroll': 'Pay', 'chart income': 'Income', 'saft income': 'Income', 'chart finance': 'Transfers and finance', 'saft finance': 'Transfers and finance', 'chart balance': 'Balance accounts', 'saft balance': 'Balance accounts', 'chart compensation': 'VAT that is compensated', 'saft compensation': 'VAT that is compensated', 'chart not-listed': 'Account the import profile leaves out', 'saft no-supplier': 'Cost without a supplier on the voucher', 'saft unknown-account': "Account that is not in the file's chart" },
    closing: 'yes',
  },
};

/** Why rows were set aside, in words. */
export function describeReason(reason: string, { kinds, reasons }: Words): string {
  const [kind = '', ...rest] = reason.split(' ');
  if (reasons[reason]) return reasons[reason];
  const what = kinds[kind];
  if (what === undefined) return reason;
  return kind === 'unread' || kind === 'saft' || kind === 'chart' ? what : `${what} ${rest.join(' ')}`;
}
