import { isDecimal, multiply, normalise } from '@tallgrunn/values';

/** A figure as sent to the server: kg CO2e as decimal text. */
export interface ParsedFigure {
  readonly year: number;
  readonly buyerId: string | null;
  readonly category: string | null;
  readonly kg: string;
}

export interface InvalidRow {
  readonly row: number;
  readonly what: 'row' | 'buyer' | 'category';
  readonly found: string;
}

const normaliseName = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/**
 * Parses rows of "year; municipality; category; tonnes", separated by semicolons or tabs. Names are matched without
 * regard to case; an empty municipality or category means all. Returns the figures, and the rows that cannot be parsed.
 */
export function parseExternalFigures(
  text: string,
  buyers: ReadonlyMap<string, string>,
  categories: ReadonlyMap<string, string>,
): { readonly figures: readonly ParsedFigure[]; readonly odd: readonly InvalidRow[] } {
  const idBy = (names: ReadonlyMap<string, string>) =>
    new Map([...names].map(([id, name]) => [normaliseName(name), id]));
  const [buyerBy, categoryBy] = [idBy(buyers), idBy(categories)];
  const figures: ParsedFigure[] = [];
  const odd: InvalidRow[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const [year = '', buyer = '', category = '', tonnes = '', ...more] = line.split(/[;\t]/);
    const amount = tonnes.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.');
    const row = index + 1;
    if (!/^\d{4}$/.test(year.trim()) || !isDecimal(amount) || amount.startsWith('-') || more.length > 0)
      return odd.push({ row, what: 'row', found: line.trim() });
    const [buyerId, code] = [
      buyerBy.get(normaliseName(buyer)) ?? null,
      categoryBy.get(normaliseName(category)) ?? null,
    ];
    if (normaliseName(buyer) !== '' && buyerId === null) return odd.push({ row, what: 'buyer', found: buyer.trim() });
    if (normaliseName(category) !== '' && code === null)
      return odd.push({ row, what: 'category', found: category.trim() });
    figures.push({ year: Number(year), buyerId, category: code, kg: normalise(multiply(amount, '1000')) });
    return undefined;
  });
  return { figures, odd };
}
