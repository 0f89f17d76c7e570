import { ReadProblem } from '../read-problem.ts';
import { memoiseText } from '../memoise-text.ts';
import type { Cell, ReadLimits, Row } from '../table.ts';
import { numberCell, textCell } from '../workbook/cell-kinds.ts';
import { RowBuilder } from '../workbook/row-maker.ts';
import { SHEET_ROWS_MAX } from '../workbook/workbook-problem.ts';
import { columnOf } from './cell-place.ts';
import { attribute } from './read-xml.ts';
import type { XmlAttributes } from './plain-xml.ts';
import type { XmlHandlers } from './read-xml.ts';
import type { StyleTable } from './read-styles.ts';
import { isoCellDate } from './serial-date.ts';
import type { TextStore } from './shared-texts.ts';
import { unescapeText } from './unescape-text.ts';

const SHARED_FORMULAS_MAX = 10_000;
const MERGED_MAX = 10_000;
const FORMULA_MAX = 8192;
/** Maximum number of styles with a cache of number cells; real sheets have fewer. */
const STYLES_REMEMBERED = 200;

export interface SheetContext {
  sheet: string;
  texts: TextStore;
  styles: StyleTable;
  date1904: boolean;
  limits: ReadLimits;
}

/** Converts the XML of one worksheet to rows. Finished rows collect in `rows` until the caller takes them. */
export class SheetReader implements XmlHandlers {
  rows: Row[] = [];
  readonly merged: string[] = [];
  private readonly context: SheetContext;
  private readonly rowBuilder: RowBuilder;
  private column = 0;
  private type = 'n';
  private style = 0;
  private value = '';
  private formula: string | null = null;
  /** cached by style: the same dates and prices recur, and interpreting the number format is expensive */
  private readonly numbers: ((value: string) => Cell)[] = [];
  private readonly sharedFormulas = new Map<string, string>();
  private sharedId: string | undefined;
  private collecting: 'value' | 'formula' | null = null;
  private inPhonetic = false;

  constructor(context: SheetContext) {
    this.context = context;
    this.rowBuilder = new RowBuilder(context);
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.collect('value');
    else if (name === 't') this.collecting = this.inPhonetic ? null : 'value';
    else if (name === 'f') this.openFormula(attributes);
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'rPh') this.inPhonetic = true;
    else if (name === 'mergeCell' && this.merged.length < MERGED_MAX)
      this.merged.push(attribute(attributes, 'ref') ?? '');
  }

  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.collecting = null;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else if (name === 'rPh') this.inPhonetic = false;
  }

  text(piece: string): void {
    if (this.collecting === 'value') this.value += piece;
    else if (this.collecting === 'formula' && (this.formula?.length ?? 0) < FORMULA_MAX) this.formula += piece;
  }

  private collect(what: 'value' | 'formula'): void {
    this.collecting = what;
    if (what === 'value') this.value = '';
  }

  private openRow(attributes: XmlAttributes): void {
    const wantedStyle = Number(attribute(attributes, 'r'));
    const row = Number.isInteger(wantedStyle) && wantedStyle > 0 ? wantedStyle : this.rowBuilder.row + 1;
    if (row > SHEET_ROWS_MAX)
      throw new ReadProblem('workbook-damaged', { sheet: this.context.sheet, reason: 'row-number' });
    const hidden = attribute(attributes, 'hidden');
    this.rowBuilder.start(row, hidden === '1' || hidden === 'true');
    this.column = 0;
  }

  private openCell(attributes: XmlAttributes): void {
    const wantedStyle = columnOf(attributes.r ?? '');
    this.column = wantedStyle > 0 ? wantedStyle : this.column + 1;
    this.type = attributes.t ?? 'n';
    this.style = Number(attributes.s ?? 0);
    this.value = '';
    this.formula = null;
    this.sharedId = undefined;
  }

  private openFormula(attributes: XmlAttributes): void {
    this.collect('formula');
    this.formula = '=';
    this.sharedId = attribute(attributes, 't') === 'shared' ? attribute(attributes, 'si') : undefined;
  }

  private closeCell(): void {
    const cell = this.readCell();
    this.setFormula(cell);
    this.rowBuilder.add(this.column, cell);
  }

  /**
   * Sets the formula of a cell. Cells that share a formula store only its number; they get the text of the first cell,
   * with unadjusted references.
   */
  private setFormula(cell: Cell): void {
    if (this.formula === null) return;
    if (this.sharedId !== undefined && this.formula === '=')
      this.formula = this.sharedFormulas.get(this.sharedId) ?? '=';
    else if (this.sharedId !== undefined && this.sharedFormulas.size < SHARED_FORMULAS_MAX)
      this.sharedFormulas.set(this.sharedId, this.formula);
    cell.formula = this.formula;
  }

  private closeRow(): void {
    const row = this.rowBuilder.take();
    if (row) this.rows.push(row);
  }

  private readCell(): Cell {
    const { value, type, style } = this;
    if (type === 's') return this.sharedText(value);
    if (type === 'inlineStr' || type === 'str') return textCell(unescapeText(value));
    if (value === '') return { kind: 'empty', text: '' };
    if (type === 'b')
      return { kind: 'boolean', text: value.trim() === '1' || value.trim() === 'true' ? 'true' : 'false' };
    if (type === 'e') return { kind: 'error', text: value };
    if (type === 'd') {
      const date = isoCellDate(value);
      return date === null ? textCell(value) : { kind: 'date', text: date };
    }
    // The cell object gets a formula, so it must not be shared.
    if (this.formula !== null || !Number.isInteger(style) || style < 0 || style >= STYLES_REMEMBERED)
      return this.numberOf(value, style);
    return (this.numbers[style] ??= memoiseText((each) => this.numberOf(each, style)))(value);
  }

  private numberOf(value: string, style: number): Cell {
    return numberCell(value, this.context.styles.look(style), this.context.date1904);
  }

  private sharedText(value: string): Cell {
    if (value === '') return { kind: 'empty', text: '' };
    const text = this.context.texts.get(Number(value));
    if (text === undefined)
      throw new ReadProblem('workbook-damaged', {
        sheet: this.context.sheet,
        row: this.rowBuilder.row,
        reason: 'text-missing',
      });
    return textCell(text);
  }
}
