import { Component, computed, inject, input } from '@angular/core';
import type { UsedPriceVersionDto } from '@tallgrunn/api-client/shapes';
import { DataTable, Wording, texts, type Column } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';

/** Table of price changes from version to version. */
@Component({
  selector: 'tg-price-moves',
  imports: [DataTable],
  template: `
    @if (versions().length > 0) {
      <tg-data-table
        [caption]="t().use.prices.caption"
        [rows]="versions()"
        [columns]="columns()"
        [trackRow]="track"
        narrow="cards"
      />
      <p class="tg-subtle">{{ t().use.prices.note }}</p>
    } @else {
      <p class="tg-subtle">{{ t().use.prices.none }}</p>
    }
  `,
})
export class PriceMoves {
  readonly versions = input.required<readonly UsedPriceVersionDto[]>();
  protected readonly t = texts(insightTexts);
  readonly #wording = inject(Wording);
  protected readonly track = ({ supplier, number }: UsedPriceVersionDto) => `${supplier.id} ${number}`;
  protected readonly columns = computed((): readonly Column<UsedPriceVersionDto>[] => {
    const { heads, ...t } = this.t().use.prices;
    return [
      { key: 'supplier', head: heads.supplier, text: ({ supplier }) => supplier.name },
      { key: 'version', head: heads.version, numeric: true, text: ({ number }) => this.#wording.count(number) },
      { key: 'published', head: heads.published, text: ({ publishedAt }) => this.#wording.date(publishedAt) },
      { key: 'items', head: heads.items, numeric: true, text: ({ items }) => this.#wording.count(items) },
      {
        key: 'moved',
        head: heads.moved,
        text: ({ added, removed, number }) => (number === 1 ? t.first : t.moved({ added, removed })),
      },
      {
        key: 'changed',
        head: heads.changed,
        numeric: true,
        text: ({ changed, compared }) => (compared === 0 ? '' : t.changed({ changed, compared })),
      },
      {
        key: 'change',
        head: heads.change,
        numeric: true,
        text: ({ meanChange }) => (meanChange === null ? '' : t.change({ change: meanChange })),
      },
    ];
  });
}
