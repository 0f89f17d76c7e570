import { Component, computed, inject, input } from '@angular/core';
import { read } from '@tallgrunn/api-client';
import { priceDeviationsSpread } from '@tallgrunn/api-client/calls';
import type { PriceSpreadDto } from '@tallgrunn/api-client/shapes';
import { DataTable, Loaded, Wording, texts, type Column } from '@tallgrunn/design';
import { claimsTexts } from '../texts/claims/claims-texts.ts';
import type { PriceScope } from './price-months.ts';

/** Items for which buyers paid different prices in the same month. */
@Component({
  selector: 'tg-price-spread',
  imports: [DataTable, Loaded],
  template: `
    <section>
      <h2 class="ds-heading" data-size="xs">{{ t().pair.spread.title }}</h2>
      <p class="tg-text">{{ t().pair.spread.lead }}</p>
      <ng-container *tgLoaded="let rows; from: spread; shape: 'rows'">
        @if (rows.length === 0) {
          <p>{{ t().pair.spread.none }}</p>
        } @else {
          <tg-data-table narrow="cards" [caption]="t().pair.spread.caption" [rows]="rows" [columns]="columns()" />
        }
      </ng-container>
    </section>
  `,
})
export class PriceSpread {
  readonly scope = input.required<PriceScope>();
  protected readonly t = texts(claimsTexts);
  protected readonly spread = read(priceDeviationsSpread, () => this.scope());
  readonly #wording = inject(Wording);

  protected readonly columns = computed((): readonly Column<PriceSpreadDto>[] => {
    const t = this.t();
    const { heads } = t.pair.spread;
    const price = (amount: string, { currency, unit }: PriceSpreadDto) =>
      [t.money({ amount, currency }), unit].filter(Boolean).join('/');
    return [
      { key: 'item', head: heads.item, text: ({ itemNumber, itemName }) => `${itemNumber} ${itemName}` },
      { key: 'month', head: heads.month, text: ({ month }) => this.#wording.period(month) },
      {
        key: 'prices',
        head: heads.prices,
        text: (row) => row.buyers.map((each) => `${each.buyer}: ${price(each.price, row)}`).join('; '),
      },
      {
        key: 'extra',
        head: heads.extra,
        numeric: true,
        text: ({ extraAmount, currency }) => t.money({ amount: extraAmount, currency }),
        order: ({ extraAmount }) => Number(extraAmount),
      },
    ];
  });
}
