import { normaliseName } from '@tallgrunn/values';

export interface ParsedPopulation {
  readonly figures: readonly { readonly buyerId: string; readonly inhabitants: number }[];
  readonly odd: readonly { readonly row: number; readonly what: 'row' | 'buyer' | 'twice'; readonly found: string }[];
}

/**
 * Parses rows of "municipality; inhabitants", separated by semicolons or tabs; spaces in a number are thousands
 * separators. `buyers`: names by id; the word "kommune" is optional. Returns the figures, and the rows that cannot be
 * parsed.
 */
export function parsePopulation(text: string, buyers: ReadonlyMap<string, string>): ParsedPopulation {
  const nameOf = (name: string): string => normaliseName(name.replace(/\s+kommune\s*$/i, ''));
  const idBy = new Map([...buyers].map(([id, name]) => [nameOf(name), id]));
  const figures: { buyerId: string; inhabitants: number }[] = [];
  const odd: { row: number; what: 'row' | 'buyer' | 'twice'; found: string }[] = [];
  text.split('\n').forEach((line, at) => {
    if (line.trim() === '') return;
    const [name = '', count = '', ...more] = line.split(/[;\t]/);
    const digits = count.replaceAll(/[\s\u00a0\u202f]/g, '');
    const row = at + 1;
    const buyerId = idBy.get(nameOf(name));
    if (!/^[1-9]\d{0,7}$/.test(digits) || more.length > 0) odd.push({ row, what: 'row', found: line.trim() });
    else if (buyerId === undefined) odd.push({ row, what: 'buyer', found: name.trim() });
    else if (figures.some((each) => each.buyerId === buyerId)) odd.push({ row, what: 'twice', found: name.trim() });
    else figures.push({ buyerId, inhabitants: Number(digits) });
  });
  return { figures, odd };
}
