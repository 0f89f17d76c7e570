import type { Row } from '@tallgrunn/tabular';
import { cellText, isBlankRow } from '../cells/cell-text.ts';
import type { SheetFacts } from '../facts.ts';
import type { FindingLocation } from '../finding.ts';
import { locationOf } from '../places.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';

/** A further table next to or below the one that is read: its location, headings and number of rows. */
export interface SecondTable {
  readonly place: FindingLocation;
  readonly headings: readonly string[];
  rows: number;
}

/** Minimum number of known headings in a row, and their minimum share of its cells, to recognise a heading. */
const wordsMin = 3;
const wordsShare = 0.6;
const HEADINGS_REPORTED_MAX = 12;

/** Finds further tables on a sheet. Their rows are not lines of the table that is read; they are counted. */
export class SecondTables {
  readonly tables: SecondTable[] = [];
  private readonly facts: SheetFacts;
  private readonly words: ReadonlySet<string>;
  private readonly number: number;
  private below: SecondTable | null = null;

  constructor(facts: SheetFacts) {
    this.facts = facts;
    this.words = new Set(facts.table.words.keys());
    this.number = facts.matches.find(({ field }) => field.field.type === 'number')?.column ?? -1;
    if (facts.beside) this.tables.push(this.beginning(facts.headingRow, facts.beside.column, facts.beside.headings));
  }

  /** Returns whether the row belongs to another table below, or is its heading. Call it once per row in file order. */
  belongsToOtherTable(row: Row): boolean {
    this.countAdjacentRow(row);
    if (this.begins(row)) {
      const column = row.cells.findIndex((cell) => cellText(cell) !== '');
      this.below = this.beginning(
        row.row,
        column,
        row.cells.map(cellText).filter((text) => text !== ''),
      );
      this.tables.push(this.below);
      return true;
    }
    if (!this.below) return false;
    if (!isBlankRow(row)) this.below.rows += 1;
    return true;
  }

  /**
   * Returns whether the headings of another table begin here. A line has a number in its number column, so this cell
   * excludes nearly all rows quickly.
   */
  begins(row: Row): boolean {
    const cell = row.cells[this.number];
    if (cell !== undefined && (cell.kind === 'number' || cell.kind === 'date' || /^\s*[-−–(]?\s*\d/.test(cell.text)))
      return false;
    const texts = row.cells.flatMap((each) => (cellText(each) === '' ? [] : [each]));
    if (texts.length < wordsMin || texts.some(({ kind }) => kind !== 'text')) return false;
    const ours = new Set(texts.map(({ text }) => normaliseHeading(text)).filter((text) => this.words.has(text)));
    return ours.size >= wordsMin && ours.size >= texts.length * wordsShare;
  }

  /** Ends the table below when the headings of the main table recur: the following rows belong to it. */
  end(): void {
    this.below = null;
  }

  private countAdjacentRow(row: Row): void {
    const { beside } = this.facts;
    if (beside && row.row > this.facts.headingRow && cellText(row.cells[beside.column]) !== '')
      this.tables[0]!.rows += 1;
  }

  private beginning(row: number, column: number, headings: readonly string[]): SecondTable {
    const place = locationOf({ ...this.facts, headings: [] }, row, column);
    return { place, headings: headings.slice(0, HEADINGS_REPORTED_MAX), rows: 0 };
  }
}
