import { partOf } from '../cells/cell-parts.ts';
import { cellText } from '../cells/cell-text.ts';
import { parseNumber } from '../cells/parse-number.ts';
import type { DecimalChar } from '../cells/parse-number.ts';
import type { ColumnMatch } from '../facts.ts';
import type { Plan, PlanTable } from '../plan/plan.ts';
import type { SheetSample } from './sheet-sample.ts';

type Measure = 'quantity' | 'unitPrice' | 'amount';

const measures: readonly Measure[] = ['quantity', 'unitPrice', 'amount'];
const SHARE_MIN = 0.8;
const ROWS_MIN = 3;
/** Maximum number of number columns for which triples are tried. */
const COLUMNS_MAX = 12;
/** Maximum relative difference between paid and agreed price. */
const PRICE_SLACK = 0.05;

/** The number columns of a sample, and the number in each row; NaN when there is none. */
interface Numbers {
  readonly columns: readonly number[];
  readonly at: (row: number, column: number) => number;
  /** agreed price per unit of each row's item; NaN when unknown */
  readonly agreed: readonly number[];
}

/** Returns the decimal sign that most of the texts prove; null where none does. */
export function decimalOf(texts: readonly string[]): DecimalChar | null {
  const signs = texts.map((text) => parseNumber(text, null).evidence);
  const [comma, point] = [signs.filter((sign) => sign === ',').length, signs.filter((sign) => sign === '.').length];
  return comma === point ? null : comma > point ? ',' : '.';
}

function numbersOf(
  sample: SheetSample,
  columns: readonly number[],
  taken: readonly ColumnMatch[],
  plan: Plan,
): Numbers {
  const isNumber = (text: string): boolean => parseNumber(text, null).value !== null;
  const numeric = columns.filter((column) => {
    const texts = sample.texts(column);
    return texts.length > 0 && texts.filter(isNumber).length >= SHARE_MIN * texts.length;
  });
  const decimal = decimalOf(numeric.flatMap((column) => sample.texts(column)));
  const values = new Map(
    numeric.map((column) => [
      column,
      sample.rows.map(({ cells }) =>
        Number(parseNumber(cellText(cells[column]), cells[column]?.kind === 'number' ? '.' : decimal).value ?? NaN),
      ),
    ]),
  );
  const items = taken.find(({ field }) => field.role === 'itemNumber');
  const agreed = sample.rows.map((row) => {
    const text = items ? cellText(row.cells[items.column]) : '';
    const item = items ? plan.items.find(items.part === undefined ? text : partOf(text, items.part), null, '') : null;
    const price = item && plan.prices.on(item.item, { date: plan.period?.start ?? null, unit: null, quantity: NaN });
    return price?.known ? price.value : NaN;
  });
  return { columns: numeric, at: (row, column) => values.get(column)![row]!, agreed };
}

/** Returns the share of comparable rows that satisfy a condition; 0 when there are too few. */
function share(rows: number, compared: (row: number) => boolean, holds: (row: number) => boolean): number {
  let [all, right] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    if (!compared(row)) continue;
    all += 1;
    if (holds(row)) right += 1;
  }
  return all < ROWS_MIN ? 0 : right / all;
}

const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= PRICE_SLACK * Math.abs(other) + 0.005;

function multipliesToAmount(numbers: Numbers, [quantity, price, amount]: readonly [number, number, number]): boolean {
  const { at, agreed } = numbers;
  const isOne = (row: number): boolean => at(row, quantity) === 1 || at(row, price) === 1;
  return (
    share(
      agreed.length,
      (row) =>
        !Number.isNaN(at(row, quantity) * at(row, price) * at(row, amount)) && at(row, amount) !== 0 && !isOne(row),
      (row) => {
        const [product, written] = [at(row, quantity) * at(row, price), at(row, amount)];
        return Math.abs(product - written) <= 0.02 + Math.abs(written) * 0.002;
      },
    ) >= SHARE_MIN
  );
}

function isAgreedPrice({ at, agreed }: Numbers, price: number): boolean {
  return (
    share(
      agreed.length,
      (row) => !Number.isNaN(agreed[row]! * at(row, price)),
      (row) => isNear(at(row, price), agreed[row]!),
    ) >= SHARE_MIN
  );
}

