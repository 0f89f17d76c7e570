import type { Language } from '@tallgrunn/values';
import { accountClasses, ledgerFields, ledgerParties, ledgerScales, ledgerTexts } from './ledger-profile.ts';

const fields = ledgerFields.join(', ');
const scales = ledgerScales.join(', ');

/**
 * Expected value of each part of a profile, by the pointer that a refusal names. The longest matching pointer applies.
 * Codes are the same in every language.
 */
const expectedValues = {
  profile: { nb: 'et JSON-objekt', nn: 'eit JSON-objekt', en: 'a JSON object' },
  id: {
    nb: 'en tekst: nøkkelen som senere versjoner deler',
    nn: 'ein tekst: nøkkelen som seinare versjonar deler',
    en: 'a text: the key that later versions share',
  },
  name: {
    nb: 'en tekst som folk kjenner igjen',
    nn: 'ein tekst som folk kjenner att',
    en: 'a text that people recognise',
  },
  columns: {
    nb: `et objekt med overskrifter etter felt: ${fields}`,
    nn: `eit objekt med overskrifter etter felt: ${fields}`,
    en: `an object of headings by field: ${fields}`,
  },
  'columns.amount': {
    nb: 'overskriften til beløpet, eller både debit og credit',
    nn: 'overskrifta til beløpet, eller både debit og credit',
    en: 'the heading of the amount, or both debit and credit',
  },
  'account.system': {
    nb: 'kontoplanen: kostra, ns4102 eller dfo',
    nn: 'kontoplanen: kostra, ns4102 eller dfo',
    en: 'the chart of accounts: kostra, ns4102 or dfo',
  },
  'account.classFirst': { nb: 'true eller false', nn: 'true eller false', en: 'true or false' },
  'numbers.decimal': { nb: '",", "." eller "auto"', nn: '",", "." eller "auto"', en: '",", "." or "auto"' },
  'numbers.scale': {
    nb: `${scales}: 1000 når beløpene er i tusen`,
    nn: `${scales}: 1000 når beløpa er i tusen`,
    en: `${scales}: 1000 where amounts are in thousands`,
  },
  sign: joinCodes('cost-positive', 'cost-negative'),
  currency: {
    nb: 'tre store bokstaver, som NOK',
    nn: 'tre store bokstavar, som NOK',
    en: 'three capital letters, as NOK',
  },
  'vat.amounts': { nb: 'net, gross eller unknown', nn: 'net, gross eller unknown', en: 'net, gross or unknown' },
  'vat.rateByCode': {
    nb: 'andeler etter mva-kode, som {"11": "0.15"}',
    nn: 'delar etter mva-kode, som {"11": "0.15"}',
    en: 'shares by VAT code, as {"11": "0.15"}',
  },
  'vat.byCode': {
    nb: 'net, gross eller unknown etter mva-kode',
    nn: 'net, gross eller unknown etter mva-kode',
    en: 'net, gross or unknown, by VAT code',
  },
  'vat.byCostCentre': {
    nb: 'net, gross eller unknown etter ansvar, eller etter en rekke som "1000-1999"',
    nn: 'net, gross eller unknown etter ansvar, eller etter ei rekkje som "1000-1999"',
    en: 'net, gross or unknown, by cost centre or a range as "1000-1999"',
  },
  accountClass: joinCodes('{"inAccount": true}', ...accountClasses.map((each) => `{"all": "${each}"}`)),
  comesIn: { nb: 'et objekt', nn: 'eit objekt', en: 'an object' },
  'comesIn.parties': joinCodes(...ledgerParties),
  'comesIn.text': joinCodes(...ledgerTexts),
  'comesIn.accounts': {
    nb: 'koder, rekker som "100-399" eller "*"',
    nn: 'kodar, rekkjer som "100-399" eller "*"',
    en: 'codes, ranges as "100-399" or "*"',
  },
  required: { nb: 'en liste over felt', nn: 'ei liste over felt', en: 'a list of fields' },
  notSpend: { nb: 'en liste over kontokoder', nn: 'ei liste over kontokodar', en: 'a list of account codes' },
  headerWithin: {
    nb: 'et helt tall fra 1 til 1000',
    nn: 'eit heilt tal frå 1 til 1000',
    en: 'a whole number from 1 to 1000',
  },
  filters: {
    nb: 'en liste med {"column": overskrift, "in": [verdier]} eller {"column": overskrift, "notIn": [verdier]}',
    nn: 'ei liste med {"column": overskrift, "in": [verdiar]} eller {"column": overskrift, "notIn": [verdiar]}',
    en: 'a list of {"column": heading, "in": [values]} or {"column": heading, "notIn": [values]}',
  },
} satisfies Record<string, Readonly<Record<Language, string>>>;

/** Joins codes to "a, b or c" in each language. */
function joinCodes(...codes: string[]): Readonly<Record<Language, string>> {
  const last = codes.at(-1) ?? '';
  const joined = (or: string): string => (codes.length < 2 ? last : `${codes.slice(0, -1).join(', ')} ${or} ${last}`);
  return { nb: joined('eller'), nn: joined('eller'), en: joined('or') };
}

/** Describes the expected value at a pointer of a profile. */
export function describeExpected(pointer: string, language: Language): string {
  const fits = Object.entries(expectedValues).filter(
    ([part]) => pointer === part || pointer.startsWith(`${part}.`) || pointer.startsWith(`${part}[`),
  );
  return fits.sort(([a], [b]) => b.length - a.length)[0]?.[1][language] ?? '';
}
