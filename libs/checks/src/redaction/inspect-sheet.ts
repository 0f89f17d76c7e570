import type { Cell, Row } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';
import { parseNumber } from '../cells/parse-number.ts';
import { repairEncoding } from '../cells/repair-text.ts';
import type { SheetFacts } from '../facts.ts';
import type { Plan } from '../plan/plan.ts';
import { NoteRows } from '../reading/note-rows.ts';
import { PersonalColumns } from '../reading/personal-columns.ts';
import { SecondTables } from '../reading/second-tables.ts';
import { isTotalLabel, subtotalAt } from '../reading/total-rows.ts';
import { FilledDown } from '../structure/filled-down.ts';
import { GroupedBuyers } from '../structure/group-rows.ts';
import { MergedCells } from '../structure/merged-cells.ts';
import type { FieldRole } from '../terms.ts';
import { UnusedColumns } from './unused-columns.ts';
import type { CustomerTexts } from './classify-customer.ts';

const buyerRoles = ['buyer', 'buyerOrgNumber', 'buyerName'] as const;
const identity: readonly FieldRole[] = [
  'itemNumber',
  'gtin',
  'itemName',
  ...buyerRoles,
  'site',
  'deliveredOn',
  'orderedOn',
  'invoicedOn',
  'invoiceNumber',
  'unit',
  'unitPrice',
];
const measures: readonly FieldRole[] = ['amount', 'quantity'];

/**
 * Where a sheet names the buyer: in each row, in column headings, or only in the sheet name; 'nobody' when the terms
 * have no buyer field.
 */
export type BuyerSource = 'rows' | 'columns' | 'sheet' | 'nobody';

/** Kind of a row. A row with a remark about the list, such as its line count, counts as a total. */
export type RowKind = 'above' | 'heading' | 'line' | 'total';

const noTexts: CustomerTexts = { orgNumber: '', buyer: '', buyerName: '', site: '' };

/** Returns a cell's text as the check reads it, with broken encoding repaired. */
function textOf(cell: Cell | undefined): string {
  const text =
    cell?.kind === 'number' && cell.shown !== undefined && /^0\d+$/.test(cell.shown) ? cell.shown : cellText(cell);
  return repairEncoding(text) ?? text;
}

/** One sheet for redaction: the kind of each row, the customer it names, and the personal columns. */
export class SheetInspection {
  readonly facts: SheetFacts;
  readonly buyerSource: BuyerSource;
  /** columns that no field uses and that are personal by their heading or content */
  readonly personal: PersonalColumns;
  readonly unused: UnusedColumns;
  /** cells in used columns with personal data */
  personalCells = 0;
  lines = 0;
  /** The first row with content; 0 when there is none. */
  firstRow = 0;
  readonly #columns: ReadonlyMap<FieldRole, number>;
  readonly #identity: readonly number[];
  readonly #item: number;
  /** Whether a value in one row may apply to others: cells are merged, or a column is filled down. */
  readonly spansRows: boolean;
  readonly #merged: MergedCells;
  readonly #filled: FilledDown;
  readonly #groups: GroupedBuyers;
  readonly #notes: NoteRows;
  readonly #others: SecondTables;

