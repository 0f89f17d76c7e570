import type { Cell, Cutting, Row, TableFile } from '@tallgrunn/tabular';
import { cellText, isBlankRow } from '../cells/cell-text.ts';
import { HIDDEN, isPersonalCell, mask, withoutPersons } from '../cells/personal-data.ts';
import type { PersonalColumn } from '../reading/personal-columns.ts';
import { totalLabel } from '../reading/total-rows.ts';
import { customerKey, named } from './file-look.ts';
import type { CustomerSeen, FileLook } from './file-look.ts';
import type { LeftOutRows } from './left-out-rows.ts';
import type { RowKind, SheetLook } from './sheet-look.ts';
import type { UnusedColumn } from './unused-columns.ts';

/** What a person says of a customer the cutting was not sure of, by its key. */
export type CustomerAnswers = ReadonlyMap<string, 'ours' | 'others'>;

export interface CutOptions {
  readonly answers?: CustomerAnswers;
  /** false: rows of others go along, as when somebody has cut them already */
  readonly rows?: boolean;
  /** rows that the sender leaves out: whatever the cause, they do not go along */
  readonly leftOut?: LeftOutRows | null;
  /** rows that a person took out one by one: those of customers that are not surely ours do not go along */
  readonly removed?: readonly RowPlace[];
}

/** A row of a sheet. */
export interface RowPlace {
  readonly sheet: string;
  readonly row: number;
}

/** Returns a text that is one row's alone. */
export const rowKey = ({ sheet, row }: RowPlace): string => `${row}\u0000${sheet}`;

/** What does not go along. `rows` counts lines about others; a cell of a table of buyers is a line. */
export interface CutFacts {
  readonly rows: number;
  readonly columns: readonly PersonalColumn[];
  /** cells in columns that fields use, in which something about a person is redacted */
  readonly cells: number;
  /** columns that no field uses */
  readonly unused: readonly UnusedColumn[];
  /** sheets without lines */
  readonly sheets: number;
  /** rows that the sender leaves out because they are not right */
  readonly leftOut: number;
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
  return answer === undefined ? whose === 'excluded' || (active && whose !== 'doubtful') : answer === 'others';
}

const noColumns: ReadonlySet<number> = new Set();
const hidden: Cell = Object.freeze({ kind: 'text', text: HIDDEN });
/** A row with so few cells that are read may be a remark, if nothing else stands in it. */
const fewCells = 2;

function masked(cell: Cell): Cell {
  return cell.kind === 'number' ? { kind: 'text', text: mask } : withText(cell);
}

const withText = ({ text }: Cell): Cell => ({ kind: 'text', text: withoutPersons(text) });
const isFilled = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cellText(cell) !== '' || cell.formula !== undefined);

/**
 * Returns which customers of a file stay and which are asked about, with what has been answered. Most rows first.
 * @param asksStrangers a customer of which nothing is known is asked about too: nothing else here would ask before the file is sent
 */
export function customersOf(look: FileLook, answers: CustomerAnswers = new Map(), asksStrangers = false): CutCustomers {
  const seen = [...look.customers.values()].sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1));
  const active = look.ofAllCustomers;
  const isAsked = ({ whose }: CustomerSeen): boolean =>
    whose === 'doubtful' ? active || asksStrangers : whose === 'stranger' && asksStrangers && !active;
  return { others: seen.filter((each) => stays(each, answers, active)), doubtful: seen.filter(isAsked) };
}

/** Cuts a file that has been looked through to what concerns us: no rows of others, and no columns that nothing reads. */
export class CutFile implements Cutting {
  readonly facts: CutFacts;
  readonly #look: FileLook;
  readonly #staying: ReadonlySet<string>;
  readonly #namesStaying: readonly string[];
  readonly #leftOut: LeftOutRows | null;
  readonly #removed: ReadonlySet<string>;
  readonly #columns = new Map<string, ReadonlySet<number>>();

