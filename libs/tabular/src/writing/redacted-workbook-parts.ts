import type { Cell } from '../table.ts';
import { cellReference } from '../xlsx/cell-place.ts';
import { escapeText } from '../xlsx/unescape-text.ts';
import { escapeXml } from './workbook-parts.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OWN_FORMATS_FROM = 164;
const ZEROS_MIN = 2;
const ZEROS_MAX = 15;

// Excel's built-in numbers of General, the short date, date with time, time of day and "0.00%".
const builtIn = [0, 14, 22, 20, 10] as const;
const [PLAIN, DATE, DATE_AND_TIME, TIME, PERCENT] = [0, 1, 2, 3, 4] as const;
const zeros = Array.from({ length: ZEROS_MAX - ZEROS_MIN + 1 }, (_, at) => '0'.repeat(at + ZEROS_MIN));

/**
 * Returns the cell styles of a redacted workbook: only the formats that make a number a date, a share or a code with
 * leading zeros.
 */
export function redactedStylesXml(): string {
  const formats = zeros.map((code, at) => `<numFmt numFmtId="${OWN_FORMATS_FROM + at}" formatCode="${code}"/>`);
  const ids = [...builtIn, ...zeros.map((_, at) => OWN_FORMATS_FROM + at)];
  const cells = ids.map(
    (id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs></styleSheet>`
  );
}

function styleOf(cell: Cell): number {
  if (cell.serial !== undefined) return cell.kind === 'text' ? TIME : cell.text.includes('T') ? DATE_AND_TIME : DATE;
  if (cell.kind !== 'number' || cell.shown === undefined) return PLAIN;
  if (cell.shown.endsWith('%')) return PERCENT;
  return /^\d+$/.test(cell.shown) && cell.shown.length >= ZEROS_MIN && cell.shown.length <= ZEROS_MAX
    ? builtIn.length + cell.shown.length - ZEROS_MIN
    : PLAIN;
}

// A formula with cells of one row, numbers and operators only. Functions over other rows or sheets, and texts, may
// contain data to be redacted.
const ownRowOnly = /^=[\s\d.+\-*/()]*(?:\$?[A-Z]{1,3}\$?\d{1,7}[\s\d.+\-*/()]*)+$/;

function usesOwnRowOnly(formula: string, row: number): boolean {
  return ownRowOnly.test(formula) && [...formula.matchAll(/[A-Z]{1,3}\$?(\d+)/g)].every(([, at]) => Number(at) === row);
}

/**
 * Returns the formula element. That a cell is calculated remains visible to the checks; the formula itself remains only
 * when it is about its own row.
 */
function formulaXml(cell: Cell, row: number): string {
  if (cell.formula === undefined) return '';
  if (usesOwnRowOnly(cell.formula, row)) return `<f>${escapeXml(cell.formula.slice(1))}</f>`;
  return `<f>${cell.kind === 'number' ? cell.text : `"${escapeXml(cell.text.replaceAll('"', '""')).slice(0, 250)}"`}</f>`;
}

/** Writes a cell so that it is read back with the same value. Columns are 1-based. */
export function redactedCellXml(cell: Cell, row: number, column: number): string {
  const place = cellReference(row, column);
  const formula = formulaXml(cell, row);
  if (cell.serial !== undefined)
    return `<c r="${place}" s="${styleOf(cell)}">${formula}<v>${escapeXml(cell.serial)}</v></c>`;
  switch (cell.kind) {
    case 'empty':
      return formula === '' ? '' : `<c r="${place}">${formula}</c>`;
    case 'number':
      return `<c r="${place}" s="${styleOf(cell)}">${formula}<v>${escapeXml(cell.text)}</v></c>`;
    case 'date':
      return `<c r="${place}" t="d">${formula}<v>${escapeXml(cell.text)}</v></c>`;
    case 'boolean':
      return `<c r="${place}" t="b">${formula}<v>${cell.text === 'true' ? 1 : 0}</v></c>`;
    case 'error':
      return `<c r="${place}" t="e">${formula}<v>${escapeXml(cell.text)}</v></c>`;
    case 'text': {
      const text = escapeXml(escapeText(cell.text));
      return formula === ''
        ? `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
        : `<c r="${place}" t="str">${formula}<v>${text}</v></c>`;
    }
  }
}

export function redactedWorkbookXml(sheets: readonly { name: string; hidden: boolean }[], date1904: boolean): string {
  const list = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${relations}">${date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${list.join('')}</sheets></workbook>`;
}