/** Maximum relative difference of a row from the usual ratio of paid and agreed prices. */
const RATIO_SLACK = 0.01;

/**
 * Returns whether a column is the agreed price times one ratio: all prices include VAT, or a discount. The columns must
 * also multiply.
 */
function isProportionalPrice({ at, agreed }: Numbers, price: number): boolean {
  const ratios = agreed.flatMap((value, row) => {
    const ratio = at(row, price) / value;
    return Number.isNaN(ratio) || !(ratio > 0) ? [] : [ratio];
  });
  const usual = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? NaN;
  return (
    ratios.length >= ROWS_MIN &&
    ratios.filter((ratio) => Math.abs(ratio / usual - 1) <= RATIO_SLACK).length >= SHARE_MIN * ratios.length
  );
}

function isAgreedAmount({ at, agreed }: Numbers, quantity: number, amount: number): boolean {
  return (
    share(
      agreed.length,
      (row) => !Number.isNaN(agreed[row]! * at(row, quantity) * at(row, amount)) && at(row, quantity) !== 0,
      (row) => isNear(at(row, amount), at(row, quantity) * agreed[row]!),
    ) >= SHARE_MIN
  );
}

/**
 * Returns quantity, unit price and amount columns that confirm each other: two multiply to the third on nearly every
 * line, and the price is the agreed one or a heading names the columns. Only unmatched columns are returned.
 */
export function provenNumbers(
  sample: SheetSample,
  open: readonly number[],
  taken: readonly ColumnMatch[],
  table: PlanTable,
  plan: Plan,
): { role: Measure; column: number }[] {
  const columnOf = (role: Measure): number | null => taken.find(({ field }) => field.role === role)?.column ?? null;
  const missing = measures.filter((role) => table.role[role] !== undefined && columnOf(role) === null);
  if (missing.length === 0) return [];
  const named = measures.map(columnOf);
  const numbers = numbersOf(sample, [...open, ...named.flatMap((column) => column ?? [])], taken, plan);
  const free = numbers.columns.filter((column) => open.includes(column));
  if (
    free.length === 0 ||
    free.length > COLUMNS_MAX ||
    named.some((column) => column !== null && !numbers.columns.includes(column))
  )
    return [];
  const mayBe = (role: Measure): readonly number[] => {
    const column = columnOf(role);
    return column === null ? free : [column];
  };
  const chosen =
    // With two known columns, the third follows from the amount; otherwise the agreed price identifies the price. It
    // comes before a column that is proportional to it, such as the same price with VAT.
    [isAgreedPrice, isProportionalPrice]
      .map(
        (isPrice) =>
          (column: number): boolean =>
            missing.length === 1 || isPrice(numbers, column),
      )
      .map((isPrice) =>
        findFittingTriple(numbers, mayBe('quantity'), mayBe('unitPrice').filter(isPrice), mayBe('amount')),
      )
      .find((triple) => triple !== null) ?? findFittingPair(numbers, mayBe('quantity'), mayBe('amount'));
  return chosen === null
    ? []
    : missing.flatMap((role) => (chosen[role] === null ? [] : [{ role, column: chosen[role] }]));
}

type Chosen = Readonly<Record<Measure, number | null>>;

function findFittingTriple(
  numbers: Numbers,
  quantities: readonly number[],
  prices: readonly number[],
  amounts: readonly number[],
): Chosen | null {
  for (const amount of amounts) {
    for (const unitPrice of prices) {
      if (unitPrice === amount) continue;
      for (const quantity of quantities) {
        if (quantity !== amount && quantity !== unitPrice && multipliesToAmount(numbers, [quantity, unitPrice, amount]))
          return { quantity, unitPrice, amount };
      }
    }
  }
  return null;
}

function findFittingPair(numbers: Numbers, quantities: readonly number[], amounts: readonly number[]): Chosen | null {
  for (const amount of amounts)
    for (const quantity of quantities)
      if (quantity !== amount && isAgreedAmount(numbers, quantity, amount))
        return { quantity, unitPrice: null, amount };
  return null;
}