  constructor(look: FileLook, { answers = new Map(), rows = true, leftOut = null, removed = [] }: CutOptions = {}) {
    const others = rows ? customersOf(look, answers).others : [];
    this.#look = look;
    this.#leftOut = leftOut;
    this.#removed = new Set(removed.map(rowKey));
    this.#staying = new Set(others.map(({ key }) => key));
    this.#namesStaying = [...new Set(others.map(({ name }) => name.toLowerCase()).filter((name) => name.length > 2))];
    for (const [name, sheet] of look.sheets) this.#columns.set(name, this.#columnsOut(sheet));
    // Of a sheet that stays, which may be called after a customer, nothing is told.
    const goes = ({ sheet }: { readonly sheet: string }): boolean => this.takesSheet(sheet);
    this.facts = {
      rows: others.reduce((sum, each) => sum + each.rows, 0),
      columns: look.personalColumns.filter(goes),
      cells: look.personalCells,
      unused: look.unusedColumns.filter(
        ({ sheet, column }) => goes({ sheet }) && !this.#columns.get(sheet)!.has(column),
      ),
      sheets: look.unusedSheets.length,
      leftOut: leftOut?.count ?? 0,
    };
  }

  /** Rows of others stay. */
  get cutsRows(): boolean {
    return this.#staying.size > 0;
  }

