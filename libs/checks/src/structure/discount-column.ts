import type { Cell } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';
import { parseNumber } from '../cells/parse-number.ts';
import type { DecimalChar } from '../cells/parse-number.ts';
import type { ColumnMatch } from '../facts.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import type { FieldRole } from '../terms.ts';
import type { SheetSample } from './sheet-sample.ts';
import type { ColumnFormat } from './resolve-formats.ts';

const ofDiscount =
  /^(?:linje|rad|vare|kunde|line|pos)?(?:rab|rabatt?|rabatts?(?:ats|sats|pct|proc|prosent|procent)|disc|discount|nachlass|avslag)(?:%|pct|proc|prosent|procent|percent)?$/;
const ROWS_MIN = 3;
const SHARE_MIN = 0.8;

/**
 * Returns the column of a percentage discount that is deducted from the unit price on nearly every line that has one;
 * -1 when there is none. The price of such lines is not the price paid.
 */
export function discountColumn(
  sample: SheetSample,
  headings: readonly string[],
  matches: readonly ColumnMatch[],
  formats: ReadonlyMap<number, ColumnFormat>,
): number {
  const columns = (['quantity', 'unitPrice', 'amount'] as const).map((role: FieldRole) =>
    matches.find(({ field }) => field.role === role),
  );
  if (columns.includes(undefined)) return -1;
  const used = new Set(matches.map(({ column }) => column));
  const numbers = columns.map(
    (match) =>
      (row: number): number =>
        numberIn(sample.rows[row]!.cells[match!.column], formats.get(match!.field.index)?.decimal ?? null),
  );
  const [quantity, price, amount] = numbers as [
    (row: number) => number,
    (row: number) => number,
    (row: number) => number,
  ];
  return headings.findIndex((heading, column) => {
    if (used.has(column) || !ofDiscount.test(normaliseHeading(heading))) return false;
    let [all, fits] = [0, 0];
    for (let row = 0; row < sample.rows.length; row += 1) {
      const percent = discountIn(cellText(sample.rows[row]!.cells[column]));
      const full = quantity(row) * price(row);
      if (!(percent > 0) || Number.isNaN(full * amount(row)) || full === 0) continue;
      all += 1;
      if (Math.abs(full * (1 - percent / 100) - amount(row)) <= 0.02 + Math.abs(quantity(row)) * 0.006) fits += 1;
    }
    return all >= ROWS_MIN && fits >= all * SHARE_MIN;
  });
}

/** Reads a number; a number cell of a workbook uses a point. */
function numberIn(cell: Cell | undefined, decimal: DecimalChar | null): number {
  return Number(parseNumber(cellText(cell), cell?.kind === 'number' ? '.' : decimal).value ?? NaN);
}

/** Reads a percentage: "12,5", "12,5 %"; 0 when it cannot be a discount. */
export function discountIn(text: string): number {
  const percent = Number(parseNumber(text.replace('%', ''), ',').value ?? 0);
  return percent > 0 && percent < 100 ? percent : 0;
}
