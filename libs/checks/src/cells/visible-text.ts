const plain = /^[0-9.,\/:-]+$/;
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const everyUnseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/**
 * Returns the visible text of a number or date: without invisible characters and without the apostrophe by which a
 * spreadsheet marks text ("'05.03.2026").
 */
export function visibleText(text: string): string {
  if (plain.test(text)) return text;
  const seen = unseen.test(text) ? text.replace(everyUnseen, '') : text;
  const trimmed = seen.trim();
  return trimmed.startsWith("'") ? trimmed.slice(1).trim() : trimmed;
}
