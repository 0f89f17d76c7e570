import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Session, read, sender } from '@tallgrunn/api-client';
import { agreementsListItems } from '@tallgrunn/api-client/calls';
import type { AgreementDto, ItemSummaryDto, PriceDto } from '@tallgrunn/api-client/shapes';
import { fetchAllPages, Cell, DataTable, Empty, Loaded, Wording, queryState, texts } from '@tallgrunn/design';
import type { Column, FetchAllRows } from '@tallgrunn/design';
import { formatMoney } from '@tallgrunn/values';
import { suppliersOf } from '../parties-tab/suppliers-of.ts';
import { SearchField } from '../search-field/search-field.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { pricesTexts } from '../texts/prices-texts.ts';
import { currentLanguage } from '../current-language.ts';
import { todaySignal } from '../today.ts';
import { Adjustments } from './adjustments.ts';
import { IndexList } from './index-list.ts';
import { ItemChanges } from './item-changes.ts';
import { PriceForm } from './price-form.ts';
import { PriceModels } from './price-models.ts';
import { PriceVersions } from './price-versions.ts';
import { currentPrices } from './current-price.ts';

/** Page size of the server; a full page has more items after it. */
const pageLength = 200;

/** The assortment with current prices, its price versions, and import of the next price form. */
@Component({
  selector: 'tg-items-tab',
  imports: [
    Adjustments,
    Cell,
    DataTable,
    Empty,
    IndexList,
    ItemChanges,
    Loaded,
    PriceForm,
    PriceModels,
    PriceVersions,
    RouterLink,
    SearchField,
  ],
  templateUrl: './items-tab.html',
})
export class ItemsTab {
  readonly agreement = input.required<AgreementDto>();
  readonly changed = output();
  protected readonly t = texts(agreementsTexts);
  protected readonly session = inject(Session);
  protected readonly search = queryState('search');
  protected readonly after = queryState('after');
  protected readonly afterId = queryState('afterId');
  protected readonly columnChoice = queryState('columns');
  protected readonly items = read(agreementsListItems, () => ({
    agreementId: this.agreement().id,
    ...(this.search() && { search: this.search() }),
    ...(this.after() && { after: this.after() }),
    ...(this.after() && this.afterId() && { afterId: this.afterId() }),
  }));
  protected readonly allRows: FetchAllRows<ItemSummaryDto> = (progress) =>
    fetchAllPages(async (last: ItemSummaryDto | null) => {
      const rows = await this.#send(agreementsListItems, {
        agreementId: this.agreement().id,
        ...(this.search() && { search: this.search() }),
        ...(last && { after: last.number, afterId: last.id }),
      });
      return { rows, next: this.next(rows) };
    }, progress);

  readonly #send = sender();
  protected readonly mayWrite = computed(() => this.session.permissions().has('agreement.write'));
  protected readonly mayAsk = computed(() => this.session.permissions().has('price-adjustment.request'));
  protected readonly versions = viewChild(PriceVersions);
  protected readonly form = viewChild(PriceForm);
  protected readonly p = texts(pricesTexts);
  protected readonly suppliers = computed(() => suppliersOf(this.agreement().suppliers));
  protected readonly trackRow = (row: ItemSummaryDto) => row.id;
  /** Sections below the items, which would otherwise be found only by scrolling past them. */
  protected readonly parts = computed(() => [
    { tag: 'tg-price-versions', label: this.t().prices.versions },
    { tag: 'tg-price-models', label: this.p().models.title },
    { tag: 'tg-item-changes', label: this.p().changes.title },
    ...(this.mayAsk() ? [{ tag: 'tg-adjustments', label: this.p().adjustments.title }] : []),
    ...(this.mayWrite() ? [{ tag: 'tg-index-list', label: this.p().indices.title }] : []),
  ]);
  readonly #document = inject(DOCUMENT);
  readonly #wording = inject(Wording);
  readonly #router = inject(Router);
  readonly #route = inject(ActivatedRoute);
  readonly #language = currentLanguage();
  readonly #today = todaySignal(this.session);
  readonly #anyNext = computed(() => this.items.hasValue() && this.items.value().some((row) => this.#next(row) !== ''));

  protected readonly columns = computed<readonly Column<ItemSummaryDto>[]>(() => {
    const { heads, content, kilos } = this.t().items;
    const quantity = (amount: string) => this.#wording.quantity(amount);
    return [
      { key: 'number', head: heads.number, text: (row) => row.number },
      { key: 'name', head: heads.name, text: (row) => row.name },
      { key: 'unit', head: heads.unit, text: (row) => row.unit },
      { key: 'price', head: heads.price, numeric: true, text: (row) => this.#price(row) },
      ...(this.#anyNext()
        ? [
            {
              key: 'next',
              head: heads.next,
              numeric: true,
              text: (row: ItemSummaryDto) => this.#next(row),
              choice: 'shown' as const,
            },
          ]
        : []),
      {
        key: 'content',
        head: heads.content,
        text: (row) =>
          row.contentQuantity ? content({ quantity: quantity(row.contentQuantity), unit: row.contentUnit ?? '' }) : '',
        choice: 'shown',
      },
      ...(this.agreement().lots.length > 0
        ? [{ key: 'lot', head: heads.lot, text: (row: ItemSummaryDto) => row.lot ?? '', choice: 'shown' as const }]
        : []),
      ...(this.suppliers().length > 1
        ? [
            {
              key: 'supplier',
              head: heads.supplier,
              text: (row: ItemSummaryDto) => this.#supplier(row),
              choice: 'shown' as const,
            },
          ]
        : []),
      { key: 'gtin', head: heads.gtin, text: (row) => row.gtin ?? '', choice: 'hidden' },
      { key: 'category', head: heads.category, text: (row) => row.category ?? '', choice: 'hidden' },
      {
        key: 'weight',
        head: heads.weight,
        numeric: true,
        text: (row) => (row.netWeightKg ? kilos({ weight: quantity(row.netWeightKg) }) : ''),
        choice: 'hidden',
      },
    ];
  });

  /** Starts a new search at the first page; both query parameters change in one navigation. */
  protected find(search: string): void {
    void this.#router.navigate([], {
      relativeTo: this.#route,
      queryParams: { search: search || null, after: null, afterId: null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  /** Returns the last item of a full page. Suppliers may use the same number, so the number alone is no cursor. */
  protected next(rows: readonly ItemSummaryDto[]): ItemSummaryDto | null {
    return rows.length === pageLength ? (rows.at(-1) ?? null) : null;
  }

  /** Scrolls to a section and moves the focus to its heading. */
  protected goTo(tag: string): void {
    const heading = this.#document.querySelector<HTMLElement>(`${tag} h2`);
    heading?.setAttribute('tabindex', '-1');
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }

  protected published(): void {
    this.items.reload();
    this.versions()?.reload();
    this.changed.emit();
  }

  #supplier(row: ItemSummaryDto): string {
    return this.suppliers().find((supplier) => supplier.id === row.supplierId)?.name ?? '';
  }

  #price(row: ItemSummaryDto): string {
    const { gone, noPrice } = this.t().items;
    if (!row.current) return gone;
    const { now } = currentPrices(row.prices, this.#today());
    return now ? this.#money(now) : noPrice;
  }

  #next(row: ItemSummaryDto): string {
    const { next } = currentPrices(row.prices, this.#today());
    return next && row.current ? this.t().items.nextPrice({ price: this.#money(next), from: next.validFrom }) : '';
  }

  #money({ price, currency }: PriceDto): string {
    return formatMoney(price, currency, this.#language());
  }
}
