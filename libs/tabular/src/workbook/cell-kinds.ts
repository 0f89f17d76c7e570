import type { Cell } from '../table.ts';
import { numberText } from '../xlsx/number-text.ts';
import type { NumberLook } from '../xlsx/read-styles.ts';
import { serialDate } from '../xlsx/serial-date.ts';

export const EMPTY: Cell = Object.freeze({ kind: 'empty', text: '' });
// From this value on, a double is written with an exponent, as XML workbooks do, and rounded to the digits Excel
// displays.
const EXACT_BELOW = 1e15;
const upperHalf = new DataView(new ArrayBuffer(8));

export function textCell(text: string): Cell {
  return text === '' ? { kind: 'empty', text } : { kind: 'text', text };
}

export function booleanCell(value: boolean): Cell {
  return { kind: 'boolean', text: value ? 'true' : 'false' };
}

const errorTexts: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

/** Returns the error cell of an error code in binary workbooks ([MS-XLS] 2.5.10). */
export function errorCell(code: number): Cell {
  return { kind: 'error', text: errorTexts[code] ?? `#ERR${code}` };
}

/**
 * Returns the cell of a number given as text, interpreted by its number format: a date, a code with leading zeros, a
 * percentage, or a number.
 */
export function numberCell(value: string, numberLook: NumberLook, date1904: boolean): Cell {
  const text = numberText(value);
  if (text === null) return textCell(value);
  if (numberLook.kind === 'date') {
    const date = serialDate(text, date1904);
    if (date === null) return { kind: 'number', text };
    return date.length === 8 ? { kind: 'text', text: date, serial: text } : { kind: 'date', text: date, serial: text };
  }
  const shown = displayedAs(text, numberLook);
  return shown === null || shown === text ? { kind: 'number', text } : { kind: 'number', text, shown };
}

/** Returns the cell of a number stored as a double. Infinities and NaN become errors. */
export function doubleCell(value: number, numberLook: NumberLook, date1904: boolean): Cell {
  if (!Number.isFinite(value)) return errorCell(0x24);
  return numberCell(Math.abs(value) < EXACT_BELOW ? String(value) : value.toExponential(), numberLook, date1904);
}

/**
 * Decodes a number packed into 30 bits: an integer or the upper half of a double, optionally times a hundred ([MS-XLS]
 * 2.5.217).
 */
export function packedNumber(bits: number): number {
  upperHalf.setInt32(4, bits & ~3, true);
  const value = bits & 2 ? bits >> 2 : upperHalf.getFloat64(0, true);
  return bits & 1 ? value / 100 : value;
}

function displayedAs(text: string, numberLook: NumberLook): string | null {
  if (numberLook.kind === 'zeros') return /^\d+$/.test(text) ? text.padStart(numberLook.digits, '0') : null;
  return numberLook.kind === 'percent' ? percentText(text) : null;
}

/** Returns a number as a percentage: "0.25" becomes "25 %". */
export function percentText(text: string): string | null {
  const timesHundred = numberText(`${text}e2`);
  return timesHundred === null ? null : `${timesHundred} %`;
}
