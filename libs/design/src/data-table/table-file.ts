import { formatDate, type Language } from '@tallgrunn/values';
import type { WriteColumn, WriteValue } from '@tallgrunn/tabular';
import type { Column } from './column.ts';

export interface TableContent {
  readonly columns: readonly WriteColumn[];
  readonly rows: readonly (readonly WriteValue[])[];
}

const DECIMALS_MAX = 6;
const WIDTH_MIN = 10;
const WIDTH_MAX = 60;

/**
 * Returns the table for a file, with the displayed texts. A column becomes numbers or dates only if every text shows
 * the number or day by which it is sorted. A common unit moves to the header. Columns of controls are left out.
 */
export function tableContent<T>(rows: readonly T[], columns: readonly Column<T>[], language: Language): TableContent {
  const written = columns.flatMap(({ text, ...column }) =>
    text ? [buildColumn(rows, { ...column, text }, language)] : [],
  );
  return {
    columns: written.map(({ head }) => head),
    rows: rows.map((_, at) => written.map(({ values }) => values[at] ?? null)),
  };
}

function buildColumn<T>(
  rows: readonly T[],
  column: Column<T> & Required<Pick<Column<T>, 'text'>>,
  language: Language,
): { readonly head: WriteColumn; readonly values: readonly WriteValue[] } {
  const texts = rows.map((row) => column.text(row).trim());
  const orders = rows.map((row) => column.order?.(row));
  const width = Math.min(
    WIDTH_MAX,
    Math.max(WIDTH_MIN, column.head.length, ...texts.slice(0, 200).map((text) => text.length)),
  );
  const days = parseDays(texts, orders, language);
  if (days) return { head: { header: column.head, kind: 'date', width: WIDTH_MIN + 4 }, values: days };
  const numbers = parseNumbers(texts, orders);
  if (!numbers) return { head: { header: column.head, width }, values: texts.map((text) => text || null) };
  const { unit, values } = numbers;
  const header =
    unit === '' || column.head.toLowerCase().includes(unit.toLowerCase()) ? column.head : `${column.head} (${unit})`;
  return { head: { header, kind: 'number', width }, values };
}

type Orders = readonly (string | number | undefined)[];

function parseDays(texts: readonly string[], orders: Orders, language: Language): (string | null)[] | null {
  const days = texts.map((text, at) => {
    const order = orders[at];
    if (text === '') return null;
    return typeof order === 'string' && /^\d{4}-\d\d-\d\d$/.test(order) && formatDate(order, language) === text
      ? order
      : undefined;
  });
  return days.some((day) => day) && days.every((day) => day !== undefined) ? days : null;
}

function parseNumbers(texts: readonly string[], orders: Orders): { unit: string; values: (string | null)[] } | null {
  const read = texts.map((text, at) => (text === '' ? null : parseNumber(text, orders[at])));
  if (read.includes(undefined) || !read.some((each) => each)) return null;
  const units = new Set(read.flatMap((each) => (each ? [each.unit] : [])));
  const [unit = ''] = units;
  return units.size === 1 ? { unit, values: read.map((each) => each?.value ?? null) } : null;
}

/**
 * Returns the number in a text if it is the one by which the row is sorted. Undefined otherwise, for example for "25 %"
 * of 0.25.
 */
function parseNumber(text: string, order: string | number | undefined): { value: string; unit: string } | undefined {
  if (typeof order !== 'number' || !Number.isFinite(order)) return undefined;
  const [shown = ''] = /\d(?:[\d\s\u00a0\u202f.,]*\d)?/.exec(text) ?? [];
  const digits = shown.replace(/\D/g, '');
  const around = text.replace(shown, '');
  const isNegative = /[-−–]/.test(around);
  for (let decimals = 0; shown !== '' && decimals <= DECIMALS_MAX; decimals += 1) {
    const value = order.toFixed(decimals);
    const fits = decimals === 0 || new RegExp(`[.,]\\d{${decimals}}$`).test(shown);
    if (!fits || value.replace(/\D/g, '') !== digits || value.startsWith('-') !== isNegative) continue;
    return {
      value,
      unit: text
        .replace(shown, '')
        .replace(/^[-−–]\s?/, '')
        .trim(),
    };
  }
  return undefined;
}