  /** What is read is another than in the whole file: rows stay, or something about persons in what is read. Columns that nothing reads change nothing. */
  get changesLines(): boolean {
    const { columns, cells, leftOut } = this.facts;
    return (
      this.cutsRows ||
      columns.length > 0 ||
      cells > 0 ||
      leftOut > 0 ||
      (this.#removed.size > 0 && this.#look.customers.size > 0)
    );
  }

  /** Whether anything stays at all; else the file goes as it is. */
  get cutsAnything(): boolean {
    return (
      this.changesLines ||
      this.facts.unused.length > 0 ||
      this.facts.sheets > 0 ||
      this.#look.hasTextAbove ||
      this.#look.hasRenamedSheets
    );
  }

  /** In a file of all customers, sheets that are no lists of lines sum up what everybody bought. */
  takesSheet(name: string): boolean {
    if (!this.cutsRows) return true;
    const sheet = this.#look.sheets.get(name);
    return (
      sheet !== undefined &&
      sheet.facts.role === 'lines' &&
      !(sheet.tells === 'sheet' && this.#staying.has(customerKey(named(name))))
    );
  }

  take(row: Row): Row | null {
    const sheet = this.#look.sheets.get(row.sheet);
    sheet?.follow(row);
    if (!sheet || this.#leftOut?.isOut(row.sheet, row.row)) return null;
    const kind = sheet.kindOf(row);
    if (kind === 'above') return this.#above(sheet, row);
    if (kind === 'line' && this.#isRemoved(sheet, row)) return null;
    if ((this.cutsRows || (kind === 'total' && this.facts.leftOut > 0)) && !this.#goes(sheet, row, kind)) return null;
    return this.#blanked(sheet, row, kind);
  }

  /** Whether what is written in a cell of a row that goes along is read by whoever gets it. */
  takesCell(row: Row, column: number): boolean {
    const sheet = this.#look.sheets.get(row.sheet);
    if (!sheet || sheet.facts.role !== 'lines' || !sheet.unused.isUsed(column)) return false;
    return !this.#columns.get(row.sheet)!.has(column) && !this.#columnsOutOf(sheet, row).has(column);
  }

  /** A customer that is written once for many rows stays with the row it is written in. */
  #isRemoved(sheet: SheetLook, row: Row): boolean {
    return (
      this.#removed.has(rowKey(row)) &&
      sheet.tells === 'rows' &&
      !sheet.spansRows &&
      !this.#look.isOurs(sheet.textsOf(row))
    );
  }

  #goes(sheet: SheetLook, row: Row, kind: RowKind): boolean {
    if (isBlankRow(row) || this.#look.isElsewhere(row)) return true;
    if (kind !== 'line') return kind === 'heading';
    if (sheet.tells === 'rows') return !this.#staying.has(customerKey(sheet.textsOf(row)));
    return sheet.tells !== 'columns' || this.#hasOurs(sheet, row);
  }

  /** Of what stands above a heading, or on a sheet without lines, only what the check asks for goes: the version of a template, and which agreement it is about. */
  #above(sheet: SheetLook, row: Row): Row | null {
    if (this.cutsRows && this.#tellsOfOthers(row)) return null;
    const cells = row.cells.map((cell) =>
      isFilled(cell) && this.#look.isAskedAbove(cell.text) ? withText(cell) : empty,
    );
    if (cells.some((cell) => cell !== empty)) return { ...row, cells };
    // That something stood there: the sheet is told of as one that is not read.
    return sheet.facts.role !== 'lines' && row.row === sheet.firstRow ? { ...row, cells: [hidden] } : null;
  }

  /** What stands above a heading may name who is in the file, or sum it up. */
  #tellsOfOthers(row: Row): boolean {
    return row.cells.some(
      (cell) => totalLabel.test(cell.text) || this.#namesStaying.some((name) => cell.text.toLowerCase().includes(name)),
    );
  }

  #hasOurs(sheet: SheetLook, row: Row): boolean {
    const out = this.#columns.get(row.sheet)!;
    return sheet.buyerColumns.some(({ columns }) =>
      columns.some((column) => !out.has(column) && sheet.amountIn(row, column)),
    );
  }

  /** Columns that stay with their headings: those of others in a table of buyers with their sums, and those about persons. */
  #columnsOut(sheet: SheetLook): ReadonlySet<number> {
    const out = new Set(sheet.personal.list().map(({ column }) => column));
    if (sheet.tells !== 'columns') return out;
    for (const { columns, heading } of sheet.buyerColumns) {
      const isOut =
        this.#staying.has(customerKey(named(heading))) ||
        this.#leftOut?.isCustomerOut(sheet.facts.name, heading) ||
        (this.cutsRows && totalLabel.test(heading));
      if (isOut) for (const column of columns) out.add(column);
    }
    if (this.cutsRows || this.#leftOut) for (const column of sheet.facts.cross?.sums ?? []) out.add(column);
    return out;
  }

  #blanked(sheet: SheetLook, row: Row, kind: RowKind): Row {
    const out = this.#columns.get(row.sheet)!;
    const keepsPlace = kind === 'line' && this.#isShort(sheet, row);
    const outHere = this.#columnsOutOf(sheet, row);
    let cells: Cell[] | null = null;
    row.cells.forEach((cell, column) => {
      const next =
        out.has(column) || outHere.has(column)
          ? empty
          : sheet.unused.isUsed(column)
            ? this.#used(sheet, cell, column, kind)
            : this.#unused(sheet, cell, column, kind, keepsPlace);
      if (next !== cell && isFilled(cell)) (cells ??= [...row.cells])[column] = next;
    });
    return cells ? { ...row, cells } : row;
  }

  /** Columns of customers whose line of this row is kept out. */
  #columnsOutOf({ facts }: SheetLook, { sheet, row }: Row): ReadonlySet<number> {
    if (!facts.cross || !this.#leftOut) return noColumns;
    return new Set(
      facts.cross.buyers.flatMap(({ heading, cells }) =>
        this.#leftOut!.isOutFor(sheet, row, heading) ? cells.map(({ column }) => column) : [],
      ),
    );
  }

  #used(sheet: SheetLook, cell: Cell, column: number, kind: RowKind): Cell {
    if (cell.text.length >= 11 && isPersonalCell(cell)) return masked(cell);
    return kind !== 'heading' && sheet.personal.holdsText(column, cell)
      ? { kind: 'text', text: sheet.personal.redact(column, cell.text) }
      : cell;
  }

  /** Headings stay, for a person to see what the file has; and what a row of sums or a remark is known by. */
  #unused(sheet: SheetLook, cell: Cell, column: number, kind: RowKind, keepsPlace: boolean): Cell {
    if (!isFilled(cell)) return cell;
    if (kind === 'heading') return sheet.facts.cross ? empty : masked(cell).text === cell.text ? cell : masked(cell);
    if (kind === 'total')
      return cell.kind === 'text' ? (withoutPersons(cell.text) === cell.text ? cell : withText(cell)) : empty;
    return keepsPlace || column === sheet.facts.beside?.column || column >= sheet.facts.headings.length
      ? hidden
      : empty;
  }

  #isShort(sheet: SheetLook, row: Row): boolean {
    return row.cells.filter((cell, column) => sheet.unused.isUsed(column) && isFilled(cell)).length <= fewCells;
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
  const own: Partial<TableFile> = {
    batches,
    sheets,
    ...(table.encoding !== undefined && { encoding: writtenEncoding }),
  };
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
