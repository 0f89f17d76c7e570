import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import { BarChart, Cell, DataTable, Wording, texts, type Bar, type Column } from '@tallgrunn/design';
import { subtract, sum } from '@tallgrunn/values';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { significantDigits, tonnes } from '../tonnes.ts';
import { TotalExplanation } from '../sum-explanation/sum-explanation.ts';
import type { CategorySum } from './totals.ts';

/** Maximum bars that are readable; the table below has every category. */
const barsMax = 10;

interface Named extends CategorySum {
  readonly name: string;
}

/**
 * Chart of the categories with the largest emissions, and a table of all categories with spend without a figure and
 * links to the lines.
 */
@Component({
  selector: 'tg-hotspots',
  imports: [BarChart, Cell, DataTable, RouterLink, TotalExplanation],
  template: `
    <section class="tg-panel">
      <tg-bar-chart
        [finding]="finding()"
        [basis]="t().page.hotspotsBasis({ share: share() })"
        [heads]="t().page.chartHeads"
        [bars]="bars()"
        [legend]="[
          { label: t().page.measured, pattern: 'solid' },
          { label: t().page.fromKroner, pattern: 'hatched' },
        ]"
        [unit]="t().page.unit"
      />
    </section>
    <section class="tg-stack">
      <div>
        <h2 class="ds-heading" data-size="xs">{{ t().page.categories }}</h2>
        <p class="tg-subtle">{{ t().page.categoriesHelp }}</p>
      </div>
      <tg-data-table
        narrow="cards"
        [caption]="t().page.categories"
        [rows]="named()"
        [columns]="columns()"
        [trackRow]="track"
        [(sort)]="sort"
      >
        <ng-template tgCell="name" let-row>
          @if (row.code && mayOpen()) {
            <a class="ds-link" routerLink="/combined" [queryParams]="{ category: row.code }">{{ row.name }}</a>
          } @else {
            {{ row.name }}
          }
        </ng-template>
        <ng-template tgCell="kg" let-row>
          <span
            >{{ tonnesOf(row) }}
            @if (row.kg !== null) {
              <tg-sum-explanation
                [figure]="t().page.whyFor({ figure: tonnesOf(row), name: row.name })"
                [filter]="{ run: run(), category: row.code ?? 'unsorted' }"
                [wayDown]="wayDownOf(row)"
              />
            }
          </span>
        </ng-template>
      </tg-data-table>
    </section>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--tg-gap-lg);
      min-width: 0;
    }
  `,
})
export class Hotspots {
  readonly categories = input.required<readonly CategorySum[]>();
  /** The run of the figures. If it is the latest, the lines are also in the combined table. */
  readonly run = input.required<number>();
  readonly newest = input(true);
  /** Category names by code in the language of the screen. */
  readonly names = input.required<ReadonlyMap<string, string>>();
  /** Share of the spend behind the figures, 0 to 1. */
  readonly share = input.required<string>();
  protected readonly t = texts(emissionsTexts);
  protected readonly sort = signal('');
  protected readonly track = ({ code }: Named) => code;
  readonly #session = inject(Session);
  /** An auditor may see the figures, but not the combined table. */
  protected readonly mayOpen = computed(() => this.#session.permissions().has('combined.read'));
  readonly #wording = inject(Wording);

  protected readonly named = computed<readonly Named[]>(() =>
    this.categories().map((row) => ({
      ...row,
      name: row.code === null ? this.t().page.noCategory : (this.names().get(row.code) ?? row.code),
    })),
  );
  protected readonly finding = computed(() => {
    const [first] = this.named();
    const total = Number(sum(this.named().map(({ kg }) => kg ?? '0')));
    if (!first?.kg || total <= 0) return this.t().page.hotspotsNone;
    return this.t().page.hotspots({ category: first.name, share: String(Number(first.kg) / total) });
  });
  protected readonly bars = computed<readonly Bar[]>(() =>
    this.named()
      .filter(({ kg }) => Number(kg ?? 0) > 0)
      .slice(0, barsMax)
      .map(({ name, kg, kgFromKroner, withFactor }) => ({
        label: name,
        shown: this.#tonnes(kg, kgFromKroner),
        stretches: this.#stretches(kg ?? '0', kgFromKroner),
        cells: [this.#wording.amount(withFactor, 0)],
      })),
  );
  protected readonly columns = computed<readonly Column<Named>[]>(() => {
    const { categoryHeads: heads } = this.t().page;
    const kroner = (key: 'withFactor' | 'ask' | 'noFactor') => ({
      key,
      head: heads[key],
      numeric: true,
      text: (row: Named) => this.#wording.amount(row[key], 0),
      order: (row: Named) => Number(row[key]),
    });
    return [
      { key: 'name', head: heads.name, text: ({ name }) => name, order: ({ name }) => name },
      {
        key: 'kg',
        head: heads.tonnes,
        numeric: true,
        text: (row) => this.tonnesOf(row),
        order: ({ kg }) => Number(kg ?? -1),
      },
      kroner('withFactor'),
      kroner('ask'),
      kroner('noFactor'),
    ];
  });

  protected tonnesOf({ kg, kgFromKroner }: CategorySum): string {
    return this.#tonnes(kg, kgFromKroner);
  }

  protected wayDownOf({ code }: CategorySum) {
    return this.newest() && this.mayOpen() && code !== null
      ? { label: this.t().page.toTable, link: '/combined', query: { category: code } }
      : undefined;
  }

  #stretches(kg: string, kgFromKroner: string): Bar['stretches'] {
    const parts = [
      { value: Number(subtract(kg, kgFromKroner)) / 1000, pattern: 'solid' as const },
      { value: Number(kgFromKroner) / 1000, pattern: 'hatched' as const },
    ];
    return parts.filter(({ value }) => value > 0);
  }

  #tonnes(kg: string | null, kgFromKroner: string): string {
    return kg === null
      ? this.t().page.noNumber
      : this.t().page.tonnes({ value: tonnes(kg, significantDigits(kg, kgFromKroner)) });
  }
}
