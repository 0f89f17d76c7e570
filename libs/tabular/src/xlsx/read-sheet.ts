import { ReadProblem } from '../read-problem.ts';
import type { Cell, ReadLimits, Row } from '../table.ts';
import { columnOf } from './cell-place.ts';
import { numberText } from './number-text.ts';
import { attribute } from './read-xml.ts';
import type { XmlAttributes, XmlHandlers } from './read-xml.ts';
import type { StyleTable } from './read-styles.ts';
import { isoCellDate, serialDate } from './serial-date.ts';
import type { TextStore } from './shared-texts.ts';
import { unescapeText } from './unescape-text.ts';

const EMPTY: Cell = Object.freeze({ kind: 'empty', text: '' });
const SHARED_FORMULAS_MAX = 10_000;
const MERGED_MAX = 10_000;
const FORMULA_MAX = 8192;
const SHEET_ROWS_MAX = 1_048_576;

export interface SheetContext {
  sheet: string;
  texts: TextStore;
  styles: StyleTable;
  date1904: boolean;
  limits: ReadLimits;
}

/** Turns the XML of one worksheet into rows. Finished rows wait in `rows` until they are taken. */
export class SheetReader implements XmlHandlers {
  rows: Row[] = [];
  readonly merged: string[] = [];
  private readonly context: SheetContext;
  private row = 0;
  private hidden = false;
  private cells: Cell[] = [];
  private column = 0;
  private type = 'n';
  private style = 0;
  private value = '';
  private formula: string | null = null;
  private readonly sharedFormulas = new Map<string, string>();
  private sharedId: string | undefined;
  private collecting: 'value' | 'formula' | null = null;
  private inPhonetic = false;

  constructor(context: SheetContext) {
    this.context = context;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.collect('value');
    else if (name === 't') this.collecting = this.inPhonetic ? null : 'value';
    else if (name === 'f') this.openFormula(attributes);
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'rPh') this.inPhonetic = true;
    else if (name === 'mergeCell' && this.merged.length < MERGED_MAX) this.merged.push(attribute(attributes, 'ref') ?? '');
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
    const asked = Number(attribute(attributes, 'r'));
    this.row = Number.isInteger(asked) && asked > 0 ? asked : this.row + 1;
    if (this.row > SHEET_ROWS_MAX) throw new ReadProblem('workbook-damaged', { sheet: this.context.sheet, reason: 'row-number' });
    const hidden = attribute(attributes, 'hidden');
    this.hidden = hidden === '1' || hidden === 'true';
    this.cells = [];
    this.column = 0;
  }

  private openCell(attributes: XmlAttributes): void {
    const asked = columnOf(attributes.r ?? '');
    this.column = asked > 0 ? asked : this.column + 1;
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
    this.tieFormula(cell);
    if (cell.kind === 'empty' && cell.formula === undefined) return;
    const { sheet, limits } = this.context;
    if (this.column > limits.columnsMax) throw new ReadProblem('too-many-columns', { sheet, row: this.row, found: this.column, expected: limits.columnsMax });
    if (cell.text.length > limits.cellBytesMax)
      throw new ReadProblem('cell-too-long', { sheet, row: this.row, column: this.column, found: cell.text.length, expected: limits.cellBytesMax });
    while (this.cells.length < this.column - 1) this.cells.push(EMPTY);
    this.cells[this.column - 1] = cell;
  }

  /** Cells that share a formula carry only its number; they get the text of the first one, whose references are not moved. */
  private tieFormula(cell: Cell): void {
    if (this.formula === null) return;
    if (this.sharedId !== undefined && this.formula === '=') this.formula = this.sharedFormulas.get(this.sharedId) ?? '=';
    else if (this.sharedId !== undefined && this.sharedFormulas.size < SHARED_FORMULAS_MAX) this.sharedFormulas.set(this.sharedId, this.formula);
    cell.formula = this.formula;
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    const row: Row = { sheet: this.context.sheet, row: this.row, cells: this.cells };
    if (this.hidden) row.hidden = true;
    this.rows.push(row);
    this.cells = [];
  }

  private readCell(): Cell {
    const { value, type } = this;
    if (type === 's') return this.sharedText(value);
    if (type === 'inlineStr' || type === 'str') return textCell(unescapeText(value));
    if (value === '') return { kind: 'empty', text: '' };
    if (type === 'b') return { kind: 'boolean', text: value.trim() === '1' || value.trim() === 'true' ? 'true' : 'false' };
    if (type === 'e') return { kind: 'error', text: value };
    if (type === 'd') {
      const date = isoCellDate(value);
      return date === null ? textCell(value) : { kind: 'date', text: date };
    }
    return this.numberCell(value);
  }

  private sharedText(value: string): Cell {
    if (value === '') return { kind: 'empty', text: '' };
    const text = this.context.texts.get(Number(value));
    if (text === undefined) throw new ReadProblem('workbook-damaged', { sheet: this.context.sheet, row: this.row, reason: 'text-missing' });
    return textCell(text);
  }

  private numberCell(value: string): Cell {
    const text = numberText(value);
    if (text === null) return textCell(value);
    const look = this.context.styles.look(this.style);
    if (look.kind === 'date') {
      const date = serialDate(text, this.context.date1904);
      if (date === null) return { kind: 'number', text };
      return date.length === 8 ? { kind: 'text', text: date, serial: text } : { kind: 'date', text: date, serial: text };
    }
    const shown = shownAs(text, look);
    return shown === null || shown === text ? { kind: 'number', text } : { kind: 'number', text, shown };
  }
}

function textCell(text: string): Cell {
  return text === '' ? { kind: 'empty', text } : { kind: 'text', text };
}

function shownAs(text: string, look: ReturnType<StyleTable['look']>): string | null {
  if (look.kind === 'zeros') return /^\d+$/.test(text) ? text.padStart(look.digits, '0') : null;
  if (look.kind !== 'percent') return null;
  const hundredfold = numberText(`${text}e2`);
  return hundredfold === null ? null : `${hundredfold} %`;
}
