import { Component, ElementRef, afterRenderEffect, computed, inject, signal, viewChild } from '@angular/core';
import { textsOf } from '@tallgrunn/checks';
import { TextLibrary, texts } from '@tallgrunn/design';
import { limits, uuidv7 } from '@tallgrunn/values';
import { CheckBasis } from '../report-session/check-basis.ts';
import { CellNavigation, type CellText, type Cursor } from '../row-grid/cell-walk.ts';
import { invoicedTexts } from '../texts/invoice-prefill/invoiced-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { typedTexts } from '../texts/manual-entry/typed-texts.ts';
import { placeBlock, cellsToEdits } from './paste-cells.ts';
import { suggestions, type Suggestion } from './suggest.ts';
import { ManualEntryCheck } from './manual-entry-check.ts';
import type { EntryColumn } from './entry-columns.ts';
import { ManualEntryDraft } from './manual-entry-draft.ts';
import type { EnteredLine } from './entered-lines.ts';

const rowsMax = limits.typed.rowsMax;

/** Editable table of the rows of a manual entry, with an empty last row for new input. */
@Component({
  selector: 'tg-manual-entry-grid',
  templateUrl: './manual-entry-grid.html',
  styleUrls: ['../row-grid/row-grid.css', './manual-entry-grid.css'],
  host: { '(window:scroll)': 'placeList()', '(window:resize)': 'placeList()' },
})
export class ManualEntryGrid extends CellNavigation {
  protected readonly t = texts(reportingTexts);
  protected readonly s = texts(typedTexts);
  protected readonly v = texts(invoicedTexts);
  protected readonly draft = inject(ManualEntryDraft);
  protected readonly check = inject(ManualEntryCheck);
  readonly #basis = inject(CheckBasis);
  readonly #language = inject(TextLibrary).language;
  protected readonly rowsMax = rowsMax;
  protected readonly cellMax = limits.typed.cellCharactersMax;
  /** Number of pasted rows beyond the limit. */
  protected readonly leftOut = signal(0);
  protected readonly columns = computed(() => this.check.columns() ?? []);
  /** Id of the row for new input, assigned before it has content. */
  readonly #next = signal(uuidv7());
  protected readonly rows = computed((): readonly EnteredLine[] => {
    const lines = this.draft.lines();
    return lines.length >= rowsMax
      ? lines
      : [...lines, { id: this.#next(), place: 0, cells: {}, removed: true, kept: null }];
  });

  /** Text typed in the cell, used for suggestions; null while none are shown. */
  readonly #typing = signal<string | null>(null);
  protected readonly chosen = signal(-1);
  protected readonly offers = computed((): readonly Suggestion[] => {
    const [typed, known] = [this.#typing(), this.#basis.known()];
    const { line, column } = this.spot();
    if (typed === null || !known || !column || this.writing() === null) return [];
    return suggestions(typed, column, line?.cells ?? {}, this.columns(), known);
  });
  protected readonly listAt = signal<{ readonly left: number; readonly top: number } | null>(null);
  protected readonly list = viewChild<ElementRef<HTMLElement>>('list');

  protected readonly spot = computed(() => {
    const { row, column } = this.at();
    return { line: this.rows()[row], column: this.columns()[column] };
  });

  protected readonly here = computed(() => {
    const { line, column } = this.spot();
    if (!line || !column) return null;
    const marks = this.check.marksOf(line.id).filter(({ field }) => field === column.field || field === null);
    const origin = line.origin
      ? this.v().origin({
          invoice: line.origin.invoiceNumber,
          line: line.origin.invoiceLine,
          buyer: line.origin.buyer,
          day: line.origin.invoicedOn,
        })
      : '';
    return {
      no: this.check.numberOf(line.id),
      origin,
      title: column.title,
      facts: column.facts,
      messages: marks.map(({ finding }) => textsOf(finding, this.#language())),
    };
  });

  constructor() {
    super();
    afterRenderEffect(() => {
      this.offers();
      this.placeList();
    });
  }

  protected drawn(): unknown {
    return this.rows();
  }

  protected size(): { readonly rows: number; readonly columns: number } {
    return { rows: this.rows().length, columns: this.columns().length };
  }

  protected textAt({ row, column }: Cursor): string {
    return this.rows()[row]?.cells[this.columns()[column]?.field ?? ''] ?? '';
  }

  protected marked(line: EnteredLine, column: EntryColumn): boolean {
    // A missing value is not marked while the user is filling in the row.
    const isHere = this.spot().line?.id === line.id;
    return (
      (!isHere || (line.cells[column.field] ?? '') !== '') &&
      this.check.marksOf(line.id).some(({ field }) => field === column.field)
    );
  }

  protected rowMarked(line: EnteredLine): boolean {
    return this.spot().line?.id !== line.id && this.check.marksOf(line.id).length > 0;
  }

  protected put(cells: readonly CellText[]): void {
    const rows = this.rows();
    this.leftOut.set(Math.max(0, ...cells.map(({ row }) => row + 1 - rowsMax)));
    const { edits, made } = cellsToEdits(cells, rows, this.columns(), this.#basis.known()?.context ?? {});
    if (made) this.#next.set(uuidv7());
    this.draft.change(edits);
  }

  protected override putBlock(block: readonly (readonly string[])[]): void {
    this.put(placeBlock(block, this.at(), this.columns()));
  }

  protected undo(): void {
    this.draft.undo();
  }

  protected redo(): void {
    this.draft.redo();
  }

  protected override write(text: string): void {
    super.write(text);
    this.chosen.set(-1);
    this.#typing.set(text === '' || text.length === 1 ? text : null);
  }

  protected typed(event: Event): void {
    this.chosen.set(-1);
    this.#typing.set((event.target as HTMLInputElement).value);
  }

  protected override move(event: KeyboardEvent): void {
    const withControl = event.ctrlKey || event.metaKey;
    if (withControl && event.key.toLowerCase() === 'd') this.fromAbove();
    else if (withControl && (event.key === 'Delete' || event.key === 'Backspace')) this.removeLine();
    else return super.move(event);
    event.preventDefault();
    this.drawNow();
  }

  protected override whileWriting(event: KeyboardEvent): void {
    const offers = this.offers();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.stopPropagation();
      event.preventDefault();
      if (offers.length === 0) this.#typing.set(this.input()?.nativeElement.value ?? '');
      else this.chosen.update((at) => (at + step + offers.length) % offers.length);
      return;
    }
    const offer = offers[this.chosen()];
    if (offer && (event.key === 'Enter' || event.key === 'Tab')) {
      event.stopPropagation();
      event.preventDefault();
      this.choose(offer);
      return this.drawNow();
    }
    if (event.key === 'Tab') return this.#tab(event);
    super.whileWriting(event);
  }

  /** Saves and continues editing in the next cell, across the end of the row. */
  #tab(event: KeyboardEvent): void {
    event.stopPropagation();
    event.preventDefault();
    const { row, column } = this.at();
    const next = event.shiftKey
      ? { row, column: column - 1 }
      : column === this.columns().length - 1
        ? { row: row + 1, column: 0 }
        : { row, column: column + 1 };
    this.keepAnd(next);
    this.write(this.textAt(this.at()));
    this.drawNow();
  }

  /** Takes a suggestion and continues editing in the next cell. */
  protected choose({ value, also }: Suggestion): void {
    const { row, column } = this.at();
    const columns = this.columns();
    const others = columns.flatMap(({ field }, at) =>
      at !== column && also[field] !== undefined ? [{ row, column: at, value: also[field] }] : [],
    );
    this.writing.set(null);
    this.put([{ row, column, value }, ...others]);
    this.go({ row, column: column + 1 });
    this.write(this.textAt(this.at()));
  }

  protected override left(place: Cursor): void {
    if (this.at().row === place.row && this.at().column === place.column) this.#typing.set(null);
    super.left(place);
  }

  /** Copies the cell from the row above. */
  protected fromAbove(): void {
    const { row, column } = this.at();
    if (row > 0) this.putHere(this.textAt({ row: row - 1, column }));
  }

  protected removeLine(): void {
    const { line } = this.spot();
    if (line && !line.removed) this.draft.change([{ id: line.id, removed: true }]);
    this.go(this.at());
  }

  protected press(event: MouseEvent, place: Cursor): void {
    const isHere = this.at().row === place.row && this.at().column === place.column;
    if (isHere && this.writing() !== null) return;
    this.go(place);
    if (isHere || (event as PointerEvent).pointerType === 'touch') this.write(this.textAt(place));
  }

  /** Positions the suggestions below the cell. */
  protected placeList(): void {
    const box = this.offers().length > 0 ? this.input()?.nativeElement.getBoundingClientRect() : undefined;
    const width = this.list()?.nativeElement.offsetWidth ?? 0;
    const next = box ? { left: Math.max(8, Math.min(box.left, window.innerWidth - width - 8)), top: box.bottom } : null;
    const now = this.listAt();
    if (next?.left !== now?.left || next?.top !== now?.top) this.listAt.set(next);
  }
}
