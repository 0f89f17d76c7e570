import type { Cell, Redactor, Row, TableFile } from '@tallgrunn/tabular';
import { cellText, isBlankRow } from '../cells/cell-text.ts';
import { HIDDEN_VALUE, isPersonalCell, IDENTITY_MASK, withoutPersons } from '../cells/personal-data.ts';
import type { PersonalColumn } from '../reading/personal-columns.ts';
import { totalLabel } from '../reading/total-rows.ts';
import { customerKey, asCustomerTexts } from './inspect-file.ts';
import type { InspectedCustomer, FileInspection } from './inspect-file.ts';
import type { ExcludedRows } from './left-out-rows.ts';
import type { RowKind, SheetInspection } from './inspect-sheet.ts';
import type { UnusedColumn } from './unused-columns.ts';

/** A person's answers about uncertain customers, by customer key. */
export type CustomerAnswers = ReadonlyMap<string, 'ours' | 'others'>;

export interface RedactionOptions {
  readonly answers?: CustomerAnswers;
  /** false: rows of others are retained, for example when the file was redacted before */
  readonly rows?: boolean;
  /** rows that the sender excludes; they are removed whatever the cause */
  readonly leftOut?: ExcludedRows | null;
  /** rows that a person excluded one by one; removed when the customer is not certainly ours */
  readonly removed?: readonly RowPlace[];
}

/** The location of a row. */
export interface RowPlace {
  readonly sheet: string;
  readonly row: number;
}

/** Returns a unique key of a row. */
export const rowKey = ({ sheet, row }: RowPlace): string => `${row}\u0000${sheet}`;

/** Summary of the removed content. `rows` counts lines about others; a cell of a cross table of buyers is a line. */
export interface RedactionSummary {
  readonly rows: number;
  readonly columns: readonly PersonalColumn[];
  /** cells in used columns with redacted personal data */
  readonly cells: number;
  /** columns that no field uses */
  readonly unused: readonly UnusedColumn[];
  /** sheets without lines */
  readonly sheets: number;
  /** rows that the sender excludes because they have errors */
  readonly leftOut: number;
}

/** Customers whose rows are removed, and customers to ask about. */
export interface CustomerSelection {
  readonly others: readonly InspectedCustomer[];
  readonly doubtful: readonly InspectedCustomer[];
}

/** Encoding of a written copy, whatever the original had. */
const writtenEncoding = 'utf-8';
const empty: Cell = Object.freeze({ kind: 'empty', text: '' });

function isCustomerRemoved({ key, whose }: InspectedCustomer, answers: CustomerAnswers, active: boolean): boolean {
  const answer = answers.get(key);
  return answer === undefined ? whose === 'excluded' || (active && whose !== 'doubtful') : answer === 'others';
}

const noColumns: ReadonlySet<number> = new Set();
const hidden: Cell = Object.freeze({ kind: 'text', text: HIDDEN_VALUE });
/** A row with at most this many filled used cells may be a remark, unless other cells are filled. */
const FEW_CELLS_MAX = 2;

function maskCell(cell: Cell): Cell {
  return cell.kind === 'number' ? { kind: 'text', text: IDENTITY_MASK } : redactCell(cell);
}

const redactCell = ({ text }: Cell): Cell => ({ kind: 'text', text: withoutPersons(text) });
const isFilled = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cellText(cell) !== '' || cell.formula !== undefined);

/**
 * Returns the customers of a file that are removed and those to ask about, given the answers so far; most rows first.
 * @param asksAboutStrangers also ask about unknown customers, because there is no later opportunity before the file is sent
 */
export function customersOf(
  inspection: FileInspection,
  answers: CustomerAnswers = new Map(),
  asksAboutStrangers = false,
): CustomerSelection {
  const customers = [...inspection.customers.values()].sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1));
  const active = inspection.ofAllCustomers;
  const isAsked = ({ whose }: InspectedCustomer): boolean =>
    whose === 'doubtful' ? active || asksAboutStrangers : whose === 'stranger' && asksAboutStrangers && !active;
  return {
    others: customers.filter((each) => isCustomerRemoved(each, answers, active)),
    doubtful: customers.filter(isAsked),
  };
}

/** Redacts an inspected file: removes rows of others and columns that are not used. */
export class FileRedactor implements Redactor {
  readonly facts: RedactionSummary;
  readonly #look: FileInspection;
  readonly #staying: ReadonlySet<string>;
  readonly #namesStaying: readonly string[];
  readonly #leftOut: ExcludedRows | null;
  readonly #removed: ReadonlySet<string>;
  readonly #columns = new Map<string, ReadonlySet<number>>();

