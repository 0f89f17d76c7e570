import { ReadProblem } from '../read-problem.ts';
import type { ReadLimits, Row, SheetInfo } from '../table.ts';
import { RowBuilder } from '../workbook/row-maker.ts';
import { cellReference } from '../xlsx/cell-place.ts';
import type { XmlAttributes } from '../xlsx/plain-xml.ts';
import type { XmlHandlers } from '../xlsx/read-xml.ts';
import { cellOf, localAttributes } from './cell-value.ts';
import type { LocalAttributes } from './cell-value.ts';
import { DisplayedText } from './shown-text.ts';
import { TableNames } from './table-names.ts';

const MERGED_MAX = 10_000;
const SHEET_ROWS_MAX = 16_777_216;
const REPEATED_CELLS_MAX = 5_000_000;
// Elements on or next to cells that contain paragraphs or tables of their own.
const nestedContent: ReadonlySet<string> = new Set([
  'annotation',
  'frame',
  'custom-shape',
  'shapes',
  'forms',
  'dde-link',
  'tracked-changes',
  'ruby-text',
]);

/** A row and how many times it is repeated in consecutive rows. */
export interface RowRun {
  row: Row;
  repeated: number;
}

/**
 * Converts the content of an OpenDocument spreadsheet to rows. Finished rows collect in `runs` until the caller takes
 * them.
 */
export class ContentReader implements XmlHandlers {
  runs: RowRun[] = [];
  readonly names: TableNames;
  private readonly limits: ReadLimits;
  private readonly part: string;
  private readonly displayedText: DisplayedText;
  private rowBuilder: RowBuilder | null = null;
  private row = 1;
  private rowRepeated = 1;
  private column = 1;
  private cell: LocalAttributes | null = null;
  private tables = 0;
  private asides = 0;
  private inParagraph = false;
  private repeatedCells = 0;

  constructor(limits: ReadLimits, part: string) {
    this.limits = limits;
    this.part = part;
    this.names = new TableNames(limits);
    this.displayedText = new DisplayedText(limits.cellBytesMax);
  }

  open(name: string, attributes: XmlAttributes): void {
    if (nestedContent.has(name)) this.asides += 1;
    if (this.asides > 0) return;
    if (name === 'table') this.openTable(attributes);
    else if (this.tables === 0) this.names.open(name, attributes);
    else if (this.tables > 1) return;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.openCell(attributes);
    else if (name === 'table-row') this.openRow(attributes);
    else if (this.cell) this.openText(name, attributes);
  }

  close(name: string): void {
    if (nestedContent.has(name)) this.asides -= 1;
    if (this.asides > 0) return;
    if (name === 'table') this.tables -= 1;
    else if (this.tables !== 1) return;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell();
    else if (name === 'table-row') this.closeRow();
    else if (name === 'p') this.inParagraph = false;
  }

  text(piece: string): void {
    if (this.inParagraph && this.asides === 0 && this.tables === 1) this.displayedText.take(piece);
  }

  private get sheet(): SheetInfo {
    return this.names.sheets.at(-1)!;
  }

  private openTable(attributes: XmlAttributes): void {
    this.tables += 1;
    if (this.tables > 1) return;
    this.names.open('table', attributes);
    this.rowBuilder = new RowBuilder({ sheet: this.sheet.name, limits: this.limits });
    this.row = 1;
  }

  private openRow(written: XmlAttributes): void {
    const attributes = localAttributes(written);
    this.rowRepeated = countOf(attributes, 'number-rows-repeated');
    this.column = 1;
    this.rowBuilder!.start(this.row, (attributes.visibility ?? 'visible') !== 'visible');
  }

  private openCell(written: XmlAttributes): void {
    const attributes = localAttributes(written);
    this.cell = attributes;
    this.displayedText.clear();
    const [rows, columns] = [countOf(attributes, 'number-rows-spanned'), countOf(attributes, 'number-columns-spanned')];
    const { merged } = this.sheet;
    if ((rows > 1 || columns > 1) && merged.length < MERGED_MAX)
      merged.push(
        `${cellReference(this.row, this.column)}:${cellReference(this.row + rows - 1, this.column + columns - 1)}`,
      );
  }

  private openText(name: string, attributes: XmlAttributes): void {
    if (name === 'p') {
      this.inParagraph = true;
      this.displayedText.openParagraph();
    } else if (!this.inParagraph) return;
    else if (name === 's') this.displayedText.addCharacters(' ', countOf(localAttributes(attributes), 'c'));
    else if (name === 'tab') this.displayedText.addCharacters('\t', 1);
    else if (name === 'line-break') this.displayedText.addCharacters('\n', 1);
  }

  private closeCell(): void {
    const attributes = this.cell;
    this.cell = null;
    if (!attributes) return;
    const cell = cellOf(attributes, this.displayedText.value);
    const repeated = countOf(attributes, 'number-columns-repeated');
    if (cell.kind !== 'empty' || cell.formula !== undefined) {
      this.countRepeated(repeated - 1);
      for (let index = 0; index < repeated; index += 1) this.rowBuilder!.add(this.column + index, cell);
    }
    this.column += repeated;
  }

  private closeRow(): void {
    const row = this.rowBuilder!.take();
    if (row && this.row + this.rowRepeated - 1 > SHEET_ROWS_MAX)
      throw new ReadProblem('workbook-damaged', { sheet: this.sheet.name, part: this.part, reason: 'row-number' });
    if (row) {
      this.countRepeated(row.cells.length * (this.rowRepeated - 1));
      this.runs.push({ row, repeated: this.rowRepeated });
    }
    this.row += this.rowRepeated;
  }

  /**
   * Limits repeated cells: a few bytes can repeat a cell in a million rows, so a small file could expand without end.
   * @throws ReadProblem 'zip-bomb'
   */
  private countRepeated(cells: number): void {
    this.repeatedCells += cells;
    if (this.repeatedCells > REPEATED_CELLS_MAX)
      throw new ReadProblem('zip-bomb', {
        reason: 'repeated',
        entry: this.part,
        found: this.repeatedCells,
        expected: REPEATED_CELLS_MAX,
      });
  }
}

function countOf(attributes: LocalAttributes, name: string): number {
  const text = attributes[name];
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 1;
}
