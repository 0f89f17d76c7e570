import { repairEncoding } from '../cells/repair-text.ts';

const remarks = /\([^)]*\)|\[[^\]]*\]/g;
const tails =
  /\b(?:nok|kr|kroner|eur|usd|gbp|sek|dkk|chf|pln|e[kx]s?(?:kl)?\.? ?(?:mva|moms)|(?:uten|utan|uden|u\/|u\.) ?(?:mva|moms)|ex\.? ?vat|excl\.? ?vat)\b\.?/gi;

/**
 * Normalises a heading: ignores case, punctuation and the spelling of æ, ø and å, and repairs broken encoding.
 * "Art.nr." and "ART NR" become equal.
 */
export function normaliseHeading(text: string): string {
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

/** Returns the forms of a heading to try: the whole, then without "(eks. mva)" and "NOK". */
export function headingForms(text: string): string[] {
  const whole = normaliseHeading(text);
  const bare = normaliseHeading(text.replace(remarks, ' ').replace(tails, ' '));
  return whole === bare || bare === '' ? [whole] : [whole, bare];
}
