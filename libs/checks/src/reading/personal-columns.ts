import type { Cell, Row } from '@tallgrunn/tabular';
import type { FieldRole } from '../terms.ts';
import { isPlate, withoutPlates } from '@tallgrunn/values';
import { HIDDEN, hasPersonalText, isBesidePersons, isPersonalCell, withoutPersons } from '../cells/personal-data.ts';
import type { SheetFacts } from '../facts.ts';
import type { Place } from '../finding.ts';
import { columnLetters } from '../places.ts';
import { foldHeading } from '../plan/fold-heading.ts';
import type { Plan } from '../plan/plan.ts';

/** A column about persons that no field uses. `heading` is '' where it has none; `row` is the heading's, or the first in which an identity number stands. */
export interface PersonalColumn {
  readonly sheet: string;
  readonly column: number;
  readonly heading: string;
  readonly row: number;
}

const ofBuyers: ReadonlySet<FieldRole> = new Set<FieldRole>(['buyer', 'buyerName', 'buyerOrgNumber', 'site']);

/** Columns that fields of a sheet use, and what is taken off its prices. */
export function columnsUsed({ matches, cross, discount }: SheetFacts): ReadonlySet<number> {
  return new Set([
    ...matches.map(({ column }) => column),
    ...(cross?.buyers ?? []).flatMap(({ cells }) => cells.map(({ column }) => column)),
    ...(discount < 0 ? [] : [discount]),
  ]);
}

/** The columns of one sheet that are about persons, found as its rows go by: whoever checks a file and whoever cuts it find the same. */
export class PersonalColumns {
  readonly #facts: SheetFacts;
  readonly #plan: Plan | null;
  readonly #used: ReadonlySet<number>;
  readonly #roles: ReadonlyMap<number, FieldRole>;
  readonly #plates: ReadonlySet<number>;
  /** row of each */
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

  /** Looks for personal data: a column of no field that holds an identity number becomes personal. Returns in how many cells of the fields' columns some are. */
  notice(row: Row): number {
    let used = 0;
    let isClean = true;
    for (let column = 0; column < row.cells.length; column += 1) {
      const cell = row.cells[column]!;
      if (row.row > this.#facts.headingRow && this.holdsText(column, cell)) {
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

  /** Whether a text of a column that is read names a person, or says where or how to reach one. Customers, places and items that the agreement knows are none. */
  holdsText(column: number, cell: Cell): boolean {
    if (!this.#used.has(column) || isPersonalCell(cell)) return false;
    if (this.#plates.has(column) && cell.kind === 'text' && isPlate(cell.text)) return true;
    return hasPersonalText(cell) && !this.#isKnown(column, cell.text);
  }

  /** Returns a text of a column without what is about a person. */
  redact(column: number, text: string): string {
    return this.#plates.has(column) ? withoutPlates(withoutPersons(text)) : withoutPersons(text);
  }

  /** A private customer is kept back with its rows, so its name need not be redacted here; beside a customer of ours it is. */
  #isKnown(column: number, text: string): boolean {
    const role = this.#roles.get(column);
    if (!this.#plan || role === undefined) return false;
    if (role === 'itemName' || role === 'itemNumber') return this.#plan.items.find(text, null, text) !== null;
    if (!ofBuyers.has(role)) return false;
    const rest = withoutPersons(text).replaceAll(HIDDEN, ' ').trim();
    return !/\p{L}/u.test(rest) || (this.#plan.buyers.find(text) !== null && this.#plan.buyers.find(rest) === null);
  }

  /** Whether it is the row that was noticed last, and no identity number stands in it: nobody need look through it again. */
  isClean(row: Row): boolean {
    return row === this.#clean;
  }

  /** When the sheet has ended: beside identity numbers stand the names and addresses of those who have them. */
  settle(): void {
    if (this.#rows.size === 0) return;
    const { headings, headingRow } = this.#facts;
    headings.forEach((heading, column) => {
      if (!this.#used.has(column) && !this.#rows.has(column) && isBesidePersons(foldHeading(heading)))
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

/** Where a column about persons stands in the file as it lay there, also when it is gone by now. Fields of JSON lines have names and no columns, and a row of 0 is not known. */
export function placeOfPersonal({ sheet, column, heading, row }: PersonalColumn, hasNames: boolean): Place {
  const name = sheet === '' ? null : sheet;
  const said = heading === '' ? columnLetters(column) : heading;
  return {
    sheet: name,
    row: row === 0 ? null : row,
    column: said,
    cell: hasNames || row === 0 ? null : `${columnLetters(column)}${row}`,
  };
}
