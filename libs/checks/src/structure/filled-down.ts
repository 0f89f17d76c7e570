import type { Cell, Row } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';
import type { ColumnMatch, SheetFacts } from '../facts.ts';
import type { Plan } from '../plan/plan.ts';
import { foldHeading } from '../plan/fold-heading.ts';
import { isTotalLabel, totalEnding } from '../reading/total-rows.ts';
import type { FieldRole } from '../terms.ts';

/** What may stand on the first row of a group and hold for the rows below. What is counted never does. */
const fillable: ReadonlySet<FieldRole | null> = new Set<FieldRole | null>([
  'lot',
  'itemNumber',
  'gtin',
  'itemName',
  'category',
  'buyer',
  'buyerOrgNumber',
  'buyerName',
  'site',
  'unit',
  'currency',
  'deliveredOn',
  'orderedOn',
  'invoicedOn',
  'period',
  'invoiceNumber',
  'orderNumber',
]);
/** Of the rows that are counted so many must lack it, for a column to look like one of groups: one empty cell is only empty. */
const emptyShareMin = 0.25;
const empty: Cell = { kind: 'empty', text: '' };

const isEmpty = (row: Row, column: number): boolean => cellText(row.cells[column]).trim() === '';

/** Columns whose first row of a group holds for the rows below, because a person said so. */
export function columnsFilledDown(matches: readonly ColumnMatch[], { filledDown }: Plan): number[] {
  if (filledDown.fields.size === 0 && filledDown.headings.size === 0) return [];
  const said = ({ field, heading }: ColumnMatch): boolean =>
    filledDown.fields.has(field.name) || filledDown.headings.get(foldHeading(heading)) === field.name;
  return matches
    .flatMap((match) => (fillable.has(match.field.role) && said(match) ? [match.column] : []))
    .sort((a, b) => a - b);
}

/** Fields that look as if they stood on the first row of each group only, by the first rows of the sheet: to be asked about, never taken for granted. */
export function groupedFields(rows: readonly Row[], matches: readonly ColumnMatch[]): ReadonlySet<number> {
  const counted = matches.flatMap(({ field, column }) =>
    field.role === 'quantity' || field.role === 'amount' ? [column] : [],
  );
  const lines = rows.filter(
    (row) => counted.some((column) => !isEmpty(row, column)) && !row.cells.some((cell) => isTotalLabel(cellText(cell))),
  );
  const looksGrouped = ({ field, column }: ColumnMatch): boolean => {
    const first = rows.findIndex((row) => !isEmpty(row, column));
    const lacking = lines.filter((row) => isEmpty(row, column)).length;
    return (
      fillable.has(field.role) &&
      first >= 0 &&
      rows[first]!.row <= (lines[0]?.row ?? 0) &&
      lacking > 0 &&
      lacking >= lines.length * emptyShareMin
    );
  };
  return new Set(matches.flatMap((match) => (looksGrouped(match) ? [match.field.index] : [])));
}

/**
 * What stands on the first row of a group, handed on to the rows below that have nothing there. A new value to the left begins a new group:
 * what stood to the right of it holds no more. Rows are given in the order of the sheet; when they begin anew, so does this.
 */
export class FilledDown {
  private readonly columns: readonly number[];
  private readonly headings: readonly string[];
  private readonly others: readonly number[];
  private readonly held: (Cell | null)[];
  private last = 0;

  constructor(facts: SheetFacts) {
    this.columns = facts.filledDown;
    this.headings = facts.headings;
    const all = [
      ...facts.matches.map(({ column }) => column),
      ...(facts.cross?.buyers ?? []).flatMap(({ cells }) => cells.map(({ column }) => column)),
    ];
    this.others = all.filter((column) => !this.columns.includes(column));
    this.held = this.columns.map(() => null);
  }

  /** Takes in what the row says; to be called once for each row, before it is filled. */
  note(row: Row): void {
    if (this.columns.length === 0) return;
    if (row.row < this.last) this.held.fill(null);
    this.last = row.row;
    const first = this.columns.findIndex((column) => this.says(row, column));
    if (first >= 0)
      for (let at = first; at < this.columns.length; at += 1)
        this.held[at] = this.says(row, this.columns[at]!) ? row.cells[this.columns[at]!]! : null;
  }

  /** The row with what holds for it from above; the same row where nothing does. */
  fill(row: Row): Row {
    let cells: Cell[] | null = null;
    for (let at = 0; at < this.columns.length; at += 1) {
      const [column, cell] = [this.columns[at]!, this.held[at]];
      if (!cell || !isEmpty(row, column)) continue;
      cells ??= [...row.cells];
      while (cells.length < column) cells.push(empty);
      cells[column] = cell;
    }
    return cells ? { ...row, cells } : row;
  }

  /** "Kongsvinger" alone on a row, with its lines below: the row is no line. */
  isGroupHead(row: Row): boolean {
    return (
      this.columns.length > 0 &&
      this.columns.some((column) => this.says(row, column)) &&
      this.others.every((column) => isEmpty(row, column))
    );
  }

  private says(row: Row, column: number): boolean {
    const text = cellText(row.cells[column]).trim();
    return text !== '' && text !== this.headings[column] && !isTotalLabel(text) && !totalEnding.test(text);
  }
}
