const plain = /^[0-9.,\/:-]+$/;
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const allInvisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/**
 * Returns the visible text of a number or date: without invisible characters and without the apostrophe by which a
 * spreadsheet marks text ("'05.03.2026").
 */
export function visibleText(text: string): string {
  if (plain.test(text)) return text;
  const withoutInvisible = invisible.test(text) ? text.replace(allInvisible, '') : text;
  const trimmed = withoutInvisible.trim();
  return trimmed.startsWith("'") ? trimmed.slice(1).trim() : trimmed;
}
