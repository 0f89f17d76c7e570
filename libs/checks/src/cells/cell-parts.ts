/** The part of a cell that one field takes, when a column has the values of two: "00412 - Stol" or "12 stk". */
export type CellPart = 'code' | 'name' | 'number' | 'unit';

const codeFirst = /^(\S*\d\S*?)(?:\s*[-–:,;|]\s+|\s+)(.*\p{L}.*)$/su;
const codeLast = /^(.*\p{L}.*?)\s*[([{]\s*(?:nr\.?|art\.?|vnr\.?|#)?\s*(\S*\d\S*?)\s*[)\]}]$/su;
const codeBehind = /^(.*\p{L}.*?)\s*[-–|,;]\s+(\S*\d\S*)$/su;
const numberFirst =
  /^(?:kr(?:\.|(?!\p{L}))\s*)?([-+−(]?\d[\d\s\u00a0\u202f.,']*[-−)]?)\s*(?:kr(?:\.|(?!\p{L}))\s*)?(?:\/\s*|per\s+|pr\.?\s+)?(\p{L}[\p{L}\d².]{0,11})$/su;

/** Splits "00412 - Stol", "00412 Stol", "Stol (00412)" or "Stol - 00412"; null when a text is neither. */
export function splitCode(text: string, isCode: (code: string) => boolean): { code: string; name: string } | null {
  const first = codeFirst.exec(text);
  if (first && isCode(first[1]!)) return { code: first[1]!, name: first[2]!.trim() };
  for (const pattern of [codeLast, codeBehind]) {
    const last = pattern.exec(text);
    if (last && isCode(last[2]!)) return { code: last[2]!, name: last[1]!.trim() };
  }
  return null;
}

/** Splits "12 stk" or "2,5 kg"; null when a text is not a number and a unit. */
export function splitQuantity(text: string): { number: string; unit: string } | null {
  const found = numberFirst.exec(text.trim());
  return found ? { number: found[1]!.trim(), unit: found[2]! } : null;
}

const isCodeAlone = (text: string): boolean => /\d/.test(text) && !/\s/.test(text);
const isNumberAlone = (text: string): boolean => /^[-+−(]?\d/.test(text);

/**
 * Returns one part of a cell's text. A text that cannot be split is a name without a code, or a number without a unit,
 * so that what is wrong with it is still found. `was`: what the cell said before a correction of one part.
 */
export function partOf(text: string, part: CellPart, was?: string): string {
  const trimmed = text.trim();
  const ofItem = part === 'code' || part === 'name';
  const split = ofItem ? splitCode(trimmed, () => true) : splitQuantity(trimmed);
  if (split) return (split as unknown as Record<CellPart, string>)[part];
  const isFirst = ofItem ? isCodeAlone(trimmed) : isNumberAlone(trimmed) || was === undefined;
  if (isFirst === (part === 'code' || part === 'number')) return trimmed;
  return was === undefined ? '' : partOf(was, part);
}
