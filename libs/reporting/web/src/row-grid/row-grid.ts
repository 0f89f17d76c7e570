import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { textsOf } from '@tallgrunn/checks';
import { TextLibrary, texts } from '@tallgrunn/design';
import { ReportStore } from '../report-session/report-store.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { editOf, type CellPatch } from './cell-edits.ts';
import { CellNavigation, type CellText, type Cursor } from './cell-walk.ts';
import { rowKey, type GridMark, type GridRow, type GridRows } from './grid-rows.ts';

/**
 * Editable table of rows with findings. The file is not changed: edits are stored with it and applied when it is
 * checked.
 */
@Component({
  selector: 'tg-row-grid',
  templateUrl: './row-grid.html',
  styleUrl: './row-grid.css',
})
export class RowGrid extends CellNavigation {
  protected readonly t = texts(reportingTexts);
  protected readonly desk = inject(ReportStore);
  readonly #language = inject(TextLibrary).language;
  protected readonly grid = signal<GridRows | null>(null);
  protected readonly sheetAt = signal(0);
  protected readonly sheet = computed(() => this.grid()?.sheets[this.sheetAt()] ?? this.grid()?.sheets[0] ?? null);
  protected readonly here = computed(() => {
    const [sheet, { row, column }] = [this.sheet(), this.at()];
    const found = sheet?.rows[row];
    const head = sheet?.columns[column];
    if (!found || !head) return null;
    const marks = this.marksOf(found, head.column);
    return {
      row: found.row,
      heading: head.heading,
      written: found.cells[head.column] ?? '',
      value: this.textOf(found, head.column),
      messages: marks.map(({ finding }) => textsOf(finding, this.#language())),
      alike: this.#alike(found, head.column).length,
    };
  });

  constructor() {
    super();
    // Rows already shown remain in place, even when they have no findings any more.
    effect(() => {
      if (!this.desk.run.checked() || this.desk.run.state() !== 'checked') return;
      const keep = untracked(() =>
        (this.grid()?.sheets ?? []).flatMap(({ name, rows }) => rows.map(({ row }) => rowKey(name, row))),
      );
      void this.desk.run.rowsWithFindings(keep).then((grid) => grid && this.grid.set(grid));
    });
  }

  protected drawn(): unknown {
    return this.grid();
  }

  protected size(): { readonly rows: number; readonly columns: number } {
    return { rows: this.sheet()?.rows.length ?? 0, columns: this.sheet()?.columns.length ?? 0 };
  }

  protected textAt({ row, column }: Cursor): string {
    const found = this.sheet()?.rows[row];
    const head = this.sheet()?.columns[column];
    return found && head ? this.textOf(found, head.column) : '';
  }

  protected put(cells: readonly CellText[]): void {
    this.desk.editCells(cells.map(({ row, column, value }) => this.#patch(row, column, value)));
  }

  protected undo(): void {
    this.desk.undoCells();
  }

  protected redo(): void {
    this.desk.redoCells();
  }

  protected marksOf(row: GridRow, column: number): readonly GridMark[] {
    return row.marks.filter((mark) => mark.column === column);
  }

  protected rowMarked({ marks }: GridRow): boolean {
    return marks.length > 0;
  }

  protected textOf(row: GridRow, column: number): string {
    return editOf(this.desk.cellEdits(), { sheet: row.sheet, row: row.row, column }) ?? row.cells[column] ?? '';
  }

  protected isChanged(row: GridRow, column: number): boolean {
    return editOf(this.desk.cellEdits(), { sheet: row.sheet, row: row.row, column }) !== null;
  }

  /** Writes the same value in all rows that had the same text in this column. */
  protected useForAlike(): void {
    const { row, column } = this.at();
    const found = this.sheet()?.rows[row];
    const head = this.sheet()?.columns[column];
    if (found && head)
      this.desk.editCells(
        this.#alike(found, head.column).map((each) => ({
          set: 'cell',
          sheet: each.sheet,
          row: each.row,
          column: head.column,
          value: this.textOf(found, head.column),
        })),
      );
  }

  protected turnTo(event: Event): void {
    this.sheetAt.set(Number((event.target as HTMLSelectElement).value));
    this.at.set({ row: 0, column: 0 });
  }

  #alike(found: GridRow, column: number): readonly GridRow[] {
    const written = found.cells[column] ?? '';
    return (this.sheet()?.rows ?? []).filter((each) => (each.cells[column] ?? '') === written);
  }

  #patch(row: number, column: number, value: string): CellPatch {
    const sheet = this.sheet();
    return {
      set: 'cell',
      sheet: sheet?.name ?? '',
      row: sheet?.rows[row]?.row ?? 0,
      column: sheet?.columns[column]?.column ?? 0,
      value,
    };
  }
}