  constructor(
    inspection: FileInspection,
    { answers = new Map(), rows = true, leftOut = null, removed = [] }: RedactionOptions = {},
  ) {
    const others = rows ? customersOf(inspection, answers).others : [];
    this.#look = inspection;
    this.#leftOut = leftOut;
    this.#removed = new Set(removed.map(rowKey));
    this.#staying = new Set(others.map(({ key }) => key));
    this.#namesStaying = [...new Set(others.map(({ name }) => name.toLowerCase()).filter((name) => name.length > 2))];
    for (const [name, sheet] of inspection.sheets) this.#columns.set(name, this.#columnsOut(sheet));
    // The name of a removed sheet may be a customer's name, so nothing about the sheet is reported.
    const goes = ({ sheet }: { readonly sheet: string }): boolean => this.takesSheet(sheet);
    this.facts = {
      rows: others.reduce((sum, each) => sum + each.rows, 0),
      columns: inspection.personalColumns.filter(goes),
      cells: inspection.personalCells,
      unused: inspection.unusedColumns.filter(
        ({ sheet, column }) => goes({ sheet }) && !this.#columns.get(sheet)!.has(column),
      ),
      sheets: inspection.unusedSheets.length,
      leftOut: leftOut?.count ?? 0,
    };
  }

  /** Returns whether rows of others are removed. */
  get removesRows(): boolean {
    return this.#staying.size > 0;
  }

  /**
   * Returns whether the check reads something else than in the whole file: rows are removed, or personal data in used
   * columns. Removed unused columns make no difference.
   */
  get changesLines(): boolean {
    const { columns, cells, leftOut } = this.facts;
    return (
      this.removesRows ||
      columns.length > 0 ||
      cells > 0 ||
      leftOut > 0 ||
      (this.#removed.size > 0 && this.#look.customers.size > 0)
    );
  }

  /** Returns whether anything is removed; otherwise the file is sent unchanged. */
  get removesAnything(): boolean {
    return (
      this.changesLines ||
      this.facts.unused.length > 0 ||
      this.facts.sheets > 0 ||
      this.#look.hasTextAbove ||
      this.#look.hasRenamedSheets
    );
  }

  /**
   * Returns whether a sheet is retained. In a file with other customers, sheets without lines are removed, because they
   * may sum up all customers' purchases.
   */
  takesSheet(name: string): boolean {
    if (!this.removesRows) return true;
    const sheet = this.#look.sheets.get(name);
    return (
      sheet !== undefined &&
      sheet.facts.role === 'lines' &&
      !(sheet.buyerSource === 'sheet' && this.#staying.has(customerKey(asCustomerTexts(name))))
    );
  }

  take(row: Row): Row | null {
    const sheet = this.#look.sheets.get(row.sheet);
    sheet?.processRow(row);
    if (!sheet || this.#leftOut?.isOut(row.sheet, row.row)) return null;
    const kind = sheet.kindOf(row);
    if (kind === 'above') return this.#above(sheet, row);
    if (kind === 'line' && this.#isRemoved(sheet, row)) return null;
    if ((this.removesRows || (kind === 'total' && this.facts.leftOut > 0)) && !this.#goes(sheet, row, kind))
      return null;
    return this.#blanked(sheet, row, kind);
  }

  /** Returns whether the check reads the content of a cell in a retained row. */
  retainsCell(row: Row, column: number): boolean {
    const sheet = this.#look.sheets.get(row.sheet);
    if (!sheet || sheet.facts.role !== 'lines' || !sheet.unused.isUsed(column)) return false;
    return !this.#columns.get(row.sheet)!.has(column) && !this.#columnsOutOf(sheet, row).has(column);
  }

  /** Returns whether a person excluded the row. A row stays when its customer cell also applies to other rows. */
  #isRemoved(sheet: SheetInspection, row: Row): boolean {
    return (
      this.#removed.has(rowKey(row)) &&
      sheet.buyerSource === 'rows' &&
      !sheet.spansRows &&
      !this.#look.isOurs(sheet.textsOf(row))
    );
  }

  #goes(sheet: SheetInspection, row: Row, kind: RowKind): boolean {
    if (isBlankRow(row) || this.#look.isElsewhere(row)) return true;
    if (kind !== 'line') return kind === 'heading';
    if (sheet.buyerSource === 'rows') return !this.#staying.has(customerKey(sheet.textsOf(row)));
    return sheet.buyerSource !== 'columns' || this.#hasOurs(sheet, row);
  }

  /**
   * Retains from the rows above a heading, or on a sheet without lines, only texts that the check needs: the template
   * version and the name of the agreement.
   */
  #above(sheet: SheetInspection, row: Row): Row | null {
    if (this.removesRows && this.#concernsOthers(row)) return null;
    const cells = row.cells.map((cell) =>
      isFilled(cell) && this.#look.isNeededAbove(cell.text) ? redactCell(cell) : empty,
    );
    if (cells.some((cell) => cell !== empty)) return { ...row, cells };
    // Retains a placeholder, so that the sheet is still reported as not read.
    return sheet.facts.role !== 'lines' && row.row === sheet.firstRow ? { ...row, cells: [hidden] } : null;
  }

  /** Returns whether a row above a heading names a removed customer or contains totals. */
  #concernsOthers(row: Row): boolean {
    return row.cells.some(
      (cell) => totalLabel.test(cell.text) || this.#namesStaying.some((name) => cell.text.toLowerCase().includes(name)),
    );
  }

  #hasOurs(sheet: SheetInspection, row: Row): boolean {
    const out = this.#columns.get(row.sheet)!;
    return sheet.buyerColumns.some(({ columns }) =>
      columns.some((column) => !out.has(column) && sheet.amountIn(row, column)),
    );
  }

  /**
   * Returns the columns to remove with their headings: personal columns, and in a cross table of buyers the columns of
   * others and sums.
   */
  #columnsOut(sheet: SheetInspection): ReadonlySet<number> {
    const out = new Set(sheet.personal.list().map(({ column }) => column));
    if (sheet.buyerSource !== 'columns') return out;
    for (const { columns, heading } of sheet.buyerColumns) {
      const isOut =
        this.#staying.has(customerKey(asCustomerTexts(heading))) ||
        this.#leftOut?.isCustomerOut(sheet.facts.name, heading) ||
        (this.removesRows && totalLabel.test(heading));
      if (isOut) for (const column of columns) out.add(column);
    }
    if (this.removesRows || this.#leftOut) for (const column of sheet.facts.cross?.sums ?? []) out.add(column);
    return out;
  }

  #blanked(sheet: SheetInspection, row: Row, kind: RowKind): Row {
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

  /** Returns the customer columns whose line in this row was rejected. */
  #columnsOutOf({ facts }: SheetInspection, { sheet, row }: Row): ReadonlySet<number> {
    if (!facts.cross || !this.#leftOut) return noColumns;
    return new Set(
      facts.cross.buyers.flatMap(({ heading, cells }) =>
        this.#leftOut!.isOutFor(sheet, row, heading) ? cells.map(({ column }) => column) : [],
      ),
    );
  }

  #used(sheet: SheetInspection, cell: Cell, column: number, kind: RowKind): Cell {
    if (cell.text.length >= 11 && isPersonalCell(cell)) return maskCell(cell);
    return kind !== 'heading' && sheet.personal.containsPersonalText(column, cell)
      ? { kind: 'text', text: sheet.personal.redact(column, cell.text) }
      : cell;
  }

  /**
   * Redacts a cell in an unused column. Headings remain, so that a person sees the columns of the file, and so do texts
   * that identify a row of totals or a remark.
   */
  #unused(sheet: SheetInspection, cell: Cell, column: number, kind: RowKind, keepsPlace: boolean): Cell {
    if (!isFilled(cell)) return cell;
    if (kind === 'heading')
      return sheet.facts.cross ? empty : maskCell(cell).text === cell.text ? cell : maskCell(cell);
    if (kind === 'total')
      return cell.kind === 'text' ? (withoutPersons(cell.text) === cell.text ? cell : redactCell(cell)) : empty;
    return keepsPlace || column === sheet.facts.beside?.column || column >= sheet.facts.headings.length
      ? hidden
      : empty;
  }

