import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AgreementFilter } from '@tallgrunn/agreements-web';
import { Session, read } from '@tallgrunn/api-client';
import { claimsList, claimsRecovered } from '@tallgrunn/api-client/calls';
import type { ClaimSummaryDto, RecoveredYearDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Empty, Loaded, PageHeader, Wording, queryState, texts, type Column } from '@tallgrunn/design';
import { ReceivedPenalties } from '../penalties/received-penalties.ts';
import { claimsTexts } from '../texts/claims/claims-texts.ts';

/** Claims and recovered amounts. A supplier sees claims that were sent to it. */
@Component({
  selector: 'tg-claims-page',
  imports: [AgreementFilter, Cell, DataTable, Empty, Loaded, PageHeader, ReceivedPenalties, RouterLink],
  template: `
    <tg-page-header [heading]="t().claims.title" [lead]="isSupplier() ? t().claims.leadSupplier : t().claims.lead" />
    <div class="tg-stack">
      @if (agreement()) {
        <tg-agreement-filter [agreementId]="agreement()" />
      }
      <ng-container *tgLoaded="let list; from: claims; shape: 'rows'">
        @if (list.length === 0) {
          <tg-empty
            [heading]="t().claims.noneTitle"
            [reason]="isSupplier() ? t().claims.noneSupplier : t().claims.none"
          />
        } @else {
          <tg-data-table
            narrow="cards"
            [caption]="t().claims.caption"
            [rows]="list"
            [columns]="columns()"
            [sort]="sort()"
            (sortChange)="sort.set($event)"
          >
            <ng-template tgCell="number" let-row>
              <a class="ds-link" [routerLink]="['/claims', row.id]">{{ row.number }}</a>
            </ng-template>
          </tg-data-table>
        }
      </ng-container>
      @if (mayReceive()) {
        <tg-received-penalties />
      }
      @if (mayManage()) {
        <section>
          <h2 class="ds-heading" data-size="xs">{{ t().claims.recovered.title }}</h2>
          <ng-container *tgLoaded="let years; from: recovered; shape: 'rows'">
            @if (years.length === 0) {
              <p>{{ t().claims.recovered.none }}</p>
            } @else {
              <tg-data-table
                narrow="cards"
                [caption]="t().claims.recovered.caption"
                [rows]="years"
                [columns]="yearColumns()"
              />
            }
          </ng-container>
        </section>
      }
    </div>
  `,
})
export class ClaimsPage {
  protected readonly t = texts(claimsTexts);
  protected readonly supplier = queryState('supplier');
  protected readonly agreement = queryState('agreement');
  protected readonly sort = queryState('sort');
  readonly #session = inject(Session);
  readonly #wording = inject(Wording);
  protected readonly isSupplier = computed(() => this.#session.side() === 'supplier');
  protected readonly mayManage = computed(() => this.#session.permissions().has('claim.manage'));
  protected readonly mayReceive = computed(() => this.#session.permissions().has('penalty.receive'));
  protected readonly claims = read(claimsList, () => ({
    supplierId: this.supplier() || undefined,
    agreementId: this.agreement() || undefined,
  }));
  protected readonly recovered = read(claimsRecovered, () => (this.mayManage() ? {} : undefined));

  protected readonly columns = computed((): readonly Column<ClaimSummaryDto>[] => {
    const t = this.t();
    const { heads, states, notSent } = t.claims;
    return [
      { key: 'number', head: heads.number, text: ({ number }) => number, order: ({ number }) => number },
      {
        key: 'supplier',
        head: heads.supplier,
        text: ({ supplier }) => supplier.name,
        order: ({ supplier }) => supplier.name,
      },
      {
        key: 'agreement',
        head: heads.agreement,
        text: ({ agreement }) => `${agreement.number} ${agreement.title}`,
        order: ({ agreement }) => agreement.number,
      },
      { key: 'state', head: heads.state, text: ({ state }) => states[state], order: ({ state }) => states[state] },
      {
        key: 'amount',
        head: heads.amount,
        numeric: true,
        text: (row) => t.money(row),
        order: ({ amount }) => Number(amount),
      },
      {
        key: 'credited',
        head: heads.credited,
        numeric: true,
        text: ({ creditedAmount, currency }) => t.money({ amount: creditedAmount, currency }),
        order: ({ creditedAmount }) => Number(creditedAmount),
      },
      {
        key: 'sent',
        head: heads.sent,
        text: ({ sentAt }) => (sentAt ? this.#wording.date(sentAt, 'short') : notSent),
        order: ({ sentAt }) => sentAt ?? '',
      },
    ];
  });

  protected readonly yearColumns = computed((): readonly Column<RecoveredYearDto>[] => {
    const t = this.t();
    const { heads, claims } = t.claims.recovered;
    const figure = (amount: string, currency: string, count: number) =>
      `${t.money({ amount, currency })} (${claims({ count })})`;
    return [
      { key: 'year', head: heads.year, text: ({ year }) => year },
      {
        key: 'claimed',
        head: heads.claimed,
        numeric: true,
        text: (row) => figure(row.claimedAmount, row.currency, row.sentClaimCount),
      },
      {
        key: 'recovered',
        head: heads.recovered,
        numeric: true,
        text: (row) => figure(row.recoveredAmount, row.currency, row.recoveredClaimCount),
      },
    ];
  });
}
