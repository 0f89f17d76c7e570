import { dayNumber, isDecimal } from '@tallgrunn/values';
import type { Cell, Row, TableFile } from '../table.ts';
import { SHEET_ROWS_MAX } from '../workbook/workbook-problem.ts';
import { sheetName } from '../writing/table-to-write.ts';
import {
  contentTypesXml,
  escapeXml,
  packageRelationsXml,
  sheetHead,
  styleOf,
  stylesXml,
  workbookRelationsXml,
  workbookXml,
} from '../writing/workbook-parts.ts';
import { cellReference } from '../xlsx/cell-place.ts';
import { escapeText } from '../xlsx/unescape-text.ts';
import type { SourcePart, SourceWorkbook } from './source-workbook.ts';

const PIECE_CHARACTERS = 64 * 1024;
const SERIAL_OF_1970 = 25_569;
const FIRST_TRUE_SERIAL = 61;
const SECONDS_PER_DAY = 86_400;

function serialOf(text: string): string | null {
  const [date = '', time] = text.split('T');
  const day = dayNumber(date);
  if (day === null || day + SERIAL_OF_1970 < FIRST_TRUE_SERIAL) return null;
  if (time === undefined) return String(day + SERIAL_OF_1970);
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return String(day + SERIAL_OF_1970 + (hours * 3600 + minutes * 60 + seconds) / SECONDS_PER_DAY);
}

/**
 * Writes a cell with its value: numbers and dates with their type, codes with leading zeros as text, formulas as their
 * result.
 */
function cellXml(place: string, { kind, text, shown }: Cell): string {
  if (kind === 'empty') return '';
  const isCode = shown !== undefined && /^0\d/.test(shown);
  if (kind === 'number' && !isCode && isDecimal(text))
    return `<c r="${place}" s="${styleOf('number', undefined)}"><v>${text}</v></c>`;
  const serial = kind === 'date' ? serialOf(text) : null;
  if (serial !== null) return `<c r="${place}" s="${styleOf('date', undefined)}"><v>${serial}</v></c>`;
  if (kind === 'boolean') return `<c r="${place}" t="b"><v>${text === 'true' ? 1 : 0}</v></c>`;
  return `<c r="${place}" s="${styleOf('text', undefined)}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeText(isCode ? shown : text))}</t></is></c>`;
}

function rowXml({ row, cells, hidden }: Row): string {
  return `<row r="${row}"${hidden ? ' hidden="1"' : ''}>${cells.map((cell, index) => cellXml(cellReference(row, index + 1), cell)).join('')}</row>`;
}

/** Distributes the rows of a file to one sheet after the other, in the order they are read. */
class RowQueue {
  private readonly batches: AsyncIterator<Row[]>;
  private rows: Row[] = [];

  constructor(table: TableFile) {
    this.batches = table.batches()[Symbol.asyncIterator]();
  }

  async *of(sheet: string): AsyncGenerator<Row> {
    for (;;) {
      while (this.rows[0]?.sheet === sheet) yield this.rows.shift()!;
      if (this.rows.length > 0) return;
      const next = await this.batches.next();
      if (next.done) return;
      this.rows = [...next.value];
    }
  }
}

async function* sheetXml(rows: AsyncIterable<Row>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let xml = `${sheetHead}<sheetData>`;
  for await (const row of rows) {
    if (row.row > SHEET_ROWS_MAX) continue; // A worksheet ends there; the report of the file's limits mentions the rest.
    xml += rowXml(row);
    if (xml.length < PIECE_CHARACTERS) continue;
    yield encoder.encode(xml);
    xml = '';
  }
  yield encoder.encode(`${xml}</sheetData></worksheet>`);
}

/**
 * Returns a workbook with the values of a file of another format: same sheets, rows and columns. The file is read once,
 * in order, during writing.
 */
export function workbookOfValues(table: TableFile, tab: string): SourceWorkbook {
  const encoder = new TextEncoder();
  const taken = new Set<string>();
  const tabs = table.sheets.map(({ name, hidden }) => {
    const own = sheetName(name || tab, taken);
    taken.add(own.toLowerCase());
    return { name: own, hidden, sheet: name };
  });
  const queue = new RowQueue(table);
  const part = (name: string, xml: string): SourcePart => ({
    name,
    read: async function* () {
      yield encoder.encode(xml);
    },
  });
  const sheets = tabs.map(({ name, sheet }, index) => ({
    sheet,
    tab: name,
    part: `xl/worksheets/sheet${index + 1}.xml`,
  }));
  return {
    parts: [
      part('[Content_Types].xml', contentTypesXml(tabs.length)),
      part('_rels/.rels', packageRelationsXml()),
      part('xl/workbook.xml', workbookXml(tabs)),
      part('xl/_rels/workbook.xml.rels', workbookRelationsXml(tabs.length)),
      part('xl/styles.xml', stylesXml()),
      ...sheets.map(({ part: name, sheet }): SourcePart => ({ name, read: () => sheetXml(queue.of(sheet)) })),
    ],
    workbook: 'xl/workbook.xml',
    styles: 'xl/styles.xml',
    sheets,
    relationsOf: async () => [],
  };
}
