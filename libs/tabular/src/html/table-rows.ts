import type { Handler } from 'htmlparser2';
import { ReadProblem } from '../read-problem.ts';
import type { Cell, ReadLimits, Row } from '../table.ts';
import { booleanCell, textCell } from '../workbook/cell-kinds.ts';
import { RowBuilder } from '../workbook/row-maker.ts';
import { cellReference } from '../xlsx/cell-place.ts';
import { numberText } from '../xlsx/number-text.ts';

const MERGED_MAX = 10_000;
/** Largest spans of the HTML standard (4.9.11). */
const COLUMN_SPAN_MAX = 1000;
const ROW_SPAN_MAX = 65_534;
/** Tags that are open at once. Pages that never close a cell go deep; a page of tables does not go deeper. */
const DEPTH_MAX = 10_000;

/** Elements whose text is not shown. */
const unseen: ReadonlySet<string> = new Set([
  'title',
  'script',
  'style',
  'template',
  'noscript',
  'xml',
  'select',
  'svg',
]);
/** Elements within a line of text; any other begins a new line. */
const inline: ReadonlySet<string> = new Set([
  ...['a', 'abbr', 'b', 'big', 'code', 'em', 'font', 'i', 'img', 'input', 'ins', 'kbd', 'label', 'nobr', 's', 'small'],
  ...['span', 'strong', 'sub', 'sup', 'tt', 'u', 'wbr'],
]);

type Attributes = Readonly<Record<string, string>>;

/** A table being read: the open cell, and the columns that cells of rows above reach down into. */
interface OpenTable {
  column: number;
  isInRow: boolean;
  isHidden: boolean;
  cell: { readonly attributes: Attributes; readonly column: number; readonly columns: number } | null;
  /** By column, how many more rows are taken. */
  readonly taken: number[];
}

const newTable = (): OpenTable => ({ column: 1, isInRow: false, isHidden: false, cell: null, taken: [] });

/**
 * Converts a web page to the rows that a spreadsheet shows for it: the rows of its tables one below the other, and each
 * line of text outside tables as a row of one cell. A table within a cell follows the row of that cell. Finished rows
 * collect in `rows` until the caller takes them.
 */
export class TableRows implements Partial<Handler> {
  rows: Row[] = [];
  readonly merged: string[] = [];
  /** Whether the page has a row of a table. */
  hasTable = false;
  readonly #builder: RowBuilder;
  readonly #limits: ReadLimits;
  readonly #tables: OpenTable[] = [];
  #row = 0;
  #depth = 0;
  #unseen = 0;
  #text = '';

  constructor(sheet: string, limits: ReadLimits) {
    this.#limits = limits;
    this.#builder = new RowBuilder({ sheet, limits });
  }

  onopentag(name: string, attributes: Attributes): void {
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX) throw new ReadProblem('workbook-damaged', { reason: 'nesting' });
    if (unseen.has(name)) this.#unseen += 1;
    if (this.#unseen > 0 || inline.has(name)) return;
    if (name === 'br') this.#addText('\n', true);
    else if (name === 'table') this.#openTable();
    else if (name === 'tr') this.#openRow(attributes);
    else if (name === 'td' || name === 'th') this.#openCell(attributes);
    else this.#breakLine();
  }

