import type { Cell, Cutting, Row, TableFile } from '@tallgrunn/tabular';
import { cellText, isBlankRow } from '../cells/cell-text.ts';
import { isPersonalCell, mask, maskNationalIds } from '../cells/personal-data.ts';
import type { PersonalColumn } from '../reading/personal-columns.ts';
import { totalLabel } from '../reading/total-rows.ts';
import { customerKey, named } from './file-look.ts';
import type { CustomerSeen, FileLook } from './file-look.ts';
import type { SheetLook } from './sheet-look.ts';

/** What a person says of a customer the cutting was not sure of, by its key. */
export type CustomerAnswers = ReadonlyMap<string, 'ours' | 'others'>;

export interface CutOptions {
  readonly answers?: CustomerAnswers;
  /** false: rows of others go along, as when somebody has cut them already */
  readonly rows?: boolean;
}

/** What does not go along. `rows` counts lines about others; a cell of a table of buyers is a line. */
export interface CutFacts {
  readonly rows: number;
  readonly columns: readonly PersonalColumn[];
  /** cells in columns that fields use, in which an identity number is masked */
  readonly cells: number;
}

/** Who stays, and who is asked about. */
export interface CutCustomers {
  readonly others: readonly CustomerSeen[];
  readonly doubtful: readonly CustomerSeen[];
}

/** How a copy is written, whatever the file was. */
const writtenEncoding = 'utf-8';
const empty: Cell = Object.freeze({ kind: 'empty', text: '' });

function stays({ key, whose }: CustomerSeen, answers: CustomerAnswers, active: boolean): boolean {
  const answer = answers.get(key);
  return answer === undefined ? active && whose !== 'doubtful' : answer === 'others';
}

function masked(cell: Cell): Cell {
  const text = cell.kind === 'number' ? mask : maskNationalIds(cell.text);
  return { kind: 'text', text };
}

/** Which customers of a file stay and which are asked about, with what has been answered. Most rows first. */
export function customersOf(look: FileLook, answers: CustomerAnswers = new Map()): CutCustomers {
  const seen = [...look.customers.values()].sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1));
  const active = look.ofAllCustomers;
  return { others: seen.filter((each) => stays(each, answers, active)), doubtful: active ? seen.filter(({ whose }) => whose === 'doubtful') : [] };
}

/** Cuts a file that has been looked through to what concerns us. */
export class CutFile implements Cutting {
  readonly facts: CutFacts;
  readonly #look: FileLook;
  readonly #staying: ReadonlySet<string>;
  readonly #namesStaying: readonly string[];
  readonly #columns = new Map<string, ReadonlySet<number>>();

  constructor(look: FileLook, { answers = new Map(), rows = true }: CutOptions = {}) {
    const others = rows ? customersOf(look, answers).others : [];
    this.#look = look;
    this.#staying = new Set(others.map(({ key }) => key));
    this.#namesStaying = [...new Set(others.map(({ name }) => name.toLowerCase()).filter((name) => name.length > 2))];
    this.facts = { rows: others.reduce((sum, each) => sum + each.rows, 0), columns: look.personalColumns, cells: look.personalCells };
    for (const [name, sheet] of look.sheets) this.#columns.set(name, this.#columnsOut(sheet));
  }

  /** Rows of others stay. */
  get cutsRows(): boolean {
    return this.#staying.size > 0;
  }

  /** Whether anything stays at all; else the file goes as it is. */
  get cutsAnything(): boolean {
    return this.cutsRows || this.facts.columns.length > 0 || this.facts.cells > 0;
  }

  /** In a file of all customers, sheets that are no lists of lines sum up what everybody bought. */
  takesSheet(name: string): boolean {
    if (!this.cutsRows) return true;
    const sheet = this.#look.sheets.get(name);
    return sheet !== undefined && sheet.facts.role === 'lines' && !(sheet.tells === 'sheet' && this.#staying.has(customerKey(named(name))));
  }

  take(row: Row): Row | null {
    const sheet = this.#look.sheets.get(row.sheet);
    sheet?.follow(row);
    if (!sheet || (this.cutsRows && !this.#goes(sheet, row))) return null;
    return this.#blanked(sheet, row);
  }

  #goes(sheet: SheetLook, row: Row): boolean {
    if (isBlankRow(row) || this.#look.isElsewhere(row)) return true;
    const kind = sheet.kindOf(row);
    if (kind === 'above') return !this.#tellsOfOthers(row);
    if (kind !== 'line') return kind === 'heading';
    if (sheet.tells === 'rows') return !this.#staying.has(customerKey(sheet.textsOf(row)));
    return sheet.tells !== 'columns' || this.#hasOurs(sheet, row);
  }

  /** What stands above a heading may name who is in the file, or sum it up. */
  #tellsOfOthers(row: Row): boolean {
    return row.cells.some((cell) => totalLabel.test(cell.text) || this.#namesStaying.some((name) => cell.text.toLowerCase().includes(name)));
  }

  #hasOurs(sheet: SheetLook, row: Row): boolean {
    const out = this.#columns.get(row.sheet)!;
    return sheet.buyerColumns.some(({ columns }) => columns.some((column) => !out.has(column) && sheet.amountIn(row, column)));
  }

  /** Columns that stay: those of others in a table of buyers with their sums, and those about persons. */
  #columnsOut(sheet: SheetLook): ReadonlySet<number> {
    const out = new Set(sheet.personal.list().map(({ column }) => column));
    if (sheet.tells !== 'columns' || !this.cutsRows) return out;
    for (const { columns, heading } of sheet.buyerColumns) if (totalLabel.test(heading) || this.#staying.has(customerKey(named(heading)))) for (const column of columns) out.add(column);
    for (const column of sheet.facts.cross?.sums ?? []) out.add(column);
    return out;
  }

  #blanked(sheet: SheetLook, row: Row): Row {
    const out = this.#columns.get(row.sheet)!;
    const below = sheet.facts.role !== 'lines' || row.row >= sheet.facts.headingTop;
    let cells: Cell[] | null = null;
    row.cells.forEach((cell, column) => {
      if (below && out.has(column) && (cellText(cell) !== '' || cell.formula !== undefined)) (cells ??= [...row.cells])[column] = empty;
      else if (cell.text.length >= 11 && isPersonalCell(cell)) (cells ??= [...row.cells])[column] = masked(cell);
    });
    return cells ? { ...row, cells } : row;
  }
}

/** The file as it is once cut: the same rows that its written copy gives. */
export function cutTable(table: TableFile, cutting: Cutting): TableFile {
  async function* batches(): AsyncGenerator<Row[]> {
    for await (const batch of table.batches()) {
      const rows = batch.flatMap((row) => (cutting.takesSheet(row.sheet) ? (cutting.take(row) ?? []) : []));
      if (rows.length > 0) yield rows;
    }
  }
  const sheets = table.sheets.filter(({ name }) => cutting.takesSheet(name));
  const own: Partial<TableFile> = { batches, sheets, ...(table.encoding !== undefined && { encoding: writtenEncoding }) };
  // what else the table tells may still grow while it is read
  return new Proxy(table, { get: (target, key) => Reflect.get(key in own ? own : target, key) });
}

/** The same table, which is looked through as its rows go by; the look is ended by whoever read it. */
export function lookedTable(table: TableFile, look: FileLook): TableFile {
  async function* batches(): AsyncGenerator<Row[]> {
    for await (const batch of table.batches()) {
      for (const row of batch) look.row(row);
      yield batch;
    }
  }
  return new Proxy(table, { get: (target, key) => (key === 'batches' ? batches : Reflect.get(target, key, target)) });
}
