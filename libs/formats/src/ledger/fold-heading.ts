/** A heading without case, spaces and punctuation: "Resk. nr" and "RESKNR" are one, "Konto (T)" stays apart from "Konto". */
export function foldHeading(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\(t\)\s*$/, 'tekst')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
