import { Component, computed, inject, input } from '@angular/core';
import type { PriceVersionView } from '@tallgrunn/api-client/shapes';
import { DataTable, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import type { SupplierRow } from '../parties-tab/suppliers-of.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';

/** Which price forms were published, and when. */
@Component({
  selector: 'tg-price-versions',
  imports: [DataTable],
  template: `
    <h2 class="ds-heading" data-size="xs">{{ t().prices.versions }}</h2>
    @if (versions().length > 0) {
      <tg-data-table [caption]="t().prices.versionsCaption" [rows]="versions()" [columns]="columns()" [trackRow]="trackRow" narrow="cards" />
    } @else {
      <p class="tg-subtle">{{ t().prices.noVersions }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--tg-gap-sm);
      grid-template-columns: minmax(0, 1fr);
    }
  `,
})
export class PriceVersions {
  readonly versions = input.required<readonly PriceVersionView[]>();
  readonly suppliers = input.required<readonly SupplierRow[]>();
  protected readonly t = texts(agreementsTexts);
  protected readonly trackRow = (row: PriceVersionView) => row.id;
  readonly #wording = inject(Wording);

  protected readonly columns = computed<readonly Column<PriceVersionView>[]>(() => {
    const { heads } = this.t().prices;
    return [
      { key: 'file', head: heads.file, text: (row) => row.fileName },
      { key: 'supplier', head: heads.supplier, text: (row) => this.suppliers().find(({ id }) => id === row.supplierId)?.name ?? '' },
      { key: 'number', head: heads.number, numeric: true, text: (row) => this.#wording.count(row.number) },
      { key: 'lines', head: heads.lines, numeric: true, text: (row) => this.#wording.count(row.items) },
      { key: 'published', head: heads.published, text: (row) => this.#wording.instant(row.publishedAt) },
    ];
  });
}
