import { normalise, round } from '@tallgrunn/values';
import type { Cell } from '@tallgrunn/tabular';
import type { Note, Reading } from '../cells/notes.ts';
import { parseDate } from '../cells/parse-date.ts';
import { parseNumber } from '../cells/parse-number.ts';
import { writtenOut } from '../cells/six-digit-dates.ts';
import { repairEncoding } from '../cells/repair-text.ts';
import type { PlanField } from '../plan/plan.ts';
import type { ColumnFormat } from '../structure/resolve-formats.ts';
import { memoiseText } from '@tallgrunn/tabular';

export type ReadCell = (cell: Cell) => Reading;

const decimalsMax = 10;
const codeDecimal = /^(\d+)[.,]0+$/;
const codeScientific = /^\d(?:[.,]\d+e\+?|e\+)\d{1,2}$/i;
const dateLike =
  /^\d{1,2}\.\s?(?:\d{1,2}\.\s?\d{2,4}|(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)\p{L}*\.?(?:\s?\d{2,4})?)$|^(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)\.?[- ]\d{2,4}$/iu;

function reading(
  raw: string,
  value: string,
  column: number,
  notes: readonly Note[] | null,
  number = NaN,
  other: string | null = null,
): Reading {
  return { raw, value, number, notes, other, column, json: null };
}

/** Returns the text of a formula cell. Binary workbooks state that there is a formula but not its text. */
function rawTextOf(cell: Cell): string {
  return cell.formula === undefined ? cell.text : `=${cell.formula.replace(/^=/, '') || '…'}`;
}

/** Error values of spreadsheets in five languages, as they are also exported. */
const errorText =
  /^#(?:n\/a|i\/t|nv|ref!|reference!|bezug!|verdi!|værdi!|värdefel!|värde!|value!|wert!|div\/0!|division\/0!|navn\?|namn\?|name\?|num!|tall!|zahl!|null!|ogiltig!|referens!|ref\.?fel!|spill!)$/i;

function isErrorText(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first === 35 || first === 32) && errorText.test(text.trim());
}

/**
 * Returns the note for a formula or error value, which is not read as a value. A formula's last result is offered as a
 * fix.
 */
function formulaNote(cell: Cell): Note | null {
  if (cell.kind === 'error' || (cell.kind === 'text' && isErrorText(cell.text))) return 'error-value';
  return cell.formula === undefined ? null : 'formula';
}

/**
 * A date in digits only with a full year: what a spreadsheet converts the item number 12-5 to, as other programs export
 * it.
 */
const dayInNumbers =
  /^(?:(?:19|20)\d{2}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?:[ T]00:00(?::00)?)?|(?:0?[1-9]|[12]\d|3[01])([-/])(?:0?[1-9]|1[0-2])\2(?:19|20)\d{2})$/;

