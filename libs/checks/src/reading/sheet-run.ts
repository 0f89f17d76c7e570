import type { Cell, Row } from '@tallgrunn/tabular';
import { cellText, isBlankRow } from '../cells/cell-text.ts';
import { isPersonalCell, IDENTITY_MASK, withoutPersons } from '../cells/personal-data.ts';
import { parseNumber } from '../cells/parse-number.ts';
import type { SheetFacts } from '../facts.ts';
import type { Line } from '../line.ts';
import { locationOf } from '../places.ts';
import type { Plan } from '../plan/plan.ts';
import { describeSheet } from '../structure/describe-sheet.ts';
import type { SheetSource } from '../structure/describe-sheet.ts';
import { FilledDown } from '../structure/filled-down.ts';
import { GroupedBuyers } from '../structure/group-rows.ts';
import { MergedCells } from '../structure/merged-cells.ts';
import { noRows } from '../splitting/row-share.ts';
import type { RowShare } from '../splitting/row-share.ts';
import type { ColumnMapping } from '../check-result.ts';
import type { PatchIndex } from './patch-rows.ts';
import { lineReader } from './read-line.ts';
import type { ReadLine } from './read-line.ts';
import type { RunningChecks } from './running-checks.ts';
import { NoteRows } from './note-rows.ts';
import { columnsUsed, PersonalColumns } from './personal-columns.ts';
import { SecondTables } from './second-tables.ts';
import { TotalRows } from './total-rows.ts';

/** Number of rows buffered until the structure of a sheet is known. */
const sampleMax = 2_000;
const OTHER_SHEET_ROWS_MAX = 200;
/** Maximum number of rows above a repeated heading: a title, a page number, blank rows. */
const titleRowsMax = 6;

export interface SheetRunOptions {
  readonly plan: Plan;
  readonly checks: RunningChecks;
  readonly mapping: ColumnMapping | null;
  readonly patches: PatchIndex;
  /** the rows of this report, when other reports answer for the rest */
  readonly share?: RowShare | null;
  readonly workbook: boolean;
  readonly onLine: (line: Line) => void;
}

/**
 * Returns whether a buyer cell of a cross table has a value other than zero. A buyer without purchases gets no line.
 */
function hasValue(cell: Cell | undefined): boolean {
  const text = cellText(cell);
  return text !== '' && Number(parseNumber(text, null).value ?? NaN) !== 0;
}

/** Reads one sheet: buffers the first rows until the heading is known, then processes row by row. */
export class SheetRun {
  facts: SheetFacts | null = null;
  /** available with the facts; complete when the sheet has ended */
  personal: PersonalColumns | null = null;
  lines = 0;
  private readonly source: SheetSource;
  private readonly options: SheetRunOptions;
  private sample: Row[] = [];
  private readLine: ReadLine | null = null;
  private totals: TotalRows | null = null;
  /** columns that fields use */
  private used: ReadonlySet<number> = new Set();
  private notes: NoteRows | null = null;
  private others: SecondTables | null = null;
  /** possible title rows, confirmed when the headings recur below them */
  private pendingTitles: Row[] = [];
  private merged: MergedCells | null = null;
  private filled: FilledDown | null = null;
  private groups: GroupedBuyers | null = null;

  constructor(source: SheetSource, options: SheetRunOptions) {
    this.source = source;
    this.options = options;
  }

  row(row: Row): void {
    if (this.facts === null) {
      this.sample.push(row);
      if (this.sample.length >= sampleMax) this.describe();
      return;
    }
    this.personal!.recordRow(row);
    this.take(row);
  }

  end(): void {
    if (this.facts === null) this.describe();
    this.release();
    this.personal!.completeList();
    this.totals?.end();
    for (const { place, headings, rows } of this.others?.tables ?? [])
      this.options.checks.row({ kind: 'second-table', place, headings, rows });
  }