  constructor(facts: SheetFacts, plan: Plan, merged: readonly string[] = [], divided: readonly number[] = []) {
    this.facts = facts;
    this.personal = new PersonalColumns(facts, plan);
    this.unused = new UnusedColumns(facts, divided);
    this.#columns = new Map(
      facts.matches.flatMap(({ field, column }) => (field.role ? [[field.role, column] as const] : [])),
    );
    this.#identity = identity.flatMap((role) => this.#columns.get(role) ?? []);
    this.#item = this.#columns.get('itemNumber') ?? this.#columns.get('gtin') ?? -1;
    this.buyerSource = this.#buyerSource();
    this.spansRows = merged.length > 0 || facts.filledDown.length > 0 || facts.groupRows !== null;
    this.#merged = new MergedCells(merged, facts);
    this.#filled = new FilledDown(facts);
    this.#groups = new GroupedBuyers(facts);
    this.#notes = new NoteRows(facts, plan);
    this.#others = new SecondTables(facts);
  }

  #buyerSource(): BuyerSource {
    if (this.facts.role !== 'lines') return 'nobody';
    if (this.facts.groupRows || buyerRoles.some((role) => this.#columns.has(role))) return 'rows';
    if (this.facts.cross) return 'columns';
    return buyerRoles.some((role) => this.facts.table.role[role] !== undefined) ? 'sheet' : 'nobody';
  }

  /**
   * Returns the possible buyer columns of a cross table: buyers with their measure columns, otherwise each unused
   * column with a heading.
   */
  get buyerColumns(): readonly { readonly heading: string; readonly columns: readonly number[] }[] {
    const { cross, headings, matches } = this.facts;
    if (cross?.sums)
      return cross.buyers.map(({ heading, cells }) => ({ heading, columns: cells.map(({ column }) => column) }));
    const used = new Set(matches.map(({ column }) => column));
    return headings.flatMap((heading, column) =>
      heading === '' || used.has(column) || this.personal.has(column) ? [] : [{ heading, columns: [column] }],
    );
  }

  kindOf(row: Row): RowKind {
    const { headingTop, headingRow, role } = this.facts;
    if (role !== 'lines' || row.row < headingTop) return 'above';
    if (row.row <= headingRow || this.#repeatsHeading(row) || this.#others.begins(row)) return 'heading';
    // A row that names the customer of the rows below goes or stays with them.
    if (this.#groups.customerIn(row) !== null) return 'line';
    return this.#isTotal(row) || this.#notes.at(row) >= 0 || this.#isEmpty(row) ? 'total' : 'line';
  }

  /** Processes each row in order, since a customer on the first row of a group applies to the following rows. */
  processRow(row: Row): void {
    if (this.facts.filledDown.length > 0) this.#filled.recordRow(this.#merged.fill(row));
    this.#groups.recordRow(row);
  }

  /**
   * Returns the customer texts of a line. Call it once per row in file order, since one cell may apply to many rows.
   */
  textsOf(line: Row): CustomerTexts {
    const row = this.#filled.fill(this.#merged.fill(line));
    const at = (role: FieldRole): string => {
      const column = this.#columns.get(role);
      return column === undefined ? '' : textOf(row.cells[column]);
    };
    if (this.facts.groupRows) {
      const customer = this.#groups.customerOf(line);
      const { name = '', orgNumber = '' } = customer ?? {};
      return { ...noTexts, orgNumber, buyer: name || orgNumber, site: at('site') };
    }
    return { orgNumber: at('buyerOrgNumber'), buyer: at('buyer'), buyerName: at('buyerName'), site: at('site') };
  }

  /** Records personal data and used columns of a row. Call it for each row. */
  recordRow(row: Row): void {
    this.personalCells += this.personal.recordRow(row);
    this.unused.recordRow(row);
    if (this.firstRow === 0 && row.cells.some((cell) => cellText(cell) !== '')) this.firstRow = row.row;
  }

  amountIn(row: Row, column: number): boolean {
    const text = cellText(row.cells[column]);
    return text !== '' && Number(parseNumber(text, null).value ?? NaN) !== 0;
  }

  isNumber(row: Row, column: number): boolean {
    const text = cellText(row.cells[column]);
    return text !== '' && parseNumber(text, null).value !== null;
  }

  #repeatsHeading(row: Row): boolean {
    const { matches } = this.facts;
    return (
      matches.length > 0 &&
      matches[0]!.heading !== '' &&
      matches.every((match) => cellText(row.cells[match.column]) === match.heading)
    );
  }

  /** Returns whether all used columns are empty; other columns do not make a row a line. */
  #isEmpty(row: Row): boolean {
    return this.buyerSource === 'rows' && this.facts.matches.every(({ column }) => cellText(row.cells[column]) === '');
  }

  #isTotal(row: Row): boolean {
    const at = row.cells.findIndex((cell) => cell.kind === 'text' && isTotalLabel(cell.text));
    if (at >= 0) return at === this.#item || cellText(row.cells[this.#item]) === '';
    if (subtotalAt(row, this.#identity) >= 0)
      return measures.some((role) => this.isNumber(row, this.#columns.get(role) ?? -1));
    return (
      this.#identity.length > 0 &&
      this.#identity.every((column) => cellText(row.cells[column]) === '') &&
      measures.some((role) => this.isNumber(row, this.#columns.get(role) ?? -1))
    );
  }
}
