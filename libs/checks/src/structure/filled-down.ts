import type { Cell, Row } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';
import type { ColumnMatch, SheetFacts } from '../facts.ts';
import type { Plan } from '../plan/plan.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import { isTotalLabel, totalEnding } from '../reading/total-rows.ts';
import type { FieldRole } from '../terms.ts';

/** Roles whose value on the first row of a group may apply to the rows below. Quantities and amounts never do. */
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
/** Minimum share of lines with an empty cell for a column to look grouped; a single empty cell does not count. */
const emptyShareMin = 0.25;
const empty: Cell = { kind: 'empty', text: '' };

const isEmpty = (row: Row, column: number): boolean => cellText(row.cells[column]).trim() === '';

/** Returns the columns that a person declared filled down. */
export function columnsFilledDown(matches: readonly ColumnMatch[], { filledDown }: Plan): number[] {
  if (filledDown.fields.size === 0 && filledDown.headings.size === 0) return [];
  const isDeclared = ({ field, heading }: ColumnMatch): boolean =>
    filledDown.fields.has(field.name) || filledDown.headings.get(normaliseHeading(heading)) === field.name;
  return matches
    .flatMap((match) => (fillable.has(match.field.role) && isDeclared(match) ? [match.column] : []))
    .sort((a, b) => a - b);
}

/**
 * Returns the fields that seem to be filled in on the first row of each group only, by the first rows of the sheet.
 * They are asked about, never assumed.
 */
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

/** Roles that lists write once for each group. A shorter list, or one in which fewer lines lack them, is asked about. */
const writtenOnce: ReadonlySet<FieldRole | null> = new Set<FieldRole | null>([
  ...(['lot', 'buyer', 'buyerOrgNumber', 'buyerName', 'site', 'invoiceNumber', 'orderNumber'] as const),
  ...(['deliveredOn', 'orderedOn', 'invoicedOn', 'period'] as const),
]);
const linesMin = 8;
const lackingMin = 4;
const mostShare = 0.5;

/**
 * Returns the columns that a list evidently writes on the first row of each group only: the first line has a value, no
 * line has the value of the line above it, and either no value comes twice, or most lines lack it, or another such
 * column is empty on the same lines. Columns that are empty on the same lines are weighed together: the next order of a
 * customer has another day. A list that repeats its values has only lost some of them, and is asked about.
 */
export function columnsWrittenOnce(rows: readonly Row[], matches: readonly ColumnMatch[]): number[] {
  const counted = matches.flatMap(({ field, column }) =>
    field.role === 'quantity' || field.role === 'amount' ? [column] : [],
  );
  const lines = rows.filter(
    (row) =>
      counted.some((column) => !isEmpty(row, column)) &&
      !row.cells.some((cell) => isTotalLabel(cellText(cell)) || totalEnding.test(cellText(cell))),
  );
  if (lines.length < linesMin) return [];
  const found = matches.flatMap(({ field, column }) => {
    if (!writtenOnce.has(field.role)) return [];
    const texts = lines.map((row) => cellText(row.cells[column]).trim());
    const lacking = texts.filter((text) => text === '').length;
    const values = texts.filter((text) => text !== '');
    if (texts[0] === '' || lacking < Math.max(lackingMin, texts.length * emptyShareMin)) return [];
    const repeats = texts.some((text, at) => at > 0 && text !== '' && text === texts[at - 1]);
    const isClear = new Set(values).size === values.length || lacking >= texts.length * mostShare;
    return [{ column, texts, isClear: !repeats && isClear }];
  });
  const isLike = (one: readonly string[], other: readonly string[]): boolean =>
    one.every((text, at) => (text === '') === (other[at] === ''));
  const isWrittenOnce = ({ texts, isClear }: (typeof found)[number]): boolean => {
    const alike = found.filter((other) => isLike(texts, other.texts));
    const repeats = (at: number): boolean =>
      texts[at] !== '' && alike.every((other) => other.texts[at] === other.texts[at - 1]);
    return isClear || (alike.length > 1 && !texts.some((_, at) => at > 0 && repeats(at)));
  };
  return found.flatMap((each) => (isWrittenOnce(each) ? [each.column] : []));
}

/**
 * Fills values from the first row of a group into the empty cells below. A new value in a column begins a new group and
 * clears the columns to its right. Rows must come in sheet order; the state resets when they start again.
 */
export class FilledDown {
  private readonly columns: readonly number[];
  private readonly headings: readonly string[];
  private readonly others: readonly number[];
  private readonly inherited: (Cell | null)[];
  private last = 0;

  constructor(facts: SheetFacts) {
    this.columns = facts.filledDown;
    this.headings = facts.headings;
    const all = [
      ...facts.matches.map(({ column }) => column),
      ...(facts.cross?.buyers ?? []).flatMap(({ cells }) => cells.map(({ column }) => column)),
    ];
    this.others = all.filter((column) => !this.columns.includes(column));
    this.inherited = this.columns.map(() => null);
  }

  /** Records the values of a row. Call it once per row, before `fill`. */
  recordRow(row: Row): void {
    if (this.columns.length === 0) return;
    if (row.row < this.last) this.inherited.fill(null);
    this.last = row.row;
    const first = this.columns.findIndex((column) => this.hasValue(row, column));
    if (first >= 0)
      for (let at = first; at < this.columns.length; at += 1)
        this.inherited[at] = this.hasValue(row, this.columns[at]!) ? row.cells[this.columns[at]!]! : null;
  }

  /** Returns the row with inherited values; the same row when there are none. */
  fill(row: Row): Row {
    let cells: Cell[] | null = null;
    for (let at = 0; at < this.columns.length; at += 1) {
      const [column, cell] = [this.columns[at]!, this.inherited[at]];
      if (!cell || !isEmpty(row, column)) continue;
      cells ??= [...row.cells];
      while (cells.length < column) cells.push(empty);
      cells[column] = cell;
    }
    return cells ? { ...row, cells } : row;
  }

  /** Returns whether a row contains only group values, such as "Kongsvinger" above its lines; it is not a line. */
  isGroupHead(row: Row): boolean {
    return (
      this.columns.length > 0 &&
      this.columns.some((column) => this.hasValue(row, column)) &&
      this.others.every((column) => isEmpty(row, column))
    );
  }

  private hasValue(row: Row, column: number): boolean {
    const text = cellText(row.cells[column]).trim();
    return text !== '' && text !== this.headings[column] && !isTotalLabel(text) && !totalEnding.test(text);
  }
}