  private describe(): void {
    const { plan, checks, mapping, workbook } = this.options;
    const sample = this.sample.map((row) => this.options.patches.apply(row));
    const { facts, formats, below } = describeSheet(this.source, sample, plan, mapping);
    this.facts = facts;
    if (this.options.share !== noRows) checks.sheet(facts);
    this.sample = [];
    this.used = columnsUsed(facts);
    const personal = new PersonalColumns(facts, plan);
    this.personal = personal;
    for (const row of sample) personal.recordRow(row);
    if (facts.role !== 'lines') {
      sample.slice(0, OTHER_SHEET_ROWS_MAX).forEach((row) => this.maskPersonal(row));
      return;
    }
    this.readLine = lineReader(facts, formats, plan, workbook);
    this.notes = new NoteRows(facts, plan);
    this.others = new SecondTables(facts);
    this.merged = new MergedCells(this.source.merged, facts);
    if (facts.filledDown.length > 0) this.filled = new FilledDown(facts);
    if (facts.groupRows) this.groups = new GroupedBuyers(facts);
    this.totals = new TotalRows(facts, formats, (event) => checks.row(event));
    for (const row of sample.slice(below)) this.takePatched(row);
  }

  private take(row: Row): void {
    if (this.readLine) this.takePatched(this.options.patches.apply(row));
    else this.maskPersonal(row);
  }

  private takePatched(row: Row): void {
    if (this.repeatsHeading(row)) return this.restartBelowHeading();
    if (this.others!.belongsToOtherTable(row)) {
      this.reportTitles();
      return void this.maskPersonal(row);
    }
    const mayHold =
      this.pendingTitles.length > 0
        ? this.pendingTitles.length < titleRowsMax && (isBlankRow(row) || this.mayBeTitle(row))
        : !isBlankRow(row) && this.mayBeTitle(row);
    if (mayHold) return void this.pendingTitles.push(row);
    this.release();
    this.takeRow(row);
  }

  /** Handles a repeated heading: the rows immediately above it are titles, not lines. */
  private restartBelowHeading(): void {
    this.reportTitles();
    this.others!.end();
  }

  private reportTitles(): void {
    const { share } = this.options;
    // The last row of a page may be a sum, which ends what the next one adds up.
    for (const row of this.pendingTitles)
      if (!isBlankRow(row) && (!share || share.holds(row.row)) && !this.totals!.take(row, true))
        this.reportText(
          'note',
          row,
          row.cells.findIndex((cell) => cellText(cell) !== ''),
        );
    this.pendingTitles = [];
  }

  private release(): void {
    const held = this.pendingTitles;
    this.pendingTitles = [];
    for (const row of held) this.takeRow(row);
  }

  /** Returns whether most required cells of a row are empty, so that it may be a title. */
  private mayBeTitle(row: Row): boolean {
    return (
      this.notes!.lacksMost(row) &&
      !(this.filled?.isGroupHead(row) ?? false) &&
      (this.groups?.customerIn(row) ?? null) === null
    );
  }

  private takeRow(row: Row): void {
    const { share } = this.options;
    const filled = this.fillDown(this.merged!.fill(row));
    // Personal data must not be stored, whatever report a row belongs to; otherwise rows of other reports are skipped.
    if (share && !share.holds(row.row)) return void this.maskPersonal(row);
    if (
      isBlankRow(row) ||
      this.options.patches.leavesOut(row) ||
      this.isGroup(row) ||
      this.isEmptyInUsedColumns(row) ||
      this.totals!.take(row) ||
      this.filled?.isGroupHead(row) ||
      this.isNote(row)
    )
      return;
    if (row.hidden) this.options.checks.row({ kind: 'hidden', place: locationOf(this.facts!, row.row, -1) });
    const personal: number[] = [];
    const cells = this.maskPersonal(filled, personal);
    if (!this.options.workbook) this.reportBeyond(row.row, cells);
    const { cross } = this.facts!;
    if (!cross) return this.takeLine(this.readLine!(row, cells, null, this.groups?.customerOf(row)), personal);
    for (const buyer of cross.buyers)
      if (buyer.cells.some((each) => each.measure !== 'unitPrice' && hasValue(cells[each.column])))
        this.takeLine(this.readLine!(row, cells, buyer), personal);
  }

