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
import { MergedCells } from '../structure/merged-cells.ts';
import type { FieldRole } from '../terms.ts';
import { UnusedColumns } from './unused-columns.ts';
import type { CustomerTexts } from './whose.ts';

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

/** How a sheet tells who bought: in each row, in headings of columns, or not at all, so that its own name may tell. */
export type TellsBuyer = 'rows' | 'columns' | 'sheet' | 'nobody';

/** What is said of the list, as how many lines it has, is as a total: no line. */
export type RowKind = 'above' | 'heading' | 'line' | 'total';

/** As the check reads it: a name whose letters were broken on the way is the same name. */
function textOf(cell: Cell | undefined): string {
  const text =
    cell?.kind === 'number' && cell.shown !== undefined && /^0\d+$/.test(cell.shown) ? cell.shown : cellText(cell);
  return repairEncoding(text) ?? text;
}

/** One sheet as the cutting sees it: what each row is, whom it names, and which columns are about persons. */
export class SheetLook {
  readonly facts: SheetFacts;
  readonly tells: TellsBuyer;
  /** columns no field uses, that are about persons by their heading or by what stands in them */
  readonly personal: PersonalColumns;
  readonly unused: UnusedColumns;
  /** cells of the fields' columns that hold something about a person */
  personalCells = 0;
  lines = 0;
  /** The first row in which something stands; 0 when none does. */
  firstRow = 0;
  readonly #columns: ReadonlyMap<FieldRole, number>;
  readonly #identity: readonly number[];
  readonly #item: number;
  /** What is written in one row may hold for others: cells are merged, or a column is filled down. */
  readonly spansRows: boolean;
  readonly #merged: MergedCells;
  readonly #filled: FilledDown;
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
    this.tells = this.#howItTells();
    this.spansRows = merged.length > 0 || facts.filledDown.length > 0;
    this.#merged = new MergedCells(merged, facts);
    this.#filled = new FilledDown(facts);
    this.#notes = new NoteRows(facts, plan);
    this.#others = new SecondTables(facts);
  }

  #howItTells(): TellsBuyer {
    if (this.facts.role !== 'lines') return 'nobody';
    if (buyerRoles.some((role) => this.#columns.has(role))) return 'rows';
    if (this.facts.cross) return 'columns';
    return buyerRoles.some((role) => this.facts.table.role[role] !== undefined) ? 'sheet' : 'nobody';
  }

  /** What may be a buyer in a table of buyers, with its columns: those that have measures, else each with a heading that no field uses. */
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
    return this.#isTotal(row) || this.#notes.at(row) >= 0 || this.#holdsNothing(row) ? 'total' : 'line';
  }

  /** Every row, in its order: who stands on the first row of a group may be another's line. */
  follow(row: Row): void {
    if (this.facts.filledDown.length > 0) this.#filled.note(this.#merged.fill(row));
  }

  /** Whom a line names. Rows come in their order, and each once: a customer may stand in one cell for many. */
  textsOf(line: Row): CustomerTexts {
    const row = this.#filled.fill(this.#merged.fill(line));
    const at = (role: FieldRole): string => {
      const column = this.#columns.get(role);
      return column === undefined ? '' : textOf(row.cells[column]);
    };
    return { orgNumber: at('buyerOrgNumber'), buyer: at('buyer'), buyerName: at('buyerName'), site: at('site') };
  }

  /** Every row: what of it is about persons. */
  notice(row: Row): void {
    this.personalCells += this.personal.notice(row);
    this.unused.notice(row);
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

  /** Nothing stands in any column that is read: what stands beside them is no line, and nobody's. */
  #holdsNothing(row: Row): boolean {
    return this.tells === 'rows' && this.facts.matches.every(({ column }) => cellText(row.cells[column]) === '');
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
