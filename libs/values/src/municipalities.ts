/** A municipality of the Kongsvinger region as registered (Kartverket; Enhetsregisteret). */
export interface Municipality {
  /** four digits with leading zero */
  number: string;
  /** number before 2020 */
  oldNumber: string;
  name: string;
  orgNumber: string;
}

export const municipalities: readonly Municipality[] = [
  { number: '3401', oldNumber: '0402', name: 'Kongsvinger', orgNumber: '944117784' },
  { number: '3414', oldNumber: '0418', name: 'Nord-Odal', orgNumber: '964950768' },
  { number: '3415', oldNumber: '0419', name: 'Sør-Odal', orgNumber: '964947716' },
  { number: '3416', oldNumber: '0420', name: 'Eidskog', orgNumber: '964948054' },
  { number: '3417', oldNumber: '0423', name: 'Grue', orgNumber: '964948143' },
  { number: '3418', oldNumber: '0425', name: 'Åsnes', orgNumber: '964948232' },
  { number: '3419', oldNumber: '0426', name: 'Våler', orgNumber: '871034222' },
];

/**
 * How a name or number was matched: exactly, by spelling, by an old number, or by a name that two municipalities share.
 */
export type MunicipalityReading = { municipality: Municipality; how: 'exact' | 'spelling' | 'old-number' | 'homonym' };

/**
 * Normalises a name: ignores case, "kommune", hyphens, and the spelling of æ, ø and å.
 * "Sør Odal", "SØR-ODAL KOMMUNE" and "Sor-Odal" become equal.
 */
export function normaliseName(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\bkommune\b/g, ' ')
    .replace(/aa|å/g, 'a')
    .replace(/oe|ø|ö/g, 'o')
    .replace(/ae|æ|ä/g, 'a')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The county of all of them. */
export const municipalityCounty = 'Innlandet';
const byNormalisedName = new Map(municipalities.map((each) => [normaliseName(each.name), each]));
const otherRegionPattern = /ostfold|viken|\bi ostf/;
const inRegionPattern = /\s(?:i\s)?(?:innlandet|hedmark)$/;

/** Returns whether a name states that the place is in another county, as "Våler i Østfold" does. */
export const isOfOtherCounty = (text: string): boolean =>
  otherRegionPattern.test(normaliseName(text.replace(/[()]/g, ' ')));

/**
 * Returns the municipality of the region with this number, old number or name as suppliers write it; null when it is
 * none of the seven.
 */
export function readMunicipality(text: string): MunicipalityReading | null {
  const digits = /^\s*0?(\d{3,4})\s*$/.exec(text)?.[1];
  if (digits) {
    const number = digits.padStart(4, '0');
    const current = municipalities.find((each) => each.number === number);
    if (current) return { municipality: current, how: 'exact' };
    const old = municipalities.find((each) => each.oldNumber === number);
    return old ? { municipality: old, how: 'old-number' } : null;
  }
  const normalised = normaliseName(text.replace(/^\s*\d{4}\s+/, '').replace(/[()]/g, ' '));
  if (otherRegionPattern.test(normalised)) return null;
  const found = byNormalisedName.get(normalised.replace(inRegionPattern, ''));
  if (!found) return null;
  // Våler in Østfold (3114) has the same name; a county in the text decides which one is meant.
  if (found.number === '3419' && !inRegionPattern.test(normalised)) return { municipality: found, how: 'homonym' };
  return {
    municipality: found,
    how: text.trim() === found.name || inRegionPattern.test(normalised) ? 'exact' : 'spelling',
  };
}
