import { isDecimal } from '@tallgrunn/values';
import { valueText, type WriteColumn, type WriteValue } from './table-to-write.ts';

export interface WriteCsvTable {
  columns: readonly WriteColumn[];
  rows: AsyncIterable<readonly WriteValue[]> | Iterable<readonly WriteValue[]>;
}

export interface WriteCsvOptions {
  delimiter?: string;
  /** decimal sign; Norwegian Excel expects the comma */
  decimal?: ',' | '.';
}

const encoder = new TextEncoder();
const PIECE_CHARACTERS = 64 * 1024;
// Characters that a spreadsheet takes as the start of a formula (OWASP, "CSV Injection"), including full-width
// variants.
const formulaStart = /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * Prefixes a field with an apostrophe when a spreadsheet would run it as a formula. Numbers are not passed through this
 * function.
 */
export function safeField(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

function fieldOf(
  value: WriteValue,
  column: WriteColumn | undefined,
  { delimiter, decimal }: Required<WriteCsvOptions>,
): string {
  const text = value === null ? '' : valueText(value);
  const kind = column?.kind ?? 'text';
  const isNumber = (kind === 'number' || kind === 'amount') && isDecimal(text);
  const field = isNumber ? text.replace('.', decimal) : safeField(text);
  return field.includes(delimiter) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** Streams a CSV file: UTF-8 with a byte order mark so that Excel reads æøå, semicolons, CRLF. */
export async function* writeCsv(
  { columns, rows }: WriteCsvTable,
  { delimiter = ';', decimal = ',' }: WriteCsvOptions = {},
): AsyncGenerator<Uint8Array> {
  const options = { delimiter, decimal };
  const line = (values: readonly WriteValue[], of: readonly WriteColumn[]) =>
    `${values.map((value, index) => fieldOf(value, of[index], options)).join(delimiter)}\r\n`;
  let text = `\ufeff${line(
    columns.map(({ header }) => header),
    [],
  )}`;
  for await (const row of rows) {
    text += line(row, columns);
    if (text.length < PIECE_CHARACTERS) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}
