import { repairEncoding } from '../cells/repair-text.ts';

const remarks = /\([^)]*\)|\[[^\]]*\]/g;
const tails =
  /\b(?:nok|kr|kroner|eur|usd|gbp|sek|dkk|chf|pln|e[kx]s?(?:kl)?\.? ?(?:mva|moms)|(?:uten|utan|uden) (?:mva|moms)|ex\.? ?vat|excl\.? ?vat)\b\.?/gi;

/** A heading without case, punctuation and how æ, ø and å are typed: "Art.nr." and "ART NR" become one, and so does one whose letters were broken on the way. */
export function foldHeading(text: string): string {
  return (repairEncoding(text) ?? text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/å/g, 'a')
    .replace(/[øö]/g, 'o')
    .replace(/[æä]/g, 'a')
    .replace(/[áàâ]/g, 'a')
    .replace(/[éèê]/g, 'e')
    .replace(/[^a-z0-9%]+/g, '');
}

/** The forms a heading is tried in: as it is, then without "(eks. mva)" and "NOK". */
export function headingForms(text: string): string[] {
  const whole = foldHeading(text);
  const bare = foldHeading(text.replace(remarks, ' ').replace(tails, ' '));
  return whole === bare || bare === '' ? [whole] : [whole, bare];
}
