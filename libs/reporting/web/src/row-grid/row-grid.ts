import { Component, ElementRef, afterRenderEffect, computed, effect, inject, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { textsOf } from '@tallgrunn/checks';
import { TextLibrary, texts } from '@tallgrunn/design';
import { ReportDesk } from '../desk/report-desk.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { blockOf, editOf, type CellPatch } from './cell-edits.ts';
import { gridKey, type GridMark, type GridRow, type GridRows } from './grid-rows.ts';

interface Place {
  readonly row: number;
  readonly column: number;
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Rows with findings as a table one writes in. The file is not changed: what is written goes beside it, and is checked as it is written. */
@Component({
  selector: 'tg-row-grid',
  templateUrl: './row-grid.html',
  styleUrl: './row-grid.css',
  host: { '(paste)': 'paste($event)', '(copy)': 'copy($event)' },
})
export class RowGrid {
  protected readonly t = texts(reportingTexts);
  protected readonly desk = inject(ReportDesk);
  readonly #language = inject(TextLibrary).language;
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly grid = signal<GridRows | null>(null);
  protected readonly sheetAt = signal(0);
  protected readonly sheet = computed(() => this.grid()?.sheets[this.sheetAt()] ?? this.grid()?.sheets[0] ?? null);
  /** Which cell has the keyboard: indexes of rows and columns shown. */
  protected readonly at = linkedSignal<number, Place>({ source: this.sheetAt, computation: () => ({ row: 0, column: 0 }) });
  /** What is being written; null while one only moves. */
  protected readonly writing = signal<string | null>(null);
  protected readonly input = viewChild<ElementRef<HTMLInputElement>>('input');
  #wantsFocus = false;

  protected readonly here = computed(() => {
    const [sheet, { row, column }] = [this.sheet(), this.at()];
    const found = sheet?.rows[row];
    const head = sheet?.columns[column];
    if (!found || !head) return null;
    const marks = this.marksOf(found, head.column);
    return { row: found.row, heading: head.heading, written: found.cells[head.column] ?? '', value: this.valueOf(found, head.column), messages: marks.map(({ finding }) => textsOf(finding, this.#language())), alike: this.#alike(found, head.column).length };
  });

  constructor() {
    // Rows one has begun with stay where they are, also when nothing is found of them any more.
    effect(() => {
      if (!this.desk.run.checked() || this.desk.run.state() !== 'checked') return;
      const keep = untracked(() => (this.grid()?.sheets ?? []).flatMap(({ name, rows }) => rows.map(({ row }) => gridKey(name, row))));
      void this.desk.run.rowsWithFindings(keep).then((grid) => grid && this.grid.set(grid));
    });
    afterRenderEffect(() => {
      this.at();
      this.grid();
      const isWriting = this.writing() !== null;
      if (!this.#wantsFocus) return;
      this.#wantsFocus = false;
      if (isWriting) this.input()?.nativeElement.focus();
      else this.#host.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
    });
  }

  protected marksOf(row: GridRow, column: number): readonly GridMark[] {
    return row.marks.filter((mark) => mark.column === column);
  }

  protected rowMarked({ marks }: GridRow): boolean {
    return marks.length > 0;
  }

  protected valueOf(row: GridRow, column: number): string {
    return editOf(this.desk.cellEdits(), { sheet: row.sheet, row: row.row, column }) ?? row.cells[column] ?? '';
  }

  protected isChanged(row: GridRow, column: number): boolean {
    return editOf(this.desk.cellEdits(), { sheet: row.sheet, row: row.row, column }) !== null;
  }

  protected go(place: Place): void {
    const sheet = this.sheet();
    if (!sheet) return;
    const within = (value: number, length: number) => Math.min(Math.max(0, value), length - 1);
    this.#wantsFocus = true;
    this.at.set({ row: within(place.row, sheet.rows.length), column: within(place.column, sheet.columns.length) });
    this.writing.set(null);
  }

  protected move(event: KeyboardEvent): void {
    const { row, column } = this.at();
    const step = steps[event.key];
    const withControl = event.ctrlKey || event.metaKey;
    if (step && !withControl && !event.altKey) this.go({ row: row + step[0], column: column + step[1] });
    else if (event.key === 'Home') this.go({ row: withControl ? 0 : row, column: 0 });
    else if (event.key === 'End') this.go({ row: withControl ? Infinity : row, column: Infinity });
    else if (event.key === 'Enter' || event.key === 'F2') this.write(this.here()?.value ?? '');
    else if (event.key === 'Delete' || event.key === 'Backspace') this.#set([this.#patch(row, column, '')]);
    else if (withControl && event.key.toLowerCase() === 'z') (event.shiftKey ? this.redo : this.undo).call(this);
    else if (withControl && event.key.toLowerCase() === 'y') this.redo();
    else if (event.key.length === 1 && !withControl && !event.altKey) this.write(event.key);
    else return;
    event.preventDefault();
  }

  /** While a cell is written in: Enter and Tab keep, Escape does not. */
  protected whileWriting(event: KeyboardEvent): void {
    event.stopPropagation();
    const { row, column } = this.at();
    if (event.key === 'Escape') this.go({ row, column });
    else if (event.key === 'Enter') this.#keepAnd({ row: row + 1, column });
    else if (event.key === 'Tab') this.#keepAnd({ row, column: column + (event.shiftKey ? -1 : 1) });
    else return;
    event.preventDefault();
  }

  protected write(text: string): void {
    this.#wantsFocus = true;
    this.writing.set(text);
  }

  /** One that clicks elsewhere has written all the same. */
  protected left(): void {
    const { row, column } = this.at();
    const text = this.input()?.nativeElement.value;
    if (this.writing() === null || text === undefined) return;
    this.writing.set(null);
    if (text !== this.here()?.value) this.#set([this.#patch(row, column, text)]);
  }

  protected undo(): void {
    this.#wantsFocus = true;
    this.desk.undoCells();
  }

  protected redo(): void {
    this.#wantsFocus = true;
    this.desk.redoCells();
  }

  /** The same value in all rows where the same was written in this column. */
  protected useForAlike(): void {
    const { row, column } = this.at();
    const found = this.sheet()?.rows[row];
    const head = this.sheet()?.columns[column];
    if (found && head) this.#set(this.#alike(found, head.column).map((each) => ({ set: 'cell', sheet: each.sheet, row: each.row, column: head.column, value: this.valueOf(found, head.column) })));
  }

  protected paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const sheet = this.sheet();
    if (this.writing() !== null || text === '' || !sheet) return;
    event.preventDefault();
    const { row, column } = this.at();
    const edits = blockOf(text).flatMap((cells, down) => cells.map((value, right) => ({ row: row + down, column: column + right, value })));
    this.#set(edits.flatMap((each) => (sheet.rows[each.row] && sheet.columns[each.column] ? [this.#patch(each.row, each.column, each.value)] : [])));
  }

  protected copy(event: ClipboardEvent): void {
    if (this.writing() !== null) return;
    event.clipboardData?.setData('text/plain', this.here()?.value ?? '');
    event.preventDefault();
  }

  protected turnTo(event: Event): void {
    this.sheetAt.set(Number((event.target as HTMLSelectElement).value));
  }

  #alike(found: GridRow, column: number): readonly GridRow[] {
    const written = found.cells[column] ?? '';
    return (this.sheet()?.rows ?? []).filter((each) => (each.cells[column] ?? '') === written);
  }

  #keepAnd(next: Place): void {
    const { row, column } = this.at();
    const text = this.input()?.nativeElement.value ?? '';
    const isNew = text !== this.here()?.value;
    this.go(next);
    if (isNew) this.#set([this.#patch(row, column, text)]);
  }

  #patch(row: number, column: number, value: string): CellPatch {
    const sheet = this.sheet();
    return { set: 'cell', sheet: sheet?.name ?? '', row: sheet?.rows[row]?.row ?? 0, column: sheet?.columns[column]?.column ?? 0, value: value.trim() };
  }

  #set(edits: readonly CellPatch[]): void {
    this.#wantsFocus = true;
    this.desk.editCells(edits);
  }
}
