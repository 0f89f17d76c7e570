import { strToU8 } from 'fflate';
import { serialOf } from '../values/calendar.ts';
import type { Cell } from './cell.ts';
import { element, escapeXml } from './xml.ts';
import { packZip } from './zip.ts';

export interface Sheet {
  name: string;
  rows: readonly (readonly Cell[])[];
  /** 1-based number of the bold heading row. */
  headingRow?: number;
  /** 1-based numbers of rows hidden by a filter. */
  hiddenRows?: readonly number[];
  merged?: readonly string[];
}

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNames = 'http://schemas.openxmlformats.org/package/2006';
const officeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Cell formats by index: general, date, bold. */
const styles = `${prolog}<styleSheet xmlns="${spreadsheet}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf numFmtId="164" applyNumberFormat="1" xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/></cellXfs></styleSheet>`;

/** 'A' for 1, 'AA' for 27. */
export function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const last = String.fromCharCode(65 + rest);
  return column <= 26 ? last : `${columnName((column - 1 - rest) / 26)}${last}`;
}

/** Texts of the whole workbook, each stored once. */
class SharedStrings {
  private readonly indexes = new Map<string, number>();

  indexOf(text: string): number {
    const index = this.indexes.get(text) ?? this.indexes.size;
    this.indexes.set(text, index);
    return index;
  }

  xml(): string {
    const items = [...this.indexes.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
    return `${prolog}<sst xmlns="${spreadsheet}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

function cellXml(cell: Cell, at: string, bold: boolean, strings: SharedStrings): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return `<c r="${at}"${bold ? ' s="2"' : ''} t="s"><v>${strings.indexOf(cell)}</v></c>`;
  if ('number' in cell) return `<c r="${at}"><v>${cell.number}</v></c>`;
  if ('date' in cell) return `<c r="${at}" s="1"><v>${serialOf(cell.date)}</v></c>`;
  return `<c r="${at}" t="str"><f>${escapeXml(cell.formula)}</f><v>${escapeXml(cell.shown)}</v></c>`;
}

function sheetXml(sheet: Sheet, strings: SharedStrings): string {
  const hidden = new Set(sheet.hiddenRows ?? []);
  const rows = sheet.rows.map((row, index) => {
    const cells = row.map((cell, column) =>
      cellXml(cell, `${columnName(column + 1)}${index + 1}`, sheet.headingRow === index + 1, strings),
    );
    return `<row r="${index + 1}"${hidden.has(index + 1) ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
  });
  const merged = sheet.merged?.length
    ? `<mergeCells count="${sheet.merged.length}">${sheet.merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    : '';
  return `${prolog}<worksheet xmlns="${spreadsheet}"><sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`;
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`;
const relationList = (list: readonly string[]) =>
  `${prolog}<Relationships xmlns="${packageNames}/relationships">${list.join('')}</Relationships>`;

function contentTypes(sheets: readonly Sheet[]): string {
  const part = (name: string, type: string) =>
    `<Override PartNameDto="/xl/${name}.xml" ContentType="${officeType}.${type}+xml"/>`;
  const parts = [
    part('workbook', 'sheet.main'),
    part('styles', 'styles'),
    part('sharedStrings', 'sharedStrings'),
    ...sheets.map((_, index) => part(`worksheets/sheet${index + 1}`, 'worksheet')),
  ];
  const defaults = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`;
  return `${prolog}<Types xmlns="${packageNames}/content-types">${defaults}${parts.join('')}</Types>`;
}

/** Writes a workbook (Office Open XML, ECMA-376) with shared strings. The same sheets give the same bytes. */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const strings = new SharedStrings();
  const sheetParts = sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, strings)]);
  const list = sheets.map(
    (sheet, index) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const workbook = `${prolog}${element('workbook', [element('sheets', list)], { xmlns: spreadsheet, 'xmlns:r': relationships })}`;
  const inner = [
    ...sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
    relation('rIdStyles', 'styles', 'styles.xml'),
    relation('rIdStrings', 'sharedStrings', 'sharedStrings.xml'),
  ];
  const parts = [
    ['[Content_Types].xml', contentTypes(sheets)],
    ['_rels/.rels', relationList([relation('rId1', 'officeDocument', 'xl/workbook.xml')])],
    ['xl/workbook.xml', workbook],
    ['xl/_rels/workbook.xml.rels', relationList(inner)],
    ['xl/styles.xml', styles],
    ...sheetParts,
    ['xl/sharedStrings.xml', strings.xml()],
  ] as [string, string][];
  return packZip(Object.fromEntries(parts.map(([name, xml]) => [name, strToU8(xml)])));
}