  #isShort(sheet: SheetInspection, row: Row): boolean {
    return row.cells.filter((cell, column) => sheet.unused.isUsed(column) && isFilled(cell)).length <= FEW_CELLS_MAX;
  }
}

/** Returns the table as redacted, with the same rows as its written copy. */
export function redactedTable(table: TableFile, redactor: Redactor): TableFile {
  async function* batches(): AsyncGenerator<Row[]> {
    for await (const batch of table.batches()) {
      const rows = batch.flatMap((row) => (redactor.takesSheet(row.sheet) ? (redactor.take(row) ?? []) : []));
      if (rows.length > 0) yield rows;
    }
  }
  const sheets = table.sheets.filter(({ name }) => redactor.takesSheet(name));
  const own: Partial<TableFile> = {
    batches,
    sheets,
    ...(table.encoding !== undefined && { encoding: writtenEncoding }),
  };
  // other properties of the table may still change during reading
  return new Proxy(table, { get: (target, key) => Reflect.get(key in own ? own : target, key) });
}

/** Returns the same table, inspecting its rows as they are read. The reader must call `look.end()`. */
export function inspectedTable(table: TableFile, inspection: FileInspection): TableFile {
  async function* batches(): AsyncGenerator<Row[]> {
    for await (const batch of table.batches()) {
      for (const row of batch) inspection.row(row);
      yield batch;
    }
  }
  return new Proxy(table, { get: (target, key) => (key === 'batches' ? batches : Reflect.get(target, key, target)) });
}