  onclosetag(name: string): void {
    this.#depth -= 1;
    if (unseen.has(name)) this.#unseen -= 1;
    else if (this.#unseen > 0 || inline.has(name) || name === 'br') return;
    else if (name === 'table') this.#closeTable();
    else if (name === 'tr') this.#closeRow();
    else if (name === 'td' || name === 'th') this.#closeCell();
    else this.#breakLine();
  }

  ontext(piece: string): void {
    if (this.#unseen === 0) this.#addText(piece, false);
  }

  onend(): void {
    while (this.#tables.length > 0) this.#closeTable();
    this.#breakLine();
  }

  get #table(): OpenTable | undefined {
    return this.#tables.at(-1);
  }

  #addText(piece: string, isBreak: boolean): void {
    // Text between the cells of a table belongs to nobody.
    if (this.#table && !this.#table.cell) return;
    if (isBreak && !this.#table) return this.#breakLine();
    this.#text += isBreak ? piece : piece.replace(/[ \t\r\n\f]+/g, ' ');
    if (this.#text.length > this.#limits.cellBytesMax)
      throw new ReadProblem('cell-too-long', {
        row: this.#row + (this.#table ? 0 : 1),
        column: this.#table?.cell?.column ?? 1,
        found: this.#text.length,
        expected: this.#limits.cellBytesMax,
      });
  }

  /** Ends a line of text: within a cell it continues there, outside tables it is a row. */
  #breakLine(): void {
    if (this.#table) {
      if (this.#table.cell && this.#text.trim() !== '') this.#text = `${this.#text.trimEnd()}\n`;
      return;
    }
    const text = this.#takeText();
    if (text === '') return;
    this.#row += 1;
    this.#builder.start(this.#row, false);
    this.#builder.add(1, textCell(text));
    this.#emitRow();
  }

  #takeText(): string {
    const text = this.#text.replace(/ *\n */g, '\n').trim();
    this.#text = '';
    return text;
  }

  #openTable(): void {
    // The row of the cell that contains the table ends here.
    if (this.#table) this.#closeRow();
    else this.#breakLine();
    this.#tables.push(newTable());
  }

  #closeTable(): void {
    if (!this.#table) return;
    this.#closeRow();
    this.#tables.pop();
  }

  #openRow(attributes: Attributes): void {
    if (!this.#table) this.#openTable();
    this.#closeRow();
    this.#startRow(/display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)/i.test(attributes['style'] ?? ''));
  }

  #startRow(isHidden: boolean): void {
    const table = this.#table!;
    this.hasTable = true;
    this.#row += 1;
    Object.assign(table, { column: 1, isInRow: true, isHidden });
    this.#builder.start(this.#row, isHidden);
  }

  #closeRow(): void {
    const table = this.#table;
    if (!table?.isInRow) return;
    this.#closeCell();
    this.#emitRow();
    table.isInRow = false;
    for (const [at, rows] of table.taken.entries()) if (rows > 0) table.taken[at] = rows - 1;
  }

  #emitRow(): void {
    const row = this.#builder.take();
    if (row) this.rows.push(row);
  }

  #openCell(attributes: Attributes): void {
    if (!this.#table) this.#openTable();
    const table = this.#table!;
    if (!table.isInRow) this.#startRow(false);
    this.#closeCell();
    while ((table.taken[table.column - 1] ?? 0) > 0) table.column += 1;
    const columns = spanOf(attributes['colspan'], COLUMN_SPAN_MAX);
    const rows = spanOf(attributes['rowspan'], ROW_SPAN_MAX);
    table.cell = { attributes, column: table.column, columns };
    this.#reach(table, columns, rows);
    table.column += columns;
  }

  /** Notes the rows and columns that the open cell covers. */
  #reach(table: OpenTable, columns: number, rows: number): void {
    if (columns === 1 && rows === 1) return;
    const last = table.column + columns - 1;
    if (this.merged.length < MERGED_MAX)
      this.merged.push(`${cellReference(this.#row, table.column)}:${cellReference(this.#row + rows - 1, last)}`);
    // The row itself is counted too: it ends after this.
    for (let at = table.column - 1; at < Math.min(last, this.#limits.columnsMax); at += 1) table.taken[at] = rows;
  }

  #closeCell(): void {
    const table = this.#table;
    if (!table?.cell) return;
    const { attributes, column } = table.cell;
    table.cell = null;
    this.#builder.add(column, cellOf(attributes, this.#takeText()));
  }
}

const spanOf = (written: string | undefined, max: number): number => {
  const span = Number.parseInt(written ?? '', 10);
  return span >= 1 ? Math.min(span, max) : 1;
};

/**
 * Returns a cell. Excel writes the value of a number beside the text that it shows, in `x:num`; a date has one too, but
 * only its text says that it is a date.
 */
function cellOf(attributes: Attributes, shown: string): Cell {
  const formula = attributes['x:fmla'];
  const cell = valueOf(attributes, shown);
  return formula === undefined ? cell : { ...cell, formula };
}

function valueOf(attributes: Attributes, shown: string): Cell {
  if (attributes['x:bool'] !== undefined) return booleanCell(/^true$/i.test(attributes['x:bool']));
  const number = attributes['x:num'] ? numberText(attributes['x:num']) : null;
  if (number === null || !isAmount(shown)) return textCell(shown);
  return /^0\d+$/.test(shown) ? { kind: 'number', text: number, shown } : { kind: 'number', text: number };
}

/** Returns whether a text is a number and not a date, a time or words. */
const isAmount = (shown: string): boolean =>
  /^[-+−(]?(?:[A-Z]{3}|kr|€|\$)?[\s\d.,'’]*\d[\s\d.,'’]*(?:kr|€|,-|%)?[-)]?$/i.test(shown) &&
  !/^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$/.test(shown);
