const remarks = /\([^)]*\)|\[[^\]]*\]/g;
const tails = /\b(?:nok|kr|kroner|eks(?:kl)?\.? ?mva|uten mva|utan mva|ex\.? ?vat|excl\.? ?vat)\b\.?/gi;

/** A heading without case, punctuation and how æ, ø and å are typed: "Art.nr." and "ART NR" become one. */
export function foldHeading(text: string): string {
  return text
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
