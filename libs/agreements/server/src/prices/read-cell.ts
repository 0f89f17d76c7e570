import { compare, divide, isDate, isDecimal, normalise } from '@tallgrunn/values';
import type { Cell } from '@tallgrunn/tabular';

/** Parses a number as written in price lists: "1 234,50", "98.00", "kr 12,-". Null when it is none or ambiguous. */
export function readDecimal(cell: Cell): string | null {
  if (cell.kind === 'number') return isDecimal(cell.text) ? normalise(cell.text) : null;
  const bare = cell.text
    .replace(/^kr\.?/i, '')
    .replace(/kr\.?$/i, '')
    .replace(/,-$/, '')
    .replace(/[\s\u00a0\u202f]/g, '');
  if (/^-?\d{1,3}\.\d{3}$/.test(bare)) return null;
  const plain = bare.includes(',') ? bare.replaceAll('.', '').replace(',', '.') : bare;
  return isDecimal(plain) ? normalise(plain) : null;
}

/** Parses a date: a spreadsheet date, "2026-01-31" or "31.1.2026". Null when there is no such day. */
export function readDate(cell: Cell): string | null {
  const text = cell.text.trim().slice(0, 10);
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}` : text;
  return isDate(iso) ? iso : null;
}

/**
 * Reads an item number or GTIN as text, with leading zeros as shown, and without the ".0" of a number cell. Null when
 * digits are lost, as in "7,03E+12".
 */
export function readNumberText(cell: Cell): string | null {
  const shown =
    cell.kind === 'number' && cell.shown !== undefined && /^0+\d+$/.test(cell.shown) ? cell.shown : cell.text.trim();
  if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(shown)) return null;
  return shown.replace(/^(\d+)[.,]0+$/, '$1');
}

/** Parses a share as 0 to 1: "50 %", "0,5", "ja". Null when it is none. */
export function readShare(cell: Cell): string | null {
  const text = cell.text.trim().toLowerCase();
  if (/^(ja|yes|x)$/.test(text)) return '1';
  if (/^(nei|no)$/.test(text)) return '0';
  const value = readDecimal({ ...cell, text: text.replace(/\s*%$/, '') });
  if (value === null) return null;
  const share = text.endsWith('%') || compare(value, '1') > 0 ? normalise(divide(value, '100', 6)) : value;
  return compare(share, '0') >= 0 && compare(share, '1') <= 0 ? share : null;
}
