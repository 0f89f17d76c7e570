import { accountClasses, ledgerFields, ledgerParties, ledgerScales, ledgerTexts } from './ledger-profile.ts';

const vat = 'net, gross or unknown';

/** What may stand in each part of a profile, by the pointer that a refusal names; the longest pointer that fits has the word. */
const expected: readonly (readonly [part: string, expected: string])[] = [
  ['profile', 'a JSON object'],
  ['id', 'a text: the key that later versions share'],
  ['name', 'a text that people recognise'],
  ['columns', `an object of headings by field: ${ledgerFields.join(', ')}`],
  ['columns.amount', 'the heading of the amount, or both debit and credit'],
  ['account.system', 'the chart of accounts: kostra, ns4102 or dfo'],
  ['account.classFirst', 'true or false'],
  ['numbers.decimal', '",", "." or "auto"'],
  ['numbers.scale', `${ledgerScales.join(', ')}: 1000 where amounts are in thousands`],
  ['sign', 'cost-positive or cost-negative'],
  ['currency', 'three capital letters, as NOK'],
  ['vat.amounts', vat],
  ['vat.rateByCode', 'shares by VAT code, as {"11": "0.15"}'],
  ['vat.byCode', `${vat}, by VAT code`],
  ['vat.byCostCentre', `${vat}, by responsibility or a range as "1000-1999"`],
  ['accountClass', `{"inAccount": true} or {"all": "${accountClasses.join('" or "')}"}`],
  ['comesIn', 'an object'],
  ['comesIn.parties', ledgerParties.join(' or ')],
  ['comesIn.text', ledgerTexts.join(', ')],
  ['comesIn.accounts', 'codes, ranges as "100-399" or "*"'],
  ['required', 'a list of fields'],
  ['notSpend', 'a list of account codes'],
  ['headerWithin', 'a whole number from 1 to 1000'],
  ['filters', 'a list of {"column": heading, "in": [values]} or {"column": heading, "notIn": [values]}'],
];

/** What should stand at the pointer of a profile, in English. */
export function expectedOf(pointer: string): string {
  const fits = expected.filter(([part]) => pointer === part || pointer.startsWith(`${part}.`) || pointer.startsWith(`${part}[`));
  return fits.sort(([a], [b]) => b.length - a.length)[0]?.[1] ?? '';
}
