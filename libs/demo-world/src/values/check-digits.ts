const organisationWeights = [3, 2, 7, 6, 5, 4, 3, 2];

/**
 * Returns the ninth digit of an organisation number (mod 11); null when the eight digits cannot have one. Source:
 * brreg.no.
 */
export function organisationCheckDigit(eight: string): number | null {
  const rest = organisationWeights.reduce((sum, weight, index) => sum + weight * Number(eight[index]), 0) % 11;
  if (rest === 1) return null;
  return rest === 0 ? 0 : 11 - rest;
}

/** Returns the first valid organisation number whose eight leading digits are `eight` or higher. */
export function organisationNumberFrom(eight: number): string {
  const digit = organisationCheckDigit(String(eight));
  return digit === null ? organisationNumberFrom(eight + 1) : `${eight}${digit}`;
}

export const isOrganisationNumber = (text: string): boolean =>
  /^\d{9}$/.test(text) && organisationCheckDigit(text) === Number(text[8]);

/** Returns a GTIN-13 from twelve digits (GS1 mod 10). */
export function gtinFrom(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}
