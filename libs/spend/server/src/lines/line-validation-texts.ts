import { type Language } from '@tallgrunn/values';

export const lineFaults = [
  'not-an-object',
  'not-a-value',
  'field-unknown',
  'field-missing',
  'text-too-long',
  'not-a-text',
  'not-a-number',
  'not-a-day',
  'not-a-month',
  'org-number-wrong',
  'not-a-currency',
  'not-a-vat-status',
  'no-lines',
] as const;
export type LineFault = (typeof lineFaults)[number];

type LineText = Readonly<Record<LineFault, { readonly expected: string; readonly todo: string }>>;

/** Expected value and remedy per fault of a line that a program sends. */
export const lineTexts: Readonly<Record<Language, LineText>> = {
  nb: {
    'not-an-object': { expected: 'et objekt', todo: 'Send hver linje som et JSON-objekt.' },
    'not-a-value': {
      expected: 'tekst eller tall',
      todo: 'Send verdien som tekst eller tall, ikke som liste, objekt eller ja/nei.',
    },
    'field-unknown': { expected: 'et felt som er beskrevet', todo: 'Rett navnet på feltet, eller fjern det.' },
    'field-missing': { expected: 'amount, eller debit eller credit', todo: 'Legg til beløpet.' },
    'text-too-long': { expected: 'høyst 2000 tegn', todo: 'Kort ned teksten.' },
    'not-a-text': { expected: 'tekst uten styretegn', todo: 'Send teksten uten NUL og ufullstendige tegn.' },
    'not-a-number': {
      expected: 'et tall med desimalpunktum',
      todo: 'Skriv beløpet som 1234.50, uten mellomrom og valuta.',
    },
    'not-a-day': { expected: 'en dag som 2026-03-31', todo: 'Skriv dagen som år-måned-dag.' },
    'not-a-month': {
      expected: 'en måned som 2026-03, eller 2026-13',
      todo: 'Skriv perioden som år-måned, og årsavslutningen som 13.',
    },
    'org-number-wrong': {
      expected: 'ni sifre med riktig kontrollsiffer',
      todo: 'Rett organisasjonsnummeret, eller send bare reskontronummeret.',
    },
    'not-a-currency': { expected: 'tre bokstaver, som NOK', todo: 'Skriv valutakoden etter ISO 4217.' },
    'not-a-vat-status': {
      expected: 'net, gross eller unknown',
      todo: 'Oppgi om beløpet er uten (net) eller med (gross) merverdiavgift.',
    },
    'no-lines': { expected: 'minst én linje', todo: 'Send minst én linje.' },
  },
  nn: {
    'not-an-object': { expected: 'eit objekt', todo: 'Send kvar linje som eit JSON-objekt.' },
    'not-a-value': {
      expected: 'tekst eller tal',
      todo: 'Send verdien som tekst eller tal, ikkje som liste, objekt eller ja/nei.',
    },
    'field-unknown': { expected: 'eit felt som er skildra', todo: 'Rett namnet på feltet, eller fjern det.' },
    'field-missing': { expected: 'amount, eller debit eller credit', todo: 'Legg til beløpet.' },
    'text-too-long': { expected: 'høgst 2000 teikn', todo: 'Kort ned teksten.' },
    'not-a-text': { expected: 'tekst utan styreteikn', todo: 'Send teksten utan NUL og ufullstendige teikn.' },
    'not-a-number': {
      expected: 'eit tal med desimalpunktum',
      todo: 'Skriv beløpet som 1234.50, utan mellomrom og valuta.',
    },
    'not-a-day': { expected: 'ein dag som 2026-03-31', todo: 'Skriv dagen som år-månad-dag.' },
    'not-a-month': {
      expected: 'ein månad som 2026-03, eller 2026-13',
      todo: 'Skriv perioden som år-månad, og årsavslutninga som 13.',
    },
    'org-number-wrong': {
      expected: 'ni siffer med rett kontrollsiffer',
      todo: 'Rett organisasjonsnummeret, eller send berre reskontronummeret.',
    },
    'not-a-currency': { expected: 'tre bokstavar, som NOK', todo: 'Skriv valutakoden etter ISO 4217.' },
    'not-a-vat-status': {
      expected: 'net, gross eller unknown',
      todo: 'Oppgi om beløpet er utan (net) eller med (gross) meirverdiavgift.',
    },
    'no-lines': { expected: 'minst éi linje', todo: 'Send minst éi linje.' },
  },
  en: {
    'not-an-object': { expected: 'an object', todo: 'Send each line as a JSON object.' },
    'not-a-value': {
      expected: 'text or a number',
      todo: 'Send the value as text or a number, not as a list, an object or true and false.',
    },
    'field-unknown': { expected: 'a field that is described', todo: 'Correct the name of the field, or remove it.' },
    'field-missing': { expected: 'amount, or debit or credit', todo: 'Add the amount.' },
    'text-too-long': { expected: 'at most 2000 characters', todo: 'Shorten the text.' },
    'not-a-text': {
      expected: 'text without control characters',
      todo: 'Send the text without NUL and incomplete characters.',
    },
    'not-a-number': {
      expected: 'a number with a decimal point',
      todo: 'Write the amount as 1234.50, without spaces and currency.',
    },
    'not-a-day': { expected: 'a day such as 2026-03-31', todo: 'Write the day as year-month-day.' },
    'not-a-month': {
      expected: 'a month such as 2026-03, or 2026-13',
      todo: 'Write the period as year-month, and the year-end closing as 13.',
    },
    'org-number-wrong': {
      expected: 'nine digits with the right check digit',
      todo: 'Correct the organisation number, or send only the ledger number.',
    },
    'not-a-currency': { expected: 'three letters, such as NOK', todo: 'Use the ISO 4217 currency code.' },
    'not-a-vat-status': {
      expected: 'net, gross or unknown',
      todo: 'State whether the amount excludes (net) or includes (gross) VAT.',
    },
    'no-lines': { expected: 'at least one line', todo: 'Send at least one line.' },
  },
};
