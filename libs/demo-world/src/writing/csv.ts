import { writtenNumber, type NumberHabit } from '../values/amounts.ts';
import { serialOf, type Day } from '../values/calendar.ts';
import type { Cell } from './cell.ts';
import { encodeText, type Encoding } from './encode-text.ts';

export interface CsvHabit {
  delimiter: ';' | ',' | '\t';
  encoding: Encoding;
  numbers: NumberHabit;
  dates: 'dd.mm.yyyy' | 'yyyy-mm-dd' | 'yyyymmdd' | 'serial';
}

export function writtenDate(day: Day, style: CsvHabit['dates']): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  if (style === 'serial') return String(serialOf(day));
  if (style === 'yyyymmdd') return `${year}${month}${date}`;
  return style === 'yyyy-mm-dd' ? day : `${date}.${month}.${year}`;
}

export function csvText(cell: Cell, habit: CsvHabit): string {
  if (cell === null || typeof cell === 'string') return cell ?? '';
  if ('number' in cell) return writtenNumber(cell.number, habit.numbers);
  return 'date' in cell ? writtenDate(cell.date, habit.dates) : `=${cell.formula}`;
}

/**
 * Writes rows as CSV with CRLF. A cell is quoted only if required. Row n of the list is line n of the file unless cells
 * contain line breaks.
 */
export function writeCsv(rows: readonly (readonly Cell[])[], habit: CsvHabit): Uint8Array {
  const quoted = (text: string) =>
    text.includes(habit.delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = rows.map((row) => row.map((cell) => quoted(csvText(cell, habit))).join(habit.delimiter));
  return encodeText(`${lines.join('\r\n')}\r\n`, habit.encoding);
}
