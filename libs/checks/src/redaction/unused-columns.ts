import type { Row } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';
import { withoutPersons } from '../cells/personal-data.ts';
import type { SheetFacts } from '../facts.ts';
import { columnsUsed } from '../reading/personal-columns.ts';

/**
 * A non-empty column that no field uses. `heading` is without persons, and '' in a cross table of customers, where it
 * may name one.
 */
export interface UnusedColumn {
  readonly sheet: string;
  readonly column: number;
  readonly heading: string;
}

/**
 * The unused columns of one sheet. Columns with the same heading as a used one remain until a person chooses between
 * them.
 */
export class UnusedColumns {
  readonly #facts: SheetFacts;
  readonly #used: ReadonlySet<number>;
  readonly #filled = new Set<number>();

  /** @param divided columns by which the file is divided among several reports */
  constructor(facts: SheetFacts, divided: readonly number[] = []) {
    this.#facts = facts;
    this.#used = new Set([...columnsUsed(facts), ...facts.twice.flatMap(({ others }) => others), ...divided]);
  }

  isUsed(column: number): boolean {
    return this.#used.has(column);
  }

  recordRow(row: Row): void {
    const { headingRow, role } = this.#facts;
    if (role !== 'lines' || row.row <= headingRow) return;
    for (let column = 0; column < row.cells.length; column += 1)
      if (!this.#used.has(column) && !this.#filled.has(column) && cellText(row.cells[column]) !== '')
        this.#filled.add(column);
  }

  /** @param except columns reported as personal */
  list(except: ReadonlySet<number>): UnusedColumn[] {
    const { name, headings, cross } = this.#facts;
    return [...this.#filled]
      .filter((column) => !except.has(column))
      .sort((a, b) => a - b)
      .map((column) => ({ sheet: name, column, heading: cross ? '' : withoutPersons(headings[column] ?? '') }));
  }
}
