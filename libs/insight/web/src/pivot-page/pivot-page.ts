import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { arrived, read } from '@tallgrunn/api-client';
import { categoriesList, combinedFilterOptions, pivotSums } from '@tallgrunn/api-client/calls';
import {
  BarChart,
  Cell,
  DataTable,
  Empty,
  Loaded,
  PageHeader,
  TextLibrary,
  Wording,
  designTexts,
  queryState,
  texts,
  type Bar,
  type Column,
} from '@tallgrunn/design';
import { TotalExplanation, type SumFilter } from '@tallgrunn/emissions-web';
import { filterAddress } from '../filter/filter-address.ts';
import { FilterBar } from '../filter/filter-bar.ts';
import { filterFields, isExplainable, paramsOf } from '../filter/filter-values.ts';
import { insightTexts } from '../texts/insight-texts.ts';
import {
  columnDimensions,
  figureOf,
  linesOf,
  nameOf,
  pivotMeasures,
  rowDimensions,
  rowsOf,
  shareOf,
  valueOf,
  type PivotRow,
} from './pivot-view.ts';

/** Maximum rows in the chart. */
const BARS = 10;
const limits = ['20', '50', '200', '1000'] as const;

/** Page of the pivot table: rows, columns and measure are in the URL, and a row is linked to its lines. */
@Component({
  selector: 'tg-pivot-page',
  imports: [BarChart, Cell, DataTable, Empty, FilterBar, Loaded, PageHeader, RouterLink, TotalExplanation],
  templateUrl: './pivot-page.html',
})
export class PivotPage {
  readonly #texts = texts(insightTexts);
  readonly #design = texts(designTexts);
  protected readonly t = computed(() => this.#texts().pivot);
  protected readonly wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  protected readonly filter = filterAddress();
  protected readonly controls = ['rows', 'columns', 'measure', 'limit'] as const;
  protected readonly selects = {
    rows: rowDimensions,
    columns: columnDimensions,
    measure: pivotMeasures,
    limit: limits,
  };
  readonly #rows = queryState('rows', 'category');
  readonly #columns = queryState('columns', 'none');
  readonly #measure = queryState('measure', 'booked');
  readonly #limit = queryState('limit', '50');
  protected readonly sort = queryState('sort');
  protected readonly rowsBy = computed(() => rowDimensions.find((each) => each === this.#rows()) ?? 'category');
  protected readonly columnsBy = computed(() => columnDimensions.find((each) => each === this.#columns()) ?? 'none');
  protected readonly measure = computed(() => pivotMeasures.find((each) => each === this.#measure()) ?? 'booked');
  protected readonly limit = computed(() => limits.find((each) => each === this.#limit()) ?? '50');
  protected readonly choices = read(combinedFilterOptions);
  readonly #categories = read(categoriesList);
  protected readonly names = computed(() => {
    const language = this.#library.language();
    return new Map((arrived(this.#categories) ?? []).map(({ code, name }) => [code, name[language]] as const));
  });
  readonly #params = computed(() => paramsOf(this.filter.values()));
  protected readonly answer = read(pivotSums, () => {
    const measure = this.measure();
    const { scope: _, ...params } = this.#params();
    return {
      ...params,
      rows: this.rowsBy(),
      columns: this.columnsBy(),
      by: measure === 'by-item' || measure === 'with-factor' ? ('booked' as const) : measure,
      limit: Number(this.limit()),
    };
  });
  protected readonly rows = computed(() => {
    const answer = arrived(this.answer);
    return answer ? rowsOf(answer, (row) => this.#nameOf(row)) : [];
  });
  protected readonly total = computed(() => arrived(this.answer)?.total ?? null);
  protected readonly totalFigure = computed(() => this.#figure(this.total()));
  protected readonly othersFigure = computed(() => this.#figure(arrived(this.answer)?.others ?? null));
  /** Number of rows not shown. */
  protected readonly otherCount = computed(() => (arrived(this.answer)?.rowCount ?? 0) - this.rows().length);
  protected readonly finding = computed(() => {
    const [first] = this.rows();
    const total = this.total();
    const share = first && total ? shareOf(first.sums, total, this.measure()) : null;
    if (!first) return '';
    return share === null
      ? this.t().findingPlain[this.rowsBy()]
      : this.t().finding({ name: first.name, share: String(share), measure: this.measure() });
  });
  protected readonly scope = computed(() => {
    const { buyer, from, to } = this.filter.values();
    const buyers = arrived(this.choices)?.buyers ?? [];
    const who = buyers.find(({ value }) => value === buyer)?.label ?? (buyers.length === 1 ? buyers[0]!.label : null);
    return this.t().scope({ who, from: from || null, to: to || null, measure: this.measure() });
  });
  protected readonly bars = computed<readonly Bar[]>(() =>
    this.rows()
      .slice(0, BARS)
      .map(({ name, sums }) => ({
        label: name,
        shown: this.#figure(sums),
        stretches: [{ value: Math.max(0, valueOf(sums, this.measure()) ?? 0), pattern: 'solid' as const }],
      })),
  );
  protected readonly columns = computed<readonly Column<PivotRow>[]>(() => {
    const measure = this.measure();
    const total = this.total();
    const asColumn = (key: string, head: string, of: (row: PivotRow) => PivotRow['sums'] | undefined) => ({
      key,
      head,
      text: (row: PivotRow) => (of(row) ? this.#figure(of(row)!) : ''),
      order: (row: PivotRow) => (of(row) ? (valueOf(of(row)!, measure) ?? -1) : -1),
      numeric: true,
    });
    const columnHeads = (arrived(this.answer)?.columns ?? []).map((column) => ({
      key: column.key,
      head: nameOf(this.#columnDimension(), column, this.names(), this.#texts(), this.wording),
    }));
    return [
      { key: 'name', head: this.t().rowsBy[this.rowsBy()], text: ({ name }) => name, order: ({ name }) => name },
      asColumn('total', this.t().heads[measure], ({ sums }) => sums),
      {
        key: 'share',
        head: this.t().share,
        text: ({ sums }) => {
          const share = total ? shareOf(sums, total, measure) : null;
          return share === null ? '' : this.wording.share(share);
        },
        numeric: true,
      },
      ...columnHeads.map(({ key, head }) => asColumn(`c:${key}`, head, ({ cells }) => cells.get(key))),
    ];
  });
  protected readonly trackRow = ({ key }: PivotRow): string => key ?? '';
  /** Filter for the explanation of the emissions total; null if it cannot be explained as a whole. */
  protected readonly whyFilter = computed<SumFilter | null>(() => {
    const { buyerId, supplierId, category, from, to, method, accountClass } = this.#params();
    if (this.measure() !== 'emissions' || !isExplainable(this.filter.values())) return null;
    return { buyerId, supplierId, category, from, to, accountClass, method: method as SumFilter['method'] };
  });

  /**
   * Returns the query of a row's lines in the combined table, within the page's filter; null if no filter selects
   * exactly these.
   */
  protected linkOf({ key }: PivotRow): Readonly<Record<string, string>> | null {
    const own = linesOf(this.rowsBy(), key);
    if (!own) return null;
    const values = { ...this.filter.values(), ...own };
    return Object.fromEntries(
      filterFields.filter((field) => values[field] !== '').map((field) => [field, values[field]]),
    );
  }

  protected chosen(name: 'rows' | 'columns' | 'measure' | 'limit'): string {
    return { rows: this.rowsBy(), columns: this.columnsBy(), measure: this.measure(), limit: this.limit() }[name];
  }

  protected choose(name: 'rows' | 'columns' | 'measure' | 'limit', event: Event): void {
    const value = (event.target as HTMLSelectElement).value;
    ({ rows: this.#rows, columns: this.#columns, measure: this.#measure, limit: this.#limit })[name].set(value);
  }

  protected optionOf(name: 'rows' | 'columns' | 'measure' | 'limit', value: string): string {
    const t = this.t();
    const named = { rows: t.rowsBy, columns: t.columnsBy, measure: t.measures, limit: {} }[name];
    return (named as Readonly<Record<string, string>>)[value] ?? value;
  }

  #columnDimension() {
    const dimension = this.columnsBy();
    return dimension === 'none' ? 'year' : dimension;
  }

  #nameOf(row: { readonly key: string | null; readonly label: string | null }): string {
    return nameOf(this.rowsBy(), row, this.names(), this.#texts(), this.wording);
  }

  #figure(sums: PivotRow['sums'] | null): string {
    return sums ? figureOf(sums, this.measure(), this.wording, this.#design().notCalculated) : '';
  }
}
