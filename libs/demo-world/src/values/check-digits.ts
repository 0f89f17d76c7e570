const organisationWeights = [3, 2, 7, 6, 5, 4, 3, 2];

/** The ninth digit of an organisation number (mod 11), or null when the eight digits cannot carry one. Source: brreg.no. */
export function organisationCheckDigit(eight: string): number | null {
  const rest = organisationWeights.reduce((sum, weight, index) => sum + weight * Number(eight[index]), 0) % 11;
  if (rest === 1) return null;
  return rest === 0 ? 0 : 11 - rest;
}

/** The first valid organisation number whose eight leading digits are at or after `eight`. */
export function organisationNumberFrom(eight: number): string {
  const digit = organisationCheckDigit(String(eight));
  return digit === null ? organisationNumberFrom(eight + 1) : `${eight}${digit}`;
}

export const isOrganisationNumber = (text: string): boolean =>
  /^\d{9}$/.test(text) && organisationCheckDigit(text) === Number(text[8]);

/** GTIN-13 from twelve digits (GS1 mod 10). */
export function gtinFrom(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}
