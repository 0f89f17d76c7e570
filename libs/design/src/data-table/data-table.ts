import { NgTemplateOutlet } from '@angular/common';
import { Component, TemplateRef, computed, contentChildren, inject, input, model } from '@angular/core';
import { intlTags } from '@tallgrunn/values';
import { Icon } from '../icon/icon.ts';
import { PrintContext } from '../print/print-context.ts';
import { designTexts } from '../texts/design-texts.ts';
import { TextLibrary, texts } from '../texts/text-library.ts';
import type { FetchAllRows } from './all-rows.ts';
import { Cell } from './cell.ts';
import { nextSort, sortRows } from './column.ts';
import type { Column } from './column.ts';
import { TableDownload } from './table-download.ts';

let instanceCount = 0;

/**
 * An HTML table with sorting, sticky headers, a fixed first column with horizontal scrolling, column choice and row
 * selection for bulk actions. In a narrow window rows become cards if `narrow` is 'cards'.
 * Sort and column choice are text models, intended to be bound to the address with queryState.
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
  /** Total number of rows when only some are loaded; null when all are. */
  readonly total = input<number | null>(null);
  /** True when more rows exist but their number is unknown; the page offers to load them below the table. */
  readonly more = input(false);
  readonly trackRow = input<(row: T) => unknown>((row) => row);
  readonly sort = model('');
  /** Comma-separated keys of columns that differ from their initial visibility. */
  readonly columnChoice = model('');
  /** Fetches all rows for a download. Without it a download contains the loaded rows. */
  readonly allRows = input<FetchAllRows<T>>();
  /** Whether the rows can be downloaded. False when the page offers its own file. */
  readonly downloadable = input(true);
  /** Rows arrive sorted from the server; a click on a header only changes `sort`. */
  readonly sortedElsewhere = input(false);
  readonly narrow = input<'scroll' | 'cards'>('scroll');
  /** Returns the accessible name of a row for its checkbox. Without it rows cannot be selected. */
  readonly nameRow = input<(row: T) => string>();
  readonly selection = model<readonly T[]>([]);

  readonly #library = inject(TextLibrary);
  protected readonly t = texts(designTexts);
  protected readonly printed = inject(PrintContext);
  protected readonly id = `tg-table-${(instanceCount += 1)}`;
  protected readonly cells = contentChildren(Cell);
  protected readonly shownColumns = computed(() => this.columns().filter((column) => this.isShown(column)));
  protected readonly choosable = computed(() => this.columns().filter((column) => column.choice));
  protected readonly shownRows = computed(() => {
    if (this.sortedElsewhere()) return this.rows();
    return sortRows(
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
