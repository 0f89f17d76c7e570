import type { Cell, Row, SheetInfo, TableFile } from '../table.ts';
import { writeZip } from '../zip/write-zip.ts';
import type { ZipPart } from '../zip/write-zip.ts';
import { redactedCellXml, redactedStylesXml, redactedWorkbookXml } from './redacted-workbook-parts.ts';
import { contentTypesXml, escapeXml, packageRelationsXml, sheetHead, workbookRelationsXml } from './workbook-parts.ts';

/** Selects the sheets and rows that a redacted copy of a file contains. */
export interface Redactor {
  /** false: the whole sheet is left out, including its name */
  takesSheet(name: string): boolean;
  /** Returns the row to write; null when it is left out. */
  take(row: Row): Row | null;
}

const encoder = new TextEncoder();
const PIECE_CHARACTERS = 64 * 1024;

/** Returns the file name of a redacted copy: a workbook of any format becomes an .xlsx. */
export function redactedFileName(fileName: string, format: TableFile['format']): string {
  if (format === 'csv' || format === 'jsonl') return fileName;
  const bare = fileName.replace(/\.[a-z0-9]{1,5}$/i, '');
  return `${bare}.xlsx`;
}

function fieldText(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes a CSV copy. A row that is left out becomes an empty line, so that record numbers stay the same. */
async function* writeRedactedCsv(table: TableFile, redactor: Redactor): AsyncGenerator<Uint8Array> {
  const delimiter = table.delimiter ?? ';';
  let [written, width] = [0, 0];
  let text = '\ufeff';
  for await (const batch of table.batches()) {
    for (const each of batch) {
      const row = redactor.take(each);
      if (!row) continue;
      // At least as many fields as the widest row so far, so that the delimiter is detected whatever is left out.
      width = Math.max(width, row.cells.length);
      const fields = Array.from({ length: width }, (_, at) => fieldText(row.cells[at]?.text ?? '', delimiter));
      text += `${'\r\n'.repeat(row.row - 1 - written)}${fields.join(delimiter)}\r\n`;
      written = row.row;
    }
    if (text.length < PIECE_CHARACTERS) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}

/** Returns a cell as JSON. A decimal number was text in the source, because JSON numbers lose their last digits. */
function jsonOf({ kind, text }: Cell): string {
  const isUnquoted = kind === 'boolean' || (kind === 'number' && !/^-?\d+\.\d+$/.test(text));
  return isUnquoted ? text : JSON.stringify(text);
}

/** Writes a JSON lines copy. Row 0 has the field names; a row that is left out becomes an empty line. */
async function* writeRedactedLines(table: TableFile, redactor: Redactor): AsyncGenerator<Uint8Array> {
  let names: readonly string[] = [];
  let [written, text] = [0, ''];
  for await (const batch of table.batches()) {
    for (const each of batch) {
      const row = redactor.take(each);
      if (each.row === 0) names = each.cells.map((cell) => cell.text);
      if (!row || row.row === 0) continue;
      const fields = row.cells.flatMap((cell, at) =>
        cell.kind === 'empty' ? [] : [`${JSON.stringify(names[at] ?? '')}:${jsonOf(cell)}`],
      );
      text += `${'\n'.repeat(row.row - 1 - written)}{${fields.join(',')}}\n`;
      written = row.row;
    }
    if (text.length < PIECE_CHARACTERS) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}

function rowXml(row: Row): string {
  return `<row r="${row.row}"${row.hidden ? ' hidden="1"' : ''}>${row.cells.map((cell, at) => redactedCellXml(cell, row.row, at + 1)).join('')}</row>`;
}

/** Distributes the rows of a workbook, sheet after sheet, in one pass. */
class SheetRows {
  readonly #batches: AsyncIterator<Row[]>;
  #waiting: readonly Row[] = [];

  constructor(table: TableFile) {
    this.#batches = table.batches()[Symbol.asyncIterator]();
  }

  /** Returns batches of one sheet; rows of left-out sheets before it are skipped. */
  async *of(name: string, dropped: ReadonlySet<string>): AsyncGenerator<readonly Row[]> {
    for (;;) {
      if (this.#waiting.length === 0) {
        const next = await this.#batches.next();
        if (next.done) return;
        this.#waiting = next.value;
      }
      const rows = this.#waiting;
      const end = rows.findIndex((row) => row.sheet !== name && !dropped.has(row.sheet));
      this.#waiting = end < 0 ? [] : rows.slice(end);
      yield (end < 0 ? rows : rows.slice(0, end)).filter((row) => row.sheet === name);
      if (end >= 0) return;
    }
  }
}

async function* sheetXml(
  sheet: SheetInfo,
  rows: AsyncIterable<readonly Row[]>,
  redactor: Redactor,
): AsyncGenerator<Uint8Array> {
  let xml = `${sheetHead}<sheetData>`;
  for await (const batch of rows) {
    for (const each of batch) {
      const row = redactor.take(each);
      if (row) xml += rowXml(row);
    }
    if (xml.length < PIECE_CHARACTERS) continue;
    yield encoder.encode(xml);
    xml = '';
  }
  const merged = sheet.merged.map((range) => `<mergeCell ref="${escapeXml(range)}"/>`);
  yield encoder.encode(
    `${xml}</sheetData>${merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : ''}</worksheet>`,
  );
}

/** Writes a workbook copy. Rows and cells keep their positions, so that "D14212" is the same cell. */
async function* writeRedactedWorkbook(table: TableFile, redactor: Redactor): AsyncGenerator<Uint8Array> {
  const sheets = table.sheets.filter(({ name }) => redactor.takesSheet(name));
  const rows = new SheetRows(table);
  const part = (name: string, xml: string): ZipPart => ({ name, content: [encoder.encode(xml)] });
  const dropped = new Set(table.sheets.filter((sheet) => !sheets.includes(sheet)).map(({ name }) => name));
  const content = sheets.map((sheet, at): ZipPart => ({
    name: `xl/worksheets/sheet${at + 1}.xml`,
    content: sheetXml(sheet, rows.of(sheet.name, dropped), redactor),
  }));
  yield* writeZip([
    part('[Content_Types].xml', contentTypesXml(sheets.length)),
    part('_rels/.rels', packageRelationsXml()),
    part('xl/workbook.xml', redactedWorkbookXml(sheets, table.date1904 ?? false)),
    part('xl/_rels/workbook.xml.rels', workbookRelationsXml(sheets.length)),
    part('xl/styles.xml', redactedStylesXml()),
    ...content,
  ]);
}

/**
 * Writes a redacted copy of a file. Rows and cells keep their positions, and each cell is read back with the same
 * value. CSV stays CSV, in UTF-8 with its delimiter; JSON lines stay JSON lines; all workbooks become XLSX. Everything
 * is streamed.
 */
export function writeRedacted(table: TableFile, redactor: Redactor): AsyncGenerator<Uint8Array> {
  if (table.format === 'jsonl') return writeRedactedLines(table, redactor);
  return table.format === 'csv' ? writeRedactedCsv(table, redactor) : writeRedactedWorkbook(table, redactor);
}
