import { Component, computed, inject, input, signal } from '@angular/core';
import { read } from '@tallgrunn/api-client';
import { priceVersionsList } from '@tallgrunn/api-client/calls';
import type { PriceVersionRowDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Loaded, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import type { SupplierRow } from '../parties-tab/suppliers-of.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { pricesTexts } from '../texts/prices-texts.ts';
import { PriceDiff } from './price-diff.ts';

/** The published price versions with their validity and changes. */
@Component({
  selector: 'tg-price-versions',
  imports: [Cell, DataTable, Loaded, PriceDiff],
  template: `
    <h2 class="ds-heading" data-size="xs">{{ words().prices.versions }}</h2>
    <ng-container *tgLoaded="let all; from: versions; shape: 'rows'">
      @if (all.length > 0) {
        <tg-data-table
          [caption]="words().prices.versionsCaption"
          [rows]="all"
          [columns]="columns()"
          [trackRow]="trackRow"
          narrow="cards"
        >
          <ng-template tgCell="act" let-row>
            <button
              class="ds-button"
              data-variant="tertiary"
              data-size="sm"
              type="button"
              [attr.aria-expanded]="row.id === shown()"
              [attr.aria-label]="
                row.id === shown() ? t().diff.closeOf({ version: row.number }) : t().diff.show({ version: row.number })
              "
              (click)="toggle(row)"
            >
              {{ row.id === shown() ? t().diff.close : t().diff.showShort }}
            </button>
          </ng-template>
        </tg-data-table>
        @if (shown(); as versionId) {
          <section class="tg-panel">
            <h3 class="ds-heading" data-size="2xs">{{ heading(all) }}</h3>
            <tg-price-diff [agreementId]="agreementId()" [versionId]="versionId" />
          </section>
        }
      } @else {
        <p class="tg-subtle">{{ words().prices.noVersions }}</p>
      }
    </ng-container>
  `,
  styleUrl: './section.css',
})
export class PriceVersions {
  readonly agreementId = input.required<string>();
  readonly suppliers = input.required<readonly SupplierRow[]>();
  protected readonly t = texts(pricesTexts);
  protected readonly words = texts(agreementsTexts);
  protected readonly versions = read(priceVersionsList, () => ({ agreementId: this.agreementId() }));
  protected readonly shown = signal<string | null>(null);
  protected readonly trackRow = (row: PriceVersionRowDto) => row.id;
  readonly #wording = inject(Wording);

  protected readonly columns = computed<readonly Column<PriceVersionRowDto>[]>(() => {
    const { heads, kinds, reasons } = this.t().versions;
    return [
      { key: 'number', head: heads.number, text: (row) => this.#wording.count(row.number) },
      {
        key: 'supplier',
        head: heads.supplier,
        text: (row) => this.suppliers().find(({ id }) => id === row.supplierId)?.name ?? '',
      },
      { key: 'kind', head: heads.kind, text: (row) => kinds[row.kind] },
      { key: 'source', head: heads.source, text: (row) => row.fileName ?? reasons[row.reason] },
      { key: 'holds', head: heads.holds, text: (row) => this.#validity(row) },
      { key: 'lines', head: heads.lines, numeric: true, text: (row) => this.#wording.count(row.items) },
      { key: 'published', head: heads.published, text: (row) => this.#wording.instant(row.publishedAt) },
      { key: 'act', head: heads.act },
    ];
  });

  reload(): void {
    this.versions.reload();
  }

  protected toggle({ id }: PriceVersionRowDto): void {
    this.shown.set(this.shown() === id ? null : id);
  }

  protected heading(all: readonly PriceVersionRowDto[]): string {
    const version = all.find(({ id }) => id === this.shown());
    return version ? this.t().diff.show({ version: version.number }) : '';
  }

  #validity({ fromOn, untilOn, replacedOn, replaced }: PriceVersionRowDto): string {
    const { always, until, replaced: gone } = this.t().versions;
    if (replaced) return gone;
    const to = [untilOn, replacedOn].filter((day) => day !== null).toSorted()[0];
    if (to) return until({ from: fromOn, to });
    return fromOn ? this.t().from({ from: fromOn }) : always;
  }
}
