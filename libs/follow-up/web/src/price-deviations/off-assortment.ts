import { Component, computed, inject, input } from '@angular/core';
import { read } from '@tallgrunn/api-client';
import { priceDeviationsOffAssortment } from '@tallgrunn/api-client/calls';
import type { OffAssortmentItemDto } from '@tallgrunn/api-client/shapes';
import { DataTable, Loaded, Wording, designTexts, texts, type Column } from '@tallgrunn/design';
import { claimsTexts } from '../texts/claims/claims-texts.ts';
import type { PriceScope } from './price-months.ts';

/** Goods that were reported but are not in the assortment. */
@Component({
  selector: 'tg-off-assortment',
  imports: [DataTable, Loaded],
  template: `
    <section>
      <h2 class="ds-heading" data-size="xs">{{ t().pair.offAssortment.title }}</h2>
      <p class="tg-text">{{ t().pair.offAssortment.lead }}</p>
      <ng-container *tgLoaded="let rows; from: items; shape: 'rows'">
        @if (rows.length === 0) {
          <p>{{ t().pair.offAssortment.none }}</p>
        } @else {
          <tg-data-table
            narrow="cards"
            [caption]="t().pair.offAssortment.caption"
            [rows]="rows"
            [columns]="columns()"
          />
        }
      </ng-container>
    </section>
  `,
})
export class OffAssortment {
  readonly scope = input.required<PriceScope>();
  protected readonly t = texts(claimsTexts);
  protected readonly items = read(priceDeviationsOffAssortment, () => this.scope());
  readonly #design = texts(designTexts);
  readonly #wording = inject(Wording);

  protected readonly columns = computed((): readonly Column<OffAssortmentItemDto>[] => {
    const t = this.t();
    const { heads } = t.pair.offAssortment;
    return [
      {
        key: 'item',
        head: heads.item,
        text: ({ itemNumber, itemName }) => [itemNumber, itemName].filter(Boolean).join(' ') || t.pair.unnamed,
      },
      {
        key: 'quantity',
        head: heads.quantity,
        numeric: true,
        text: ({ quantity, unit }) =>
          quantity === null
            ? this.#design().notStated
            : [this.#wording.quantity(quantity), unit].filter(Boolean).join(' '),
      },
      { key: 'lines', head: heads.lines, numeric: true, text: ({ lineCount }) => this.#wording.count(lineCount) },
      {
        key: 'amount',
        head: heads.amount,
        numeric: true,
        text: ({ amount, currency }) => (amount === null ? this.#design().notStated : t.money({ amount, currency })),
        order: ({ amount }) => Number(amount ?? 0),
      },
    ];
  });
}
