import { NgTemplateOutlet } from '@angular/common';
import { Component, TemplateRef, computed, contentChildren, inject, input, model } from '@angular/core';
import { intlTags } from '@tallgrunn/values';
import { Icon } from '../icon/icon.ts';
import { PrintContext } from '../print/print-context.ts';
import { designTexts } from '../texts/design-texts.ts';
import { TextLibrary, texts } from '../texts/text-library.ts';
import type { FetchAllRows } from './all-rows.ts';
import { Cell } from './cell.ts';
import { nextSort, sorted } from './column.ts';
import type { Column } from './column.ts';
import { TableDownload } from './table-download.ts';

let made = 0;

/**
 * A real table: sorting, sticky headings, first column fixed while the rest scrolls in its own frame, choice of columns,
 * rows to select for acts in bulk. On a narrow window rows become cards when `narrow` says so. Sort and hidden columns
 * are models of text, made to be tied to the address with queryState.
 */
@Component({
  selector: 'tg-data-table',
  imports: [NgTemplateOutlet, Icon, TableDownload],
  templateUrl: './data-table.html',
  styleUrl: './data-table.css',
})
export class DataTable<T> {
  readonly caption = input.required<string>();
  readonly rows = input.required<readonly T[]>();
  readonly columns = input.required<readonly Column<T>[]>();
  /** How many rows there are in all, where only some are here; null when they all are. */
  readonly total = input<number | null>(null);
  /** There are more than are here, and nobody has counted them: the page offers them below. */
  readonly more = input(false);
  readonly trackRow = input<(row: T) => unknown>((row) => row);
  readonly sort = model('');
  /** Keys of columns that differ from their start, with commas: turned off, or brought in. */
  readonly columnChoice = model('');
  /** Fetches the rows that are not here, for a download of them all. Without it a download holds the rows that are here. */
  readonly allRows = input<FetchAllRows<T>>();
  /** Whether the rows can be downloaded; not where the page offers a file of its own. */
  readonly downloadable = input(true);
  /** Rows arrive sorted from the server; a press on a heading only changes `sort`. */
  readonly sortedElsewhere = input(false);
  readonly narrow = input<'scroll' | 'cards'>('scroll');
  /** What a row is called, for the box that selects it. Without it rows cannot be selected. */
  readonly nameRow = input<(row: T) => string>();
  readonly selection = model<readonly T[]>([]);

  readonly #library = inject(TextLibrary);
  protected readonly t = texts(designTexts);
  protected readonly printed = inject(PrintContext);
  protected readonly id = `tg-table-${(made += 1)}`;
  protected readonly cells = contentChildren(Cell);
  protected readonly shownColumns = computed(() => this.columns().filter((column) => this.isShown(column)));
  protected readonly choosable = computed(() => this.columns().filter((column) => column.choice));
  protected readonly shownRows = computed(() => {
    if (this.sortedElsewhere()) return this.rows();
    return sorted(
      this.rows(),
      this.columns(),
      this.sort(),
      new Intl.Collator([...intlTags[this.#library.language()]], { numeric: true }),
    );
  });
  protected readonly counted = computed(() => {
    const [count, total, selected] = [this.rows().length, this.total(), this.selection().length];
    if (selected > 0) return this.t().selected({ count: selected });
    if (total !== null && total > count) return this.t().rowsOf({ count, total });
    return this.more() ? this.t().rowsFirst({ count }) : this.t().rows({ count });
  });
  protected readonly hasMore = computed(() => this.more() || (this.total() ?? 0) > this.rows().length);
  protected readonly allSelected = computed(
    () => this.rows().length > 0 && this.selection().length === this.rows().length,
  );

  protected isShown(column: Column<T>): boolean {
    const changed = this.columnChoice().split(',').includes(column.key);
    return column.choice === 'hidden' ? changed : !(column.choice && changed);
  }

  protected chooseColumn(key: string): void {
    const keys = this.columnChoice().split(',').filter(Boolean);
    this.columnChoice.set((keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]).join(','));
  }

  protected sortBy(key: string): void {
    this.sort.set(nextSort(this.sort(), key));
  }

  protected ariaSort(column: Column<T>): 'ascending' | 'descending' | 'none' | null {
    if (!column.order) return null;
    if (this.sort() === column.key) return 'ascending';
    return this.sort() === `-${column.key}` ? 'descending' : 'none';
  }

  protected templateOf(key: string): TemplateRef<{ $implicit: unknown }> | null {
    return this.cells().find((cell) => cell.key() === key)?.template ?? null;
  }

  protected selectAll(): void {
    this.selection.set(this.allSelected() ? [] : this.rows());
  }

  protected select(row: T): void {
    const chosen = this.selection();
    this.selection.set(chosen.includes(row) ? chosen.filter((other) => other !== row) : [...chosen, row]);
  }
}
