import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, read } from '@tallgrunn/api-client';
import { claimsRecovered } from '@tallgrunn/api-client/calls';
import type { RecoveredYearDto } from '@tallgrunn/api-client/shapes';
import { DataTable, Loaded, TextLibrary, texts, type Column } from '@tallgrunn/design';
import { formatMoney } from '@tallgrunn/values';
import { insightTexts } from '../texts/insight-texts.ts';

/** Amounts claimed back and recovered from suppliers by year, with a link to the claims. For those who manage claims. */
@Component({
  selector: 'tg-recovered-amounts',
  imports: [DataTable, Loaded, RouterLink],
  template: `
    @if (mayRead()) {
      <section class="tg-panel">
        <h2 class="ds-heading" data-size="2xs">{{ t().title }}</h2>
        <ng-container *tgLoaded="let years; from: years; shape: 'rows'">
          @if (years.length === 0) {
            <p>{{ t().none }}</p>
          } @else {
            <tg-data-table narrow="cards" [caption]="t().caption" [rows]="years" [columns]="columns()" />
          }
        </ng-container>
        <p class="tg-subtle tg-text">{{ t().note }}</p>
        <p>
          <a class="ds-link" routerLink="/claims">{{ t().toClaims }}</a>
        </p>
      </section>
    }
  `,
})
export class RecoveredAmounts {
  readonly #texts = texts(insightTexts);
  protected readonly t = computed(() => this.#texts().recovered);
  readonly #session = inject(Session);
  readonly #language = inject(TextLibrary).language;
  protected readonly mayRead = computed(
    () => this.#session.side() === 'cooperative' && this.#session.permissions().has('claim.manage'),
  );
  protected readonly years = read(claimsRecovered, () => (this.mayRead() ? {} : undefined));
  protected readonly columns = computed((): readonly Column<RecoveredYearDto>[] => {
    const { heads } = this.t();
    const money = (amount: string, currency: string) => formatMoney(amount, currency, this.#language(), 0);
    return [
      { key: 'year', head: heads.year, text: ({ year }) => year },
      {
        key: 'claimed',
        head: heads.claimed,
        numeric: true,
        text: ({ claimedAmount, currency }) => money(claimedAmount, currency),
        order: ({ claimedAmount }) => Number(claimedAmount),
      },
      {
        key: 'recovered',
        head: heads.recovered,
        numeric: true,
        text: ({ recoveredAmount, currency }) => money(recoveredAmount, currency),
        order: ({ recoveredAmount }) => Number(recoveredAmount),
      },
    ];
  });
}
