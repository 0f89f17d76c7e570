import { cellText } from '../cells/cell-text.ts';
import { parseNumber } from '../cells/parse-number.ts';
import type { ColumnMatch } from '../facts.ts';
import type { Plan } from '../plan/plan.ts';
import { decimalOf } from './number-evidence.ts';
import type { SheetSample } from './sheet-sample.ts';

/** Words in the heading of a column without VAT: "Netto", "Beløp eks. mva", "Pris u/mva", "Grunnlag". */
const netHeading =
  /(?<!\p{L})(?:netto|net|eks|ekskl|exkl|excl|excluding|ex|uten|utan|uden|ohne|without|grunnlag|grundlag|underlag|basis)(?!\p{L})|(?<!\p{L})netto\p{L}+|\p{L}netto(?!\p{L})|u[./]\s?(?:mva|moms)/iu;
/** Minimum share of lines at one of the rates, the maximum number of rates, and their range: VAT is 6 to 25 % here. */
const SHARE_MIN = 0.8;
const RATES_MAX = 4;
const [RATIO_MIN, RATIO_MAX] = [1.05, 1.26];
const LINES_MIN = 3;
/** Maximum difference of a line from its rate, in the currency: both numbers are rounded, a price before it is. */
const ROUNDING = 0.011;

/** Returns whether a column is another with VAT added: at most a few rates give nearly all of its numbers. */
function addsVat(sample: SheetSample, gross: number, net: number): boolean {
  const decimal = decimalOf([gross, net].flatMap((column) => sample.texts(column)));
  const numberIn = (cells: SheetSample['rows'][number]['cells'], column: number): number =>
    Number(parseNumber(cellText(cells[column]), cells[column]?.kind === 'number' ? '.' : decimal).value ?? NaN);
  const pairs = sample.rows.flatMap(({ cells }) => {
    const [with_, without] = [numberIn(cells, gross), numberIn(cells, net)];
    return Number.isNaN(with_ * without) || without === 0 ? [] : [[with_, without] as const];
  });
  // The largest numbers give the rates: small ones are rounded too much.
  const rates: number[] = [];
  let fitting = 0;
  for (const [with_, without] of pairs.toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1]))) {
    const ratio = Math.round((with_ / without) * 1000) / 1000;
    const fits = (rate: number): boolean => Math.abs(without * rate - with_) <= ROUNDING + Math.abs(without) * 0.0006;
    if (rates.some(fits)) fitting += 1;
    else if (rates.length < RATES_MAX && ratio >= RATIO_MIN && ratio <= RATIO_MAX) {
      rates.push(ratio);
      fitting += 1;
    }
  }
  return pairs.length >= LINES_MIN && rates.length < pairs.length && fitting >= pairs.length * SHARE_MIN;
}

/**
 * Returns the matches with price and amount without VAT, where a column whose heading says net or without VAT stands
 * beside one with VAT that has the plain word: "Beløp" beside "Netto". Where the terms ask for amounts with VAT, and
 * where a person chose the column, nothing changes.
 */
export function withNetColumns(
  matches: readonly ColumnMatch[],
  headings: readonly string[],
  sample: SheetSample,
  plan: Plan,
): ColumnMatch[] {
  if (plan.terms.vat === 'included') return [...matches];
  const used = new Set(matches.map(({ column }) => column));
  return matches.map((match) => {
    const { role } = match.field;
    if ((role !== 'unitPrice' && role !== 'amount') || match.how === 'given' || netHeading.test(match.heading))
      return match;
    const net = headings.findIndex(
      (heading, column) => !used.has(column) && netHeading.test(heading) && addsVat(sample, match.column, column),
    );
    if (net < 0) return match;
    used.add(net);
    return { ...match, column: net, heading: headings[net]!, how: 'evidence' };
  });
}

/** Returns the columns that are a used price or amount with VAT added. */
export function grossColumns(
  matches: readonly ColumnMatch[],
  headings: readonly string[],
  sample: SheetSample,
): ReadonlySet<number> {
  const used = new Set(matches.map(({ column }) => column));
  const net = matches.filter(({ field: { role } }) => role === 'unitPrice' || role === 'amount');
  return new Set(
    headings.flatMap((heading, column) =>
      heading !== '' && !used.has(column) && net.some((match) => addsVat(sample, column, match.column)) ? [column] : [],
    ),
  );
}
