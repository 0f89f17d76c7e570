import type { Cell, Row, SheetInfo, TableFile } from '../table.ts';
import { writeZip } from '../zip/write-zip.ts';
import type { ZipPart } from '../zip/write-zip.ts';
import { cutCellXml, cutStylesXml, cutWorkbookXml } from './cut-parts.ts';
import { contentTypesXml, escapeXml, packageRelationsXml, sheetHead, workbookRelationsXml } from './workbook-parts.ts';

/** What of a file goes along. */
export interface Cutting {
  /** false: the whole sheet stays, with its name */
  takesSheet(name: string): boolean;
  /** The row as it goes along; null when it stays. */
  take(row: Row): Row | null;
}

const encoder = new TextEncoder();
const PIECE_CHARACTERS = 64 * 1024;

/** What a cut copy is called: a workbook of any kind becomes an .xlsx. */
export function cutName(fileName: string, format: TableFile['format']): string {
  if (format === 'csv' || format === 'jsonl') return fileName;
  const bare = fileName.replace(/\.[a-z0-9]{1,5}$/i, '');
  return `${bare}.xlsx`;
}

function fieldText(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What stays leaves an empty line, so that record numbers are those of the whole file. */
async function* writeCutCsv(table: TableFile, cutting: Cutting): AsyncGenerator<Uint8Array> {
  const delimiter = table.delimiter ?? ';';
  let [written, width] = [0, 0];
  let text = '\ufeff';
  for await (const batch of table.batches()) {
    for (const each of batch) {
      const row = cutting.take(each);
      if (!row) continue;
      // As many fields as the widest before it, so that the delimiter is found again whatever stays.
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

/** What a cell was in JSON: decimals were texts, for JSON's own numbers lose their last digits. */
function jsonOf({ kind, text }: Cell): string {
  const isPlain = kind === 'boolean' || (kind === 'number' && !/^-?\d+\.\d+$/.test(text));
  return isPlain ? text : JSON.stringify(text);
}

/** Row 0 has the names; what stays leaves an empty line. */
async function* writeCutLines(table: TableFile, cutting: Cutting): AsyncGenerator<Uint8Array> {
  let names: readonly string[] = [];
  let [written, text] = [0, ''];
  for await (const batch of table.batches()) {
    for (const each of batch) {
      const row = cutting.take(each);
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
  return `<row r="${row.row}"${row.hidden ? ' hidden="1"' : ''}>${row.cells.map((cell, at) => cutCellXml(cell, row.row, at + 1)).join('')}</row>`;
}

/** The rows of a workbook, sheet after sheet, read once. */
class SheetRows {
  readonly #batches: AsyncIterator<Row[]>;
  #waiting: readonly Row[] = [];

  constructor(table: TableFile) {
    this.#batches = table.batches()[Symbol.asyncIterator]();
  }

  /** Batches of one sheet; rows of dropped sheets before it are passed over. */
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
  cutting: Cutting,
): AsyncGenerator<Uint8Array> {
  let xml = `${sheetHead}<sheetData>`;
  for await (const batch of rows) {
    for (const each of batch) {
      const row = cutting.take(each);
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

/** Rows and cells keep their places, so that "D14212" is the cell it was. */
async function* writeCutWorkbook(table: TableFile, cutting: Cutting): AsyncGenerator<Uint8Array> {
  const sheets = table.sheets.filter(({ name }) => cutting.takesSheet(name));
  const rows = new SheetRows(table);
  const part = (name: string, xml: string): ZipPart => ({ name, content: [encoder.encode(xml)] });
  const dropped = new Set(table.sheets.filter((sheet) => !sheets.includes(sheet)).map(({ name }) => name));
  const content = sheets.map((sheet, at): ZipPart => ({
    name: `xl/worksheets/sheet${at + 1}.xml`,
    content: sheetXml(sheet, rows.of(sheet.name, dropped), cutting),
  }));
  yield* writeZip([
    part('[Content_Types].xml', contentTypesXml(sheets.length)),
    part('_rels/.rels', packageRelationsXml()),
    part('xl/workbook.xml', cutWorkbookXml(sheets, table.date1904 ?? false)),
    part('xl/_rels/workbook.xml.rels', workbookRelationsXml(sheets.length)),
    part('xl/styles.xml', cutStylesXml()),
    ...content,
  ]);
}

/**
 * Writes a copy of a file with only what goes along: rows keep their numbers and cells their places, and every cell is read again as it was
 * read here. CSV comes out as CSV in UTF-8 with the delimiter it had, JSON lines as JSON lines, workbooks of every kind as XLSX. Nothing is held in memory.
 */
export function writeCut(table: TableFile, cutting: Cutting): AsyncGenerator<Uint8Array> {
  if (table.format === 'jsonl') return writeCutLines(table, cutting);
  return table.format === 'csv' ? writeCutCsv(table, cutting) : writeCutWorkbook(table, cutting);
}
