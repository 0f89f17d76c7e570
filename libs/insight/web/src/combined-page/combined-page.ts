import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import {
  categoriesList,
  combinedFilterOptions,
  combinedGoods,
  combinedCharts,
  combinedList,
  combinedTotals,
} from '@tallgrunn/api-client/calls';
import type { FilterOptionsDto, CombinedPageDto, CombinedRowDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  CoverageBar,
  DataTable,
  Empty,
  Icon,
  Loaded,
  PageHeader,
  ProblemMessages,
  StatusTag,
  TextLibrary,
  Wording,
  designTexts,
  queryState,
  texts,
} from '@tallgrunn/design';
import type { StatusTone } from '@tallgrunn/design';
import type { SumFilter } from '@tallgrunn/emissions-web';
import { CategoryChart } from '../category-chart/category-chart.ts';
import { CalculationStatus } from '../calculation-status/calculation-status.ts';
import { isCalculating } from '../calculation-status/is-calculating.ts';
import { basisParts, knownOf } from '../figures/basis-parts.ts';
import { FilterBar } from '../filter/filter-bar.ts';
import { filterAddress } from '../filter/filter-address.ts';
import { filterFields, isExplainable, paramsOf } from '../filter/filter-values.ts';
import type { State } from '../filter/filter-values.ts';
import { LinePanel } from '../line-panel/line-panel.ts';
import { insightTexts } from '../texts/insight-texts.ts';
import { combinedTableColumns, kgText, nameOf } from './combined-columns.ts';
import { ItemsTable } from './items-table.ts';
import { Totals } from './totals.ts';

const orders = ['-amount', 'amount', '-date', 'date'] as const;
const tones: Record<State, StatusTone> = {
  matched: 'good',
  'booked-not-reported': 'attention',
  'reported-not-booked': 'attention',
  'books-not-loaded': 'waiting',
  'outside-agreements': 'quiet',
};

/**
 * Page of the combined table: the lines of both sides, filtered by the URL. A row opens a panel with file, sheet and
 * row.
 */
@Component({
  selector: 'tg-combined-page',
  imports: [
    CategoryChart,
    Cell,
    CoverageBar,
    DataTable,
    Empty,
    CalculationStatus,
    FilterBar,
    ItemsTable,
    Icon,
    LinePanel,
    Loaded,
    PageHeader,
    RouterLink,
    StatusTag,
    Totals,
  ],
  templateUrl: './combined-page.html',
  styleUrl: './combined-page.css',
})
export class CombinedPage {
  protected readonly t = texts(insightTexts);
  protected readonly asked = texts(designTexts);
  protected readonly wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  readonly #session = inject(Session);
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();

  protected readonly filter = filterAddress();
  protected readonly sort = queryState('sort', '-amount');
  protected readonly columnChoice = queryState('columns');
  protected readonly line = queryState('line');

