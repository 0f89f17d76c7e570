import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import { Cell, DataTable, TextLibrary, Wording, texts, type Column } from '@tallgrunn/design';
import { formatMoney } from '@tallgrunn/values';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { tonnes } from '../tonnes.ts';
import { TotalExplanation, type SumFilter } from '../sum-explanation/sum-explanation.ts';
import type { MethodSum } from './totals.ts';

/** Table of a run's spend by method, with an explanation of each method and a link to its lines. */
@Component({
  selector: 'tg-method-table',
  imports: [Cell, DataTable, RouterLink, TotalExplanation],
  template: `
    <tg-data-table
      narrow="cards"
      [caption]="t().page.byMethod"
      [rows]="sums()"
      [columns]="columns()"
      [trackRow]="track"
    >
      <ng-template tgCell="method" let-row>
        <span class="method">
          @if (mayOpen()) {
            <a class="ds-link" routerLink="/combined" [queryParams]="queryOf(row)">{{ nameOf(row) }}</a>
          } @else {
            <strong>{{ nameOf(row) }}</strong>
          }
          <span class="tg-subtle">{{ meaningOf(row) }}</span></span
        >
      </ng-template>
      <ng-template tgCell="kg" let-row>
        <span
          >{{ tonnesOf(row) }}
          @if (row.kg !== null) {
            <tg-sum-explanation
              [figure]="t().page.whyFor({ figure: tonnesOf(row), name: nameOf(row) })"
              [filter]="filterOf(row)"
            />
          }
        </span>
      </ng-template>
    </tg-data-table>
  `,
  styles: `
    .method {
      display: grid;
      gap: var(--ds-size-1);
      justify-items: start;
      max-width: 34rem;
      text-align: start;
      white-space: normal;
    }
  `,
})
export class MethodTable {
  readonly sums = input.required<readonly MethodSum[]>();
  /** Filter of the sums: a run, or part of one. */
  readonly filter = input.required<SumFilter>();
  protected readonly t = texts(emissionsTexts);
  protected readonly track = ({ method, currency }: MethodSum) => `${method} ${currency}`;
  readonly #wording = inject(Wording);
  readonly #session = inject(Session);
  /** An auditor may see the published figures, but not the combined table. */
  protected readonly mayOpen = computed(() => this.#session.permissions().has('combined.read'));
  readonly #library = inject(TextLibrary);
  protected readonly columns = computed<readonly Column<MethodSum>[]>(() => {
    const { methodHeads: heads } = this.t().page;
    return [
      { key: 'method', head: heads.method, text: (row) => this.nameOf(row) },
      { key: 'lines', head: heads.lines, numeric: true, text: ({ lines }) => this.#wording.count(lines) },
      {
        key: 'amount',
        head: heads.amount,
        numeric: true,
        text: ({ amount, currency }) => formatMoney(amount, currency, this.#library.language(), 0),
      },
      { key: 'kg', head: heads.tonnes, numeric: true, text: (row) => this.tonnesOf(row) },
    ];
  });

  protected nameOf({ method }: MethodSum): string {
    return this.#of(this.t().page.methods, method);
  }

  protected tonnesOf({ kg, method }: MethodSum): string {
    const { noNumber, tonnes: words } = this.t().page;
    return kg === null ? noNumber : words({ value: tonnes(kg, method.startsWith('spend') ? 2 : 3) });
  }

  protected filterOf({ method }: MethodSum): SumFilter {
    return { ...this.filter(), method: method as SumFilter['method'] };
  }

  protected meaningOf({ method }: MethodSum): string {
    return this.#of(this.t().page.meanings, method);
  }

  protected queryOf({ method }: MethodSum): Readonly<Record<string, string>> {
    return method === 'not-spend' ? { scope: 'not-purchases' } : { method };
  }

  #of(words: Readonly<Record<string, string>>, method: string): string {
    return words[method] ?? method;
  }
}
