import type { Cell } from '../table.ts';
import { booleanCell, percentText, textCell } from '../workbook/cell-kinds.ts';
import { numberText } from '../xlsx/number-text.ts';
import { localName } from '../xlsx/read-xml.ts';
import type { XmlAttributes } from '../xlsx/plain-xml.ts';
import { isoCellDate } from '../xlsx/serial-date.ts';

const FORMULA_MAX = 8192;
const HOURS_PER_DAY = 24;
const errorText = /^(?:#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)|Err:\d{3})$/;

export type LocalAttributes = Readonly<Record<string, string | undefined>>;

/**
 * Returns attributes by their local names. LibreOffice's own keep their prefix: "office:value-type" and
 * "calcext:value-type" have the same local name but different meanings.
 */
export function localAttributes(attributes: XmlAttributes): LocalAttributes {
  const own: Record<string, string | undefined> = {};
  for (const key of Object.keys(attributes)) own[key.startsWith('calcext:') ? key : localName(key)] = attributes[key];
  return own;
}

/** Returns the cell of a table-cell element and its displayed text (OpenDocument 1.3 part 3, 19.385). */
export function cellOf(attributes: LocalAttributes, shown: string): Cell {
  const formula = formulaOf(attributes);
  const cell = valueOf(attributes, shown, formula !== undefined);
  return formula === undefined ? cell : { ...cell, formula };
}

function valueOf(attributes: LocalAttributes, shown: string, calculated: boolean): Cell {
  const type = attributes['value-type'];
  if (attributes['calcext:value-type'] === 'error' || (calculated && errorText.test(shown)))
    return { kind: 'error', text: shown };
  const value = attributes.value ?? '';
  if (type === 'float' || type === 'currency') return numberOf(value, shown);
  if (type === 'percentage') return withDisplayedText(numberOf(value, ''), percentText(value));
  if (type === 'date') return dateOf(attributes['date-value'] ?? '', shown);
  if (type === 'time') return timeOf(attributes['time-value'] ?? '', shown);
  if (type === 'boolean') return booleanCell(attributes['boolean-value'] === 'true');
  return textCell(attributes['string-value'] || shown);
}

/** Returns a number cell. Of the display formats only leading zeros matter: they make the number a code. */
function numberOf(value: string, shown: string): Cell {
  const text = numberText(value);
  if (text === null) return textCell(shown || value);
  return withDisplayedText({ kind: 'number', text }, /^0\d+$/.test(shown) ? shown : null);
}

function withDisplayedText(cell: Cell, shown: string | null): Cell {
  return cell.kind !== 'number' || shown === null || shown === cell.text ? cell : { ...cell, shown };
}

function dateOf(value: string, shown: string): Cell {
  const text = isoCellDate(value.replace(/(\.\d{1,9})\d*$/, '$1'));
  return text === null ? textCell(shown || value) : { kind: 'date', text };
}

/** Returns a time of day as text, "13:45:00"; a longer duration as a number of days, as Excel stores it. */
function timeOf(value: string, shown: string): Cell {
  const found = /^PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$/.exec(value);
  if (!found) return textCell(shown || value);
  const [hours, minutes, seconds] = found.slice(1).map(Number) as [number, number, number];
  if (hours < HOURS_PER_DAY)
    return { kind: 'text', text: [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':') };
  return { kind: 'number', text: numberText(String((hours * 3600 + minutes * 60 + seconds) / 86_400)) ?? '0' };
}

/** Returns the formula in Excel's notation: "of:=[.B2]*[.C2]" becomes "=B2*C2". */
function formulaOf({ formula }: LocalAttributes): string | undefined {
  if (formula === undefined) return undefined;
  const bare = formula.slice(0, FORMULA_MAX).replace(/^(?:[a-z]\w*:)?=?/i, '=');
  return bare.replace(/\[([^\][]*)\]/g, (_, reference: string) => reference.replace(/(^|:)\./g, '$1'));
}