  /** Reports cells beyond the headings. In a text file, the cause is usually a delimiter inside a name or a number. */
  private reportBeyond(row: number, cells: readonly Cell[]): void {
    const { headings, headingRow } = this.facts!;
    if (headingRow === 0 || cells.length <= headings.length) return;
    const beyond = cells.flatMap((cell, column) =>
      column < headings.length || this.personal!.has(column) || cellText(cell) === '' ? [] : [cellText(cell)],
    );
    if (beyond.length > 0)
      this.options.checks.row({
        kind: 'beyond',
        place: locationOf(this.facts!, row, headings.length),
        texts: beyond.map(withoutPersons),
        cells: headings.length + beyond.length,
        headings: headings.length,
      });
  }

  private fillDown(row: Row): Row {
    if (!this.filled) return row;
    this.filled.recordRow(row);
    return this.filled.fill(row);
  }

  private takeLine(line: Line, personal: readonly number[]): void {
    if (personal.length > 0) line.blocked = true;
    this.lines += 1;
    this.options.checks.line(line);
    this.totals!.add(line);
    this.options.onLine(line);
  }

  /**
   * Masks personal values before other code sees them, and reports their locations. `found` receives the used columns
   * with such values.
   */
  private maskPersonal(row: Row, found: number[] = []): readonly Cell[] {
    if (this.personal!.isClean(row)) return row.cells;
    let cells: Cell[] | null = null;
    for (let column = 0; column < row.cells.length; column += 1) {
      const cell = row.cells[column]!;
      if (this.personal!.containsPersonalText(column, cell))
        (cells ??= [...row.cells])[column] = { kind: 'text', text: this.personal!.redact(column, cell.text) };
      if (cell.text.length < 11 || !isPersonalCell(cell)) continue;
      cells ??= [...row.cells];
      cells[column] = { kind: 'text', text: IDENTITY_MASK };
      if (!this.used.has(column)) continue;
      found.push(column);
      this.options.checks.row({
        kind: 'personal',
        place: locationOf(this.facts!, row.row, column),
        heading: this.facts!.headings[column] ?? '',
      });
    }
    return cells ?? row.cells;
  }

  /** Returns whether all used columns of a row are empty: "Side 2 av 3" in an unused column is not a line. */
  private isEmptyInUsedColumns(row: Row): boolean {
    const { matches, cross } = this.facts!;
    const isEmpty = ({ column }: { readonly column: number }): boolean =>
      cellText(row.cells[column]) === '' && row.cells[column]?.formula === undefined;
    return (
      matches.length > 0 && matches.every(isEmpty) && (cross?.buyers.every(({ cells }) => cells.every(isEmpty)) ?? true)
    );
  }

  /** Records and reports a row that names the customer of the rows below. Returns whether the row is one. */
  private isGroup(row: Row): boolean {
    if ((this.groups?.customerIn(row) ?? null) === null) return false;
    this.groups!.recordRow(row);
    this.reportText('group', row, this.facts!.groupRows!.column);
    return true;
  }

  /** Reports a row about the list itself. Returns whether the row is one. */
  private isNote(row: Row): boolean {
    const at = this.notes!.at(row);
    if (at < 0) return false;
    this.reportText('note', row, at);
    return true;
  }

  private reportText(kind: 'note' | 'group', row: Row, at: number): void {
    const text = this.maskPersonal(row)
      .map(cellText)
      .filter((each) => each !== '')
      .join(' ');
    this.options.checks.row({ kind, place: locationOf(this.facts!, row.row, at), text: withoutPersons(text) });
  }

  /** Returns whether a row repeats the heading, as in concatenated files. */
  private repeatsHeading(row: Row): boolean {
    const { matches } = this.facts!;
    const first = matches[0];
    if (!first || first.heading === '' || cellText(row.cells[first.column]) !== first.heading) return false;
    return matches.every((match) => cellText(row.cells[match.column]) === match.heading);
  }
}