const dangerous = /^[=@]|^[+-]\s*(?:\p{L}[\p{L}\p{N}.]*\s*[(|!]|\d+[+*/-]\d+[+*/-]?\p{L}+\s*[(|!]|cmd)/iu;

/** Returns whether a spreadsheet program would run this text on opening the file (OWASP, CSV injection). */
function isInjection(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first !== 61 && first !== 64 && first !== 43 && first !== 45 && first !== 9) return false;
  return first === 64 ? /^@\p{L}+\(/u.test(text) : dangerous.test(text.trim());
}

function readText(cell: Cell, column: number): Reading {
  const notes: Note[] = [];
  const formula = formulaNote(cell);
  if (formula) notes.push(formula);
  const raw = rawTextOf(cell);
  let value = cell.text.trim();
  if (formula === 'formula' && /^=?(?:hyperlink|webservice|dde|cmd|call|exec|importxml)\b/i.test(raw.slice(1)))
    notes.splice(0, 1, 'injection');
  else if (formula === null && isInjection(cell.text)) notes.push('injection');
  if (value.includes('\n') || value.includes('\r')) {
    value = value.replace(/\s*[\r\n]+\s*/g, ' ');
    notes.push('line-break');
  }
  const repaired = repairEncoding(value);
  if (repaired !== null) {
    value = repaired;
    notes.push('mojibake');
  }
  return reading(raw, value, column, notes.length > 0 ? notes : null);
}

function readCode(cell: Cell, column: number): Reading {
  const text = readText(cell, column);
  if (cell.kind === 'date') return { ...text, raw: cell.shown ?? cell.text, notes: ['item-date'] };
  // The number 412 in a cell formatted as 00000 is the code 00412, as displayed.
  if (cell.kind === 'number' && cell.shown !== undefined && /^0\d+$/.test(cell.shown))
    return { ...text, raw: cell.shown, value: cell.shown };
  const decimal = codeDecimal.exec(text.value);
  if (decimal) return { ...text, value: decimal[1]!, notes: [...(text.notes ?? []), 'item-decimal'] };
  if (codeScientific.test(text.value) && cell.kind !== 'number')
    return { ...text, notes: [...(text.notes ?? []), 'scientific'] };
  return dateLike.test(text.value) || dayInNumbers.test(text.value)
    ? { ...text, notes: [...(text.notes ?? []), 'item-date'] }
    : text;
}

function roundStored(text: string): string {
  const point = text.indexOf('.');
  // Spreadsheets store 0.1 + 0.2 as 0.30000000000000004.
  return point >= 0 && text.length - point - 1 > decimalsMax ? normalise(round(text, decimalsMax)) : text;
}

function readNumberText(text: string, column: number, format: ColumnFormat, integer: boolean): Reading {
  const parse = parseNumber(text, integer ? ',' : format.decimal);
  const repaired = parse.value === null ? repairEncoding(text) : null;
  // Broken encoding between thousands: the no-break space of "4\u00a0250" becomes two characters.
  if (repaired !== null) {
    const read = readNumberText(repaired, column, format, integer);
    return Number.isNaN(read.number)
      ? { ...read, raw: text }
      : { ...read, raw: text, notes: [...(read.notes ?? []), 'mojibake'] };
  }
  const extra: Note[] = [];
  if (parse.ambiguous && !integer) {
    if (format.decimal === null) extra.push('ambiguous');
    else if (format.by === 'arithmetic') extra.push('by-arithmetic');
  } else if (
    parse.evidence !== null &&
    format.decimal !== null &&
    parse.evidence !== format.decimal &&
    !parse.notes?.includes('foreign-currency')
  )
    extra.push('mixed-decimals');
  const notes = extra.length > 0 ? [...(parse.notes ?? []), ...extra] : parse.notes;
  const whole = integer && parse.value?.includes('.') && !/\.0*$/.test(parse.value);
  const value = whole ? '' : (parse.value ?? '');
  return reading(
    text,
    value,
    column,
    whole ? ['not-a-number'] : notes,
    value === '' ? NaN : Number(value),
    parse.other,
  );
}

function readNumber(cell: Cell, column: number, format: ColumnFormat, integer: boolean): Reading {
  const formula = formulaNote(cell);
  if (formula)
    return reading(
      formula === 'formula' ? rawTextOf(cell) : cell.text,
      '',
      column,
      [formula],
      NaN,
      formula === 'formula' && cell.kind === 'number' ? cell.text : null,
    );
  if (cell.kind === 'number' && /^-?\d/.test(cell.text)) {
    const text = roundStored(/e/i.test(cell.text) ? (parseNumber(cell.text, '.').value ?? cell.text) : cell.text);
    return reading(cell.text, text, column, null, Number(text));
  }
  if (cell.kind === 'date' || cell.kind === 'boolean')
    return reading(cell.shown ?? cell.text, '', column, ['not-a-number']);
  if (cell.text.startsWith('=')) return reading(cell.text, '', column, ['formula']);
  return readNumberText(cell.text, column, format, integer);
}

/**
 * Numbers from ten trillion on are typing or column errors, and no total could store them. The longest article numbers
 * are below it.
 */
const NUMBER_MAX = 1e13;

function withinLimit(read: Reading): Reading {
  return Math.abs(read.number) >= NUMBER_MAX ? reading(read.raw, '', read.column, ['not-a-number']) : read;
}

function readDate(cell: Cell, column: number, format: ColumnFormat, workbook: boolean): Reading {
  const formula = formulaNote(cell);
  if (formula) return reading(rawTextOf(cell), '', column, [formula], NaN, cell.kind === 'date' ? cell.text : null);
  if (cell.kind === 'date') return reading(cell.text, cell.text.slice(0, 10), column, null);
  const text = format.digits === undefined ? cell.text : writtenOut(cell.text, format.digits);
  const parse = parseDate(text, format.dateOrder);
  const note =
    parse.note ??
    (text !== cell.text || (workbook && cell.kind === 'text' && parse.value !== null) ? 'date-text' : null);
  return reading(cell.text, parse.value ?? '', column, note === null ? null : [note], NaN, parse.other);
}

const codeRoles = new Set(['itemNumber', 'gtin', 'buyerOrgNumber', 'invoiceNumber', 'orderNumber', 'buyer']);

function readerOf({ field, role }: PlanField, column: number, format: ColumnFormat, workbook: boolean): ReadCell {
  const { type } = field;
  if (type === 'number' || type === 'integer')
    return (cell) => withinLimit(readNumber(cell, column, format, type === 'integer'));
  if (type === 'date' || type === 'yearmonth') return (cell) => readDate(cell, column, format, workbook);
  return role && codeRoles.has(role) ? (cell) => readCode(cell, column) : (cell) => readText(cell, column);
}

/** Returns the reader of one field's column. */
export function cellReader(field: PlanField, column: number, format: ColumnFormat, workbook: boolean): ReadCell {
  const read = readerOf(field, column, format, workbook);
  const readPlain = memoiseText((text) => read({ kind: 'text', text }));
  return (cell) =>
    cell.kind === 'text' && cell.formula === undefined && cell.shown === undefined ? readPlain(cell.text) : read(cell);
}
