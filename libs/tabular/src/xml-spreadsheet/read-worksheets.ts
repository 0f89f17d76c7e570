import { ReadProblem } from '../read-problem.ts';
import type { Cell, ReadLimits, Row, SheetInfo } from '../table.ts';
import { booleanCell, numberCell, textCell } from '../workbook/cell-kinds.ts';
import { RowBuilder } from '../workbook/row-maker.ts';
import { SHEET_ROWS_MAX } from '../workbook/workbook-problem.ts';
import { cellReference } from '../xlsx/cell-place.ts';
import type { XmlAttributes } from '../xlsx/plain-xml.ts';
import { attribute, type XmlHandlers } from '../xlsx/read-xml.ts';
import { parseNumberFormat, type NumberLook } from '../xlsx/read-styles.ts';
import { isoCellDate } from '../xlsx/serial-date.ts';

const MERGED_MAX = 10_000;
const STYLES_MAX = 100_000;
const FORMULA_MAX = 8192;
const GENERAL: NumberLook = { kind: 'plain' };
const formatNames: Readonly<Record<string, string>> = { Percent: '0.00%', Fixed: '0.00', Standard: '#,##0.00' };

/** Names of the worksheets of an XML spreadsheet, and whether each is hidden. */
export class WorksheetNames implements XmlHandlers {
  readonly sheets: SheetInfo[] = [];
  #isVisibleOpen = false;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'Worksheet')
      this.sheets.push({ name: attribute(attributes, 'Name') ?? '', hidden: false, merged: [] });
    this.#isVisibleOpen = name === 'Visible';
  }

  close(): void {
    this.#isVisibleOpen = false;
  }

  text(piece: string): void {
    const sheet = this.sheets.at(-1);
    if (this.#isVisibleOpen && sheet && /Hidden/.test(piece)) sheet.hidden = true;
  }
}

/**
 * Converts the content of an XML spreadsheet (Excel 2002 and 2003) to rows. Finished rows collect in `rows` until the
 * caller takes them.
 */
export class WorksheetRows implements XmlHandlers {
  rows: Row[] = [];
  /** Merged ranges of each worksheet read so far. */
  readonly merged: string[][] = [];
  readonly #limits: ReadLimits;
  readonly #names: readonly string[];
  readonly #looks = new Map<string, NumberLook>();
  #style = '';
  #builder: RowBuilder | null = null;
  #row = 0;
  #column = 0;
  #across = 0;
  #cell: { readonly look: NumberLook; readonly formula: string | undefined } | null = null;
  #type: string | null = null;
  #isComment = false;
  #text = '';
  #value: Cell | null = null;

  /** @param names of the worksheets, in file order */
  constructor(names: readonly string[], limits: ReadLimits) {
    this.#names = names;
    this.#limits = limits;
  }

  open(name: string, attributes: XmlAttributes): void {
    const of = (key: string) => attribute(attributes, key);
    if (name === 'Style') this.#style = of('ID') ?? '';
    else if (name === 'NumberFormat') this.#addLook(of('Format') ?? '');
    else if (name === 'Worksheet') this.#openSheet();
    else if (!this.#builder) return;
    else if (name === 'Row') this.#openRow(of('Index'), of('Hidden') === '1');
    else if (name === 'Cell') this.#openCell(of);
    else if (name === 'Comment') this.#isComment = true;
    else if (name === 'Data' && this.#cell && !this.#isComment) this.#openData(of('Type') ?? 'String');
  }

  close(name: string): void {
    if (name === 'Worksheet') this.#builder = null;
    else if (!this.#builder) return;
    else if (name === 'Comment') this.#isComment = false;
    else if (name === 'Data') this.#closeData();
    else if (name === 'Cell') this.#closeCell();
    else if (name === 'Row') {
      const row = this.#builder.take();
      if (row) this.rows.push(row);
    }
  }

  text(piece: string): void {
    if (this.#type === null) return;
    this.#text += piece;
    if (this.#text.length > this.#limits.cellBytesMax)
      throw new ReadProblem('cell-too-long', {
        ...this.#place(),
        found: this.#text.length,
        expected: this.#limits.cellBytesMax,
      });
  }

  #place() {
    return { sheet: this.#names[this.merged.length - 1] ?? '', row: this.#row, column: this.#column };
  }

  #addLook(format: string): void {
    if (this.#looks.size < STYLES_MAX) this.#looks.set(this.#style, parseNumberFormat(formatNames[format] ?? format));
  }

  #openSheet(): void {
    this.#builder = new RowBuilder({ sheet: this.#names[this.merged.length] ?? '', limits: this.#limits });
    this.merged.push([]);
    this.#row = 0;
  }

  #openRow(index: string | undefined, isHidden: boolean): void {
    this.#row = this.#next(this.#row, index, SHEET_ROWS_MAX, 'row-number');
    this.#column = 0;
    this.#across = 0;
    this.#builder!.start(this.#row, isHidden);
  }

  #openCell(of: (key: string) => string | undefined): void {
    this.#column = this.#next(this.#column + this.#across, of('Index'), SHEET_ROWS_MAX, 'cell-reference');
    const [across, down] = [Number(of('MergeAcross') ?? 0), Number(of('MergeDown') ?? 0)];
    this.#across = across > 0 && across < SHEET_ROWS_MAX ? across : 0;
    const merged = this.merged.at(-1)!;
    if ((across > 0 || down > 0) && merged.length < MERGED_MAX)
      merged.push(
        `${cellReference(this.#row, this.#column)}:${cellReference(this.#row + down, this.#column + across)}`,
      );
    const formula = of('Formula')?.slice(0, FORMULA_MAX);
    this.#cell = { look: this.#looks.get(of('StyleID') ?? '') ?? GENERAL, formula };
    this.#value = null;
  }

  #openData(type: string): void {
    this.#type = type;
    this.#text = '';
  }

  #closeData(): void {
    if (this.#type !== null && this.#cell) this.#value = valueOf(this.#type, this.#text, this.#cell.look);
    this.#type = null;
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell) return;
    const value = this.#value ?? textCell('');
    this.#builder!.add(this.#column, cell.formula === undefined ? value : { ...value, formula: cell.formula });
  }

  /** Returns the place after `last`, or the one that is stated. @throws ReadProblem 'workbook-damaged' */
  #next(last: number, stated: string | undefined, max: number, reason: string): number {
    const place = stated === undefined ? last + 1 : Number(stated);
    if (!Number.isInteger(place) || place <= last || place > max)
      throw new ReadProblem('workbook-damaged', { ...this.#place(), part: 'Workbook', reason });
    return place;
  }
}

function valueOf(type: string, text: string, look: NumberLook): Cell {
  if (type === 'Number') return numberCell(text, look, false);
  if (type === 'Boolean') return booleanCell(text === '1');
  if (type === 'Error') return { kind: 'error', text };
  if (type !== 'DateTime') return textCell(text);
  const date = isoCellDate(text);
  return date === null ? textCell(text) : { kind: 'date', text: date };
}