  readonly #params = computed(() => paramsOf(this.filter.values()));
  readonly #order = computed(() => orders.find((order) => order === this.sort()) ?? '-amount');
  protected readonly choices = read(combinedFilterOptions);
  protected readonly totals = read(combinedTotals, () => this.#params());
  protected readonly pictures = read(combinedCharts, () => this.#params());
  /** Items are requested only for a text search; a list of all items is not useful. */
  protected readonly goods = read(combinedGoods, () => (this.filter.values().text === '' ? undefined : this.#params()));
  protected readonly allRows = computed(() => arrived(this.totals)?.rows ?? this.rows().length);
  protected readonly first = read(combinedList, () => ({ ...this.#params(), order: this.#order() }));
  readonly #categories = read(categoriesList);
  /** While the first figures are calculated, no rows match any filter. */
  protected readonly isMaking = computed(() => isCalculating(arrived(this.choices), this.#session.instance()?.loading));

  /** Pages loaded after the first; reset when filter or sort order changes. */
  readonly #further = linkedSignal<CombinedPageDto | undefined, readonly CombinedPageDto[]>({
    source: () => arrived(this.first),
    computation: () => [],
  });
  protected readonly rows = computed(() => [
    ...(arrived(this.first)?.rows ?? []),
    ...this.#further().flatMap((page) => page.rows),
  ]);
  readonly #next = computed(() => (this.#further().at(-1) ?? arrived(this.first))?.next ?? null);
  protected readonly hasMore = computed(() => this.#next() !== null);
  protected readonly fetching = signal(false);
  protected readonly trouble = signal('');

  protected readonly names = computed(
    () =>
      new Map(
        arrived(this.#categories)?.map(({ code, name }) => [code, name[this.#library.language()]] as const) ?? [],
      ),
  );
  protected readonly columns = computed(() =>
    combinedTableColumns({
      t: this.t(),
      wording: this.wording,
      categories: this.names(),
      manyBuyers: this.#session.side() !== 'buyer',
    }),
  );
  protected readonly trackRow = (row: CombinedRowDto) => row.key;
  /** On a narrow screen the page starts with the table instead of the filter. */
  protected readonly wide = globalThis.matchMedia?.('(width >= 48rem)').matches ?? true;
  protected readonly explainable = computed(() => isExplainable(this.filter.values()));
  /** The filter as query parameters, for links to narrower selections. */
  protected readonly query = computed<Readonly<Record<string, string>>>(() => {
    const values = this.filter.values();
    return Object.fromEntries(
      filterFields.filter((field) => values[field] !== '').map((field) => [field, values[field]]),
    );
  });
  protected readonly sumFilter = computed(() => {
    const { buyerId, supplierId, category, from, to, method, accountClass } = this.#params();
    return this.explainable()
      ? { buyerId, supplierId, category, from, to, accountClass, method: method as SumFilter['method'] }
      : null;
  });
  protected readonly known = computed(() => knownOf(arrived(this.pictures)));
  protected readonly parts = computed(() =>
    basisParts(
      arrived(this.pictures)?.basis ?? [],
      this.t().basis,
      (amount) => this.wording.money(amount, 0),
      this.query(),
    ),
  );
  /** Link to export the filtered rows in the language of the screen. */
  protected readonly exportLink = computed(
    () =>
      `/api/v1/combined/export.csv?${new URLSearchParams({ ...this.#params(), language: this.#library.language() })}`,
  );

  protected askAgain(): void {
    if (this.choices.isLoading()) return;
    for (const asked of [this.choices, this.first, this.totals, this.pictures]) asked.reload();
  }

  /** Returns the agreement whose utilisation the lines belong to, if the page was opened from it. */
  protected usedOn({ agreements }: FilterOptionsDto): string | null {
    const { use } = this.filter.values();
    return use === '' ? null : (agreements.find(({ value }) => value === use)?.label ?? null);
  }

  protected nameOf(row: CombinedRowDto): string {
    return nameOf(row, this.t());
  }

  /** Formats the emissions of a line; the panel explains them. */
  protected kgOf(row: CombinedRowDto): string {
    return kgText(row, this.t(), this.wording);
  }

  protected toneOf({ state }: CombinedRowDto): StatusTone {
    return tones[state as State];
  }

  protected stateOf({ state }: CombinedRowDto): string {
    return this.t().state[state as State];
  }

  /** Sorts the table. The server always sorts, so a third click reverses the order again. */
  protected sortBy(sort: string): void {
    this.sort.set(sort === '' ? this.sort().replace('-', '') : sort);
  }

  protected async more(): Promise<void> {
    const next = this.#next();
    if (!next || this.fetching()) return;
    this.fetching.set(true);
    this.trouble.set('');
    try {
      const page = await this.#send(combinedList, {
        ...this.#params(),
        order: this.#order(),
        afterValue: next.value,
        afterKey: next.key,
      });
      this.#further.update((pages) => [...pages, page]);
    } catch (error) {
      this.trouble.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.fetching.set(false);
    }
  }
}
