import { Component, computed, inject, input, signal } from '@angular/core';
import type { BuyerTotalDto } from '@tallgrunn/api-client/shapes';
import { DataTable, Wording, texts, type Column } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

/** Totals of the report by buyer. */
@Component({
  selector: 'tg-buyer-totals',
  imports: [DataTable],
  template: `
    <section class="tg-stack">
      <h2 class="ds-heading" data-size="xs">{{ t().version.byBuyer }}</h2>
      <tg-data-table [caption]="t().version.byBuyerCaption" [rows]="buyers()" [columns]="columns()" [(sort)]="sort" />
    </section>
  `,
})
export class BuyerTotals {
  readonly buyers = input.required<readonly BuyerTotalDto[]>();
  protected readonly t = texts(reportingTexts);
  protected readonly sort = signal('');
  readonly #wording = inject(Wording);
  protected readonly columns = computed((): readonly Column<BuyerTotalDto>[] => {
    const { buyerHeads, unknownBuyer } = this.t().version;
    return [
      { key: 'buyer', head: buyerHeads.buyer, text: ({ name }) => name || unknownBuyer, order: ({ name }) => name },
      {
        key: 'rows',
        head: buyerHeads.rows,
        numeric: true,
        text: ({ rows }) => this.#wording.count(rows),
        order: ({ rows }) => rows,
      },
      {
        key: 'amount',
        head: buyerHeads.amount,
        numeric: true,
        text: ({ amount }) => this.#wording.money(amount),
        order: ({ amount }) => Number(amount),
      },
    ];
  });
}
