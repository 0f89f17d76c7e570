import { ApplicationRef, Directive, ElementRef, afterRenderEffect, inject, signal, viewChild } from '@angular/core';
import { parseBlock } from './cell-edits.ts';

/** A cell of a grid, by index of the rows and columns shown. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

export interface CellText extends Cursor {
  readonly value: string;
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Keyboard navigation and editing in a grid, as in a spreadsheet. Subclasses provide the cell texts and store the
 * changes.
 */
@Directive({ host: { '(paste)': 'paste($event)', '(copy)': 'copy($event)' } })
export abstract class CellNavigation {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** The focused cell. */
  protected readonly at = signal<Cursor>({ row: 0, column: 0 });
  /** The text being edited; null while navigating. */
  protected readonly writing = signal<string | null>(null);
  protected readonly input = viewChild<ElementRef<HTMLInputElement>>('input');
  readonly #app = inject(ApplicationRef);
  #wantsFocus = false;

  constructor() {
    afterRenderEffect(() => {
      this.at();
      this.drawn();
      const isWriting = this.writing() !== null;
      if (!this.#wantsFocus) return;
      this.#wantsFocus = false;
      if (isWriting) this.input()?.nativeElement.focus();
      else this.#host.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
    });
  }

  /** Read when the grid is drawn, so that a change redraws it. */
  protected abstract drawn(): unknown;
  protected abstract size(): { readonly rows: number; readonly columns: number };
  protected abstract textAt(place: Cursor): string;
  /** Writes cells, as one undo step. */
  protected abstract put(cells: readonly CellText[]): void;
  protected abstract undo(): void;
  protected abstract redo(): void;

  protected go(place: Cursor): void {
    const { rows, columns } = this.size();
    if (rows === 0 || columns === 0) return;
    const within = (value: number, length: number) => Math.min(Math.max(0, value), length - 1);
    this.#wantsFocus = true;
    this.at.set({ row: within(place.row, rows), column: within(place.column, columns) });
    this.writing.set(null);
  }

  protected move(event: KeyboardEvent): void {
    const { row, column } = this.at();
    const step = steps[event.key];
    const withControl = event.ctrlKey || event.metaKey;
    if (step && !withControl && !event.altKey) this.go({ row: row + step[0], column: column + step[1] });
    else if (event.key === 'Home') this.go({ row: withControl ? 0 : row, column: 0 });
    else if (event.key === 'End') this.go({ row: withControl ? Infinity : row, column: Infinity });
    else if (event.key === 'Enter' || event.key === 'F2') this.write(this.textAt(this.at()));
    else if (event.key === 'Delete' || event.key === 'Backspace') this.putHere('');
    else if (withControl && event.key.toLowerCase() === 'z') this.stepBack(event.shiftKey);
    else if (withControl && event.key.toLowerCase() === 'y') this.stepBack(true);
    else if (event.key.length === 1 && !withControl && !event.altKey) this.write(event.key);
    else return;
    event.preventDefault();
    this.drawNow();
  }

  /** Handles keys while editing: Enter and Tab save, Escape cancels. */
  protected whileWriting(event: KeyboardEvent): void {
    event.stopPropagation();
    const { row, column } = this.at();
    if (event.key === 'Escape') this.go({ row, column });
    else if (event.key === 'Enter') this.keepAnd({ row: row + 1, column });
    else if (event.key === 'Tab') this.keepAnd({ row, column: column + (event.shiftKey ? -1 : 1) });
    else return;
    event.preventDefault();
    this.drawNow();
  }

  /** Redraws at once, so that the next key finds the new cell however fast the user types. */
  protected drawNow(): void {
    this.#app.tick();
  }

  protected write(text: string): void {
    this.#wantsFocus = true;
    this.writing.set(text);
  }

  /** Saves the text when the user clicks elsewhere. A cell left by key has been saved already. */
  protected left({ row, column }: Cursor): void {
    if (this.at().row !== row || this.at().column !== column) return;
    const text = this.input()?.nativeElement.value;
    if (this.writing() === null || text === undefined) return;
    this.writing.set(null);
    if (text !== this.textAt(this.at())) this.put([{ ...this.at(), value: text.trim() }]);
  }

  protected stepBack(forward: boolean): void {
    this.#wantsFocus = true;
    if (forward) this.redo();
    else this.undo();
  }

  protected paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (this.writing() !== null || text === '' || this.size().rows === 0) return;
    event.preventDefault();
    this.#wantsFocus = true;
    this.putBlock(parseBlock(text));
  }

  /** Pastes a block, starting at the focused cell. */
  protected putBlock(block: readonly (readonly string[])[]): void {
    const { row, column } = this.at();
    const { rows, columns } = this.size();
    const cells = block.flatMap((line, down) =>
      line.map((value, right) => ({ row: row + down, column: column + right, value: value.trim() })),
    );
    this.put(cells.filter((cell) => cell.row < rows && cell.column < columns));
  }

  protected copy(event: ClipboardEvent): void {
    if (this.writing() !== null) return;
    event.clipboardData?.setData('text/plain', this.textAt(this.at()));
    event.preventDefault();
  }

  protected putHere(value: string): void {
    this.#wantsFocus = true;
    this.put([{ ...this.at(), value }]);
  }

  /** Saves the edited cell and moves on. */
  protected keepAnd(next: Cursor, text = this.input()?.nativeElement.value ?? ''): void {
    const here = this.at();
    const isNew = text.trim() !== this.textAt(here);
    this.writing.set(null);
    if (isNew) this.put([{ ...here, value: text.trim() }]);
    this.go(next);
  }
}
