import type { Cell, Row } from '@tallgrunn/tabular';
import type { FieldRole } from '../terms.ts';
import { isPlate, withoutPlates } from '@tallgrunn/values';
import {
  HIDDEN_VALUE,
  hasPersonalText,
  identifiesPerson,
  isPersonalCell,
  withoutPersons,
} from '../cells/personal-data.ts';
import type { DateParts, SheetFacts } from '../facts.ts';
import type { FindingLocation } from '../finding.ts';
import { columnLetters } from '../places.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * A column about persons that no field uses. `heading` is '' when it has none; `row` is that of the heading, or the
 * first with an identity number.
 */
export interface PersonalColumn {
  readonly sheet: string;
  readonly column: number;
  readonly heading: string;
  readonly row: number;
}

const ofBuyers: ReadonlySet<FieldRole> = new Set<FieldRole>(['buyer', 'buyerName', 'buyerOrgNumber', 'site']);

const partColumns = (parts: DateParts | undefined): number[] =>
  parts ? [parts.year, parts.month, parts.day, parts.week].filter((column) => column !== null) : [];

/** Returns the columns that fields of a sheet use, including the discount column. */
export function columnsUsed({ matches, cross, discount, groupRows }: SheetFacts): ReadonlySet<number> {
  return new Set([
    ...matches.flatMap(({ column, parts }) => [column, ...partColumns(parts)]),
    ...(cross?.buyers ?? []).flatMap(({ cells }) => cells.map(({ column }) => column)),
    ...(discount ? [discount.column] : []),
    ...(groupRows ? [groupRows.column] : []),
  ]);
}

/**
 * Finds the personal columns of one sheet as its rows are read. Checking and redaction both use it, so that they agree.
 */
export class PersonalColumns {
  readonly #facts: SheetFacts;
  readonly #plan: Plan | null;
  readonly #used: ReadonlySet<number>;
  readonly #roles: ReadonlyMap<number, FieldRole>;
  readonly #plates: ReadonlySet<number>;
  /** row of each column */
  readonly #rows: Map<number, number>;
  #clean: Row | null = null;

  constructor(facts: SheetFacts, plan: Plan | null = null) {
    this.#facts = facts;
    this.#plan = plan;
    this.#roles = new Map(
      facts.matches.flatMap(({ field, column }) => (field.role ? [[column, field.role] as const] : [])),
    );
    this.#used = columnsUsed(facts);
    this.#plates = new Set(facts.plateColumns);
    this.#rows = new Map(facts.personalColumns.map((column) => [column, facts.headingRow]));
  }

  has(column: number): boolean {
    return this.#rows.has(column);
  }

  /**
   * Examines a row: an unused column with an identity number becomes personal. Returns the number of used cells with
   * personal data.
   */
  recordRow(row: Row): number {
    let used = 0;
    let isClean = true;
    for (let column = 0; column < row.cells.length; column += 1) {
      const cell = row.cells[column]!;
      if (row.row > this.#facts.headingRow && this.containsPersonalText(column, cell)) {
        isClean = false;
        used += 1;
        continue;
      }
      if (cell.text.length < 11) continue;
      const isKnown = this.#rows.has(column);
      if (!isKnown && !isPersonalCell(cell)) continue;
      isClean = false;
      if (isKnown) continue;
      if (this.#used.has(column)) used += 1;
      else this.#rows.set(column, row.row);
    }
    this.#clean = isClean ? row : null;
    return used;
  }

  /**
   * Returns whether a used cell contains a person's name, address or contact. Customers, sites and items of the
   * agreement do not count.
   */
  containsPersonalText(column: number, cell: Cell): boolean {
    if (!this.#used.has(column) || isPersonalCell(cell)) return false;
    if (this.#plates.has(column) && cell.kind === 'text' && isPlate(cell.text)) return true;
    return hasPersonalText(cell) && !this.#isPersonal(column, cell.text);
  }

  /** Returns a text of a column without personal data. */
  redact(column: number, text: string): string {
    return this.#plates.has(column) ? withoutPlates(withoutPersons(text)) : withoutPersons(text);
  }

  /**
   * Returns whether a text names a customer or item of the agreement. A private customer is removed with its rows, so
   * its name need not be redacted here; next to a customer of ours it is.
   */
  #isPersonal(column: number, text: string): boolean {
    const role = this.#roles.get(column);
    if (!this.#plan || role === undefined) return false;
    if (role === 'itemName' || role === 'itemNumber') return this.#plan.items.find(text, null, text) !== null;
    if (!ofBuyers.has(role)) return false;
    const rest = withoutPersons(text).replaceAll(HIDDEN_VALUE, ' ').trim();
    return !/\p{L}/u.test(rest) || (this.#plan.buyers.find(text) !== null && this.#plan.buyers.find(rest) === null);
  }

  /** Returns whether a row is the last one examined and has no personal data, so that it need not be examined again. */
  isClean(row: Row): boolean {
    return row === this.#clean;
  }

  /**
   * Completes the list at the end of the sheet: in a sheet with identity numbers, columns of names and addresses are
   * personal too.
   */
  completeList(): void {
    if (this.#rows.size === 0) return;
    const { headings, headingRow } = this.#facts;
    headings.forEach((heading, column) => {
      if (!this.#used.has(column) && !this.#rows.has(column) && identifiesPerson(normaliseHeading(heading)))
        this.#rows.set(column, headingRow);
    });
  }

  list(): PersonalColumn[] {
    const { name, headings } = this.#facts;
    return [...this.#rows]
      .sort(([a], [b]) => a - b)
      .map(([column, row]) => ({ sheet: name, column, heading: withoutPersons(headings[column] ?? ''), row }));
  }
}

/**
 * Returns the original location of a personal column, even if it was removed since. JSON lines have field names and no
 * columns; row 0 means unknown.
 */
export function locationOfPersonalColumn(
  { sheet, column, heading, row }: PersonalColumn,
  hasNames: boolean,
): FindingLocation {
  const name = sheet === '' ? null : sheet;
  const columnName = heading === '' ? columnLetters(column) : heading;
  return {
    sheet: name,
    row: row === 0 ? null : row,
    column: columnName,
    cell: hasNames || row === 0 ? null : `${columnLetters(column)}${row}`,
  };
}
