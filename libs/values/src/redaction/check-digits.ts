const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const accountWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const dufWeights = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5];
const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/**
 * Offsets added to the month: none, H-numbers (40), NAV's test persons (65) and Skatteetaten's synthetic test persons
 * (80).
 */
const monthOffsets = [0, 40, 65, 80];
const dufYears = { first: 1980, last: 2040 };

function remainder(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11;
}

/** Returns the modulus 11 check digit of a remainder; 10 means that no check digit exists. */
const checkDigitOf = (rest: number): number => (rest === 0 ? 0 : 11 - rest);

/**
 * Returns whether day and month exist. 29 February is valid in every year, because the century is not part of the
 * number.
 */
export function isDayOfYear(day: number, month: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth[month - 1]!;
}

/**
 * Returns whether eleven digits begin with a date of birth, as identity numbers, D-numbers (day + 40), H-numbers and
 * synthetic numbers do.
 */
export function hasBirthDate(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  return monthOffsets.some((offset) => isDayOfYear(day > 40 ? day - 40 : day, month - offset));
}

const hasSecondDigit = (digits: string): boolean =>
  Number(digits[10]) === checkDigitOf(remainder(digits, secondWeights));

/**
 * Returns whether eleven digits are a Norwegian national identity number, D-number, H-number or synthetic number (check
 * digits by Skatteetaten).
 */
export function isNationalId(digits: string): boolean {
  if (digits.length !== 11 || !hasBirthDate(digits)) return false;
  return Number(digits[9]) === checkDigitOf(remainder(digits, firstWeights)) && hasSecondDigit(digits);
}

/**
 * Returns whether eleven digits are an identity number or D-number as issued from 1 January 2032: the first check digit
 * may leave a remainder of 0, 1, 2 or 3.
 * Source: Skatteetaten, "Nytt fødselsnummer fra 2032" (documentation of Folkeregisteret's API). One in thirty numbers
 * that begin with a date passes by chance.
 */
export function isNationalIdOf2032(digits: string): boolean {
  if (digits.length !== 11 || !hasBirthDate(digits)) return false;
  return (remainder(digits, firstWeights) + Number(digits[9])) % 11 <= 3 && hasSecondDigit(digits);
}

/**
 * Returns whether eleven digits have the two check digits of an emergency number or FH-number, which has no date and
 * begins with 8 or 9.
 */
export function isAidNumber(digits: string): boolean {
  return (
    digits.length === 11 &&
    /^[89]/.test(digits) &&
    Number(digits[9]) === checkDigitOf(remainder(digits, firstWeights)) &&
    hasSecondDigit(digits)
  );
}

/**
 * Returns whether twelve digits are a DUF number (register of foreign nationals): a year, a serial number and the
 * remainder of modulus 11 as two digits.
 */
export function isDufNumber(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  return (
    digits.length === 12 &&
    year >= dufYears.first &&
    year <= dufYears.last &&
    Number(digits.slice(10)) === remainder(digits, dufWeights)
  );
}

/** Returns whether eleven digits are a Norwegian bank account number (modulus 11). */
export function isAccountNumber(digits: string): boolean {
  return (
    digits.length === 11 &&
    !digits.startsWith('0000') &&
    Number(digits[10]) === checkDigitOf(remainder(digits, accountWeights))
  );
}
