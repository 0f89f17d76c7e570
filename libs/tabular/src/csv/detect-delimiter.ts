import { CsvScanner } from './scan-csv.ts';

const candidates = [';', '\t', ',', '|', '^', '~', '#', '¦', '§', ':', '\u001f'] as const;
const RECORDS_SAMPLED = 200;
const BETWEEN_DIGITS_WEIGHT = 0.3;

/**
 * Returns the delimiter that a first line such as "sep=;" declares to Excel, with the length of that line; null when
 * there is none. The line is not a row.
 */
export function declaredDelimiter(text: string): { delimiter: string; length: number } | null {
  const match = /^sep=([^\r\n])(?:\r\n|\r|\n|$)/i.exec(text);
  return match ? { delimiter: match[1]!, length: match[0].length } : null;
}

function mode(counts: number[]): number {
  const countsByValue = new Map<number, number>();
  for (const count of counts) countsByValue.set(count, (countsByValue.get(count) ?? 0) + 1);
  return [...countsByValue].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
}

/**
 * Rates a delimiter: the share of records with the most common number of columns, with a small bonus for more columns.
 */
function score(sample: string, whole: boolean, delimiter: string): number {
  const scanner = new CsvScanner({ delimiter, cellMax: sample.length });
  const records = scanner.push(sample, whole);
  const list = records.length > 0 ? records : scanner.push('', true);
  const counts = list.slice(0, RECORDS_SAMPLED).map(({ fields }) => fields.length);
  const multiColumnCounts = counts.filter((count) => count > 1);
  if (multiColumnCounts.length === 0) return 0;
  const usual = mode(multiColumnCounts);
  const share = multiColumnCounts.filter((count) => count === usual).length / counts.length;
  return (
    share *
    share *
    Math.log2(usual) *
    (delimiter === ',' || delimiter === ':' ? betweenDigitsWeight(sample, delimiter) : 1)
  );
}

/** Lowers the weight of commas that are mostly decimal signs and of colons that are mostly times of day. */
function betweenDigitsWeight(sample: string, sign: ',' | ':'): number {
  const all = sample.split(sign).length - 1;
  const between = sample.match(sign === ',' ? /\d,(?=\d)/g : /\d:(?=\d)/g)?.length ?? 0;
  return between > all / 2 ? BETWEEN_DIGITS_WEIGHT : 1;
}

/** Minimum score of a delimiter that separates four columns on nearly all lines. */
const CERTAIN_SCORE = 1.5;

/**
 * Detects the delimiter of a CSV text from its beginning. A text with one column gets the semicolon. `certain`: it
 * separates so many columns on so many lines that it can be nothing else.
 */
export function detectDelimiter(sample: string, whole: boolean): { delimiter: string; certain: boolean } {
  const scores = candidates.map((delimiter) => ({ delimiter, score: score(sample, whole, delimiter) }));
  const best = scores.reduce((most, each) => (each.score > most.score ? each : most));
  return { delimiter: best.delimiter, certain: best.score >= CERTAIN_SCORE };
}
