import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GoodDto, GoodsDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Wording, texts, type Column } from '@tallgrunn/design';
import { significantDigits, tonnes } from '@tallgrunn/emissions-web';
import { unitName } from '@tallgrunn/formats';
import { insightTexts } from '../texts/insight-texts.ts';

/** Table of the items in the filtered lines, with quantities, spend and emissions. */
@Component({
  selector: 'tg-items-table',
  imports: [Cell, DataTable, RouterLink],
  template: `
    <section class="tg-stack">
      <div>
        <h2 class="ds-heading" data-size="xs">{{ t().title }}</h2>
        <p class="tg-subtle tg-text">{{ t().lead }}</p>
      </div>
      <tg-data-table
        [caption]="t().title"
        [rows]="told().goods"
        [total]="told().items"
        [columns]="columns()"
        [trackRow]="track"
        narrow="cards"
      >
        <ng-template tgCell="item" let-row>
          <a
            class="ds-link"
            [routerLink]="[]"
            [queryParams]="{ text: row.number, supplier: row.supplierId }"
            queryParamsHandling="merge"
            >{{ itemOf(row) }}</a
          >
        </ng-template>
      </tg-data-table>
    </section>
  `,
})
export class ItemsTable {
  readonly told = input.required<GoodsDto>();
  readonly #texts = texts(insightTexts);
  protected readonly t = computed(() => this.#texts().combined.goods);
  readonly #wording = inject(Wording);
  protected readonly track = ({ supplierId, number }: GoodDto) => `${supplierId} ${number}`;
  protected readonly columns = computed((): readonly Column<GoodDto>[] => {
    const { heads } = this.t();
    return [
      { key: 'item', head: heads.item, text: (good) => this.itemOf(good) },
      { key: 'supplier', head: heads.supplier, text: ({ supplier }) => supplier ?? '' },
      {
        key: 'quantity',
        head: heads.quantity,
        text: ({ quantities }) => quantities.map((each) => this.#quantity(each)).join(' + '),
        numeric: true,
      },
      { key: 'booked', head: heads.booked, text: ({ booked }) => this.#wording.amount(booked), numeric: true },
      {
        key: 'tonnes',
        head: heads.tonnes,
        text: ({ kg, kgFromKroner }) =>
          kg === null ? '' : this.#wording.quantity(tonnes(kg, significantDigits(kg, kgFromKroner))),
        numeric: true,
      },
      {
        key: 'reportedOnly',
        head: heads.reportedOnly,
        text: ({ reportedOnly }) => this.#wording.amount(reportedOnly),
        numeric: true,
      },
      { key: 'note', head: heads.note, text: (good) => this.#noteOf(good) },
    ];
  });

  protected itemOf({ number, name }: GoodDto): string {
    return [number, name].filter(Boolean).join(' ');
  }

  #quantity({ quantity, unit }: GoodDto['quantities'][number]): string {
    return `${this.#wording.quantity(quantity)} ${unitName(unit, this.#wording.language()) ?? unit}`;
  }

  /** Describes the spend-based part of the emissions, and the spend without a figure. */
  #noteOf({ kg, kgFromKroner, bookedWithoutFactor }: GoodDto): string {
    const { estimated, partlyEstimated, without } = this.t();
    const basis = Number(kgFromKroner) === 0 ? '' : Number(kgFromKroner) === Number(kg) ? estimated : partlyEstimated;
    return [basis, Number(bookedWithoutFactor) === 0 ? '' : without({ amount: bookedWithoutFactor })]
      .filter(Boolean)
      .join(', ');
  }
}
