/**
 * Returns the lot that a sheet is named after, as in "1A", "Delkontrakt 1A" or "Lot 2 Frukt". Null when it names none
 * or several.
 */
export function lotOfSheet(sheet: string, lots: readonly string[]): string | null {
  const words = new Set([sheet.trim().toLowerCase(), ...sheet.toLowerCase().split(/[^\p{L}\p{N}]+/u)]);
  const named = lots.filter((lot) => words.has(lot.toLowerCase()));
  return named.length === 1 ? (named[0] ?? null) : null;
}
