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

/** What is kept of a personal value: that there was one. */
export const mask = '•••••••••••';

/** The text with its national identity numbers masked. */
export function maskNationalIds(text: string): string {
  return text.length < 11 || !elevenSomewhere.test(text) ? text : text.replace(eleven, (whole, first: string, last: string) => (isNationalId(first + last) ? mask : whole));
}
