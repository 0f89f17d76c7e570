/**
 * Normalises a heading: removes case, spaces and punctuation. "Resk. nr" and "RESKNR" become equal; "Konto (T)" remains
 * different from "Konto".
 */
export function normaliseHeading(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\(t\)\s*$/, 'tekst')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
