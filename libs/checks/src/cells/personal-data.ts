const weights1 = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const weights2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

function checkDigit(digits: string, weights: readonly number[]): number {
  const rest = weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11;
  return rest === 0 ? 0 : 11 - rest;
}

/** Whether eleven digits are a Norwegian national identity number or D-number: a day, a month and two check digits (Skatteetaten). */
export function isNationalId(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4)) % 40;
  if (!((day >= 1 && day <= 31) || (day >= 41 && day <= 71)) || month < 1 || month > 12) return false;
  return Number(digits[9]) === checkDigit(digits, weights1) && Number(digits[10]) === checkDigit(digits, weights2);
}

const eleven = /(?<!\d)(\d{6})[ -]?(\d{5})(?!\d)/g;
const elevenSomewhere = /(?<!\d)\d{6}[ -]?\d{5}(?!\d)/;

/** Whether a text holds a national identity number. */
export function holdsNationalId(text: string): boolean {
  if (text.length < 11 || !elevenSomewhere.test(text)) return false;
  for (const found of text.matchAll(eleven)) if (isNationalId(found[1]! + found[2]!)) return true;
  return false;
}

const headings = /^(?:fodselsn(?:umme)?r|fodselsdato|fnr|fodt|personn(?:umme)?r|dnr|dnummer|ansatt(?:e|nr|navn|namn|nummer)?|tilsett|medarbeider|elev(?:navn|namn)?|pasient(?:navn|nr)?|brukernavn|privatadresse|mobil(?:nr|nummer|telefon)?|employee(?:name|id|no)?|dateofbirth|birthdate|nationalid|ssn|patient(?:name)?)$/;

/** Whether a folded heading says that its column is about people. */
export function isPersonalHeading(folded: string): boolean {
  return headings.test(folded);
}

/** What is kept of a personal value: that there was one. */
export const mask = '•••••••••••';

/** The text with its national identity numbers masked. */
export function maskNationalIds(text: string): string {
  return text.replace(eleven, (whole, first: string, last: string) => (isNationalId(first + last) ? mask : whole));
}

/** Whether a cell holds a national identity number, or held one before the file was cut. */
export function isPersonalCell({ kind, text }: { readonly kind: string; readonly text: string }): boolean {
  if (text.length < 11 || kind === 'date') return false;
  // A number of eleven digits in a workbook is compared as it is; texts may hold one among other words.
  return kind === 'number' ? text.length === 11 && isNationalId(text) : text.includes(mask) || holdsNationalId(text);
}

const besidePersons = /^(?:navn|namn|fornavn|fornamn|etternavn|etternamn|adresse|gateadresse|postadresse|bosted|telefon|tlf|epost(?:adresse)?|name|firstname|lastname|surname|address|phone|email)$/;

/** Whether a folded heading tells who a person is, in a sheet that is about persons: beside their identity numbers. */
export function isBesidePersons(folded: string): boolean {
  return besidePersons.test(folded);
}
