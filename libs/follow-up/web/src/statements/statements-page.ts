import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AgreementFilter } from '@tallgrunn/agreements-web';
import { Session, read } from '@tallgrunn/api-client';
import { performanceStatementsList } from '@tallgrunn/api-client/calls';
import type { StatementSummaryDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Empty, Loaded, PageHeader, Wording, queryState, texts, type Column } from '@tallgrunn/design';
import { osloDate } from '@tallgrunn/values';
import { statementsTexts } from './texts/statements-texts.ts';

/** Performance statements of a year. A supplier sees those about itself that are decided. */
@Component({
  selector: 'tg-statements-page',
  imports: [AgreementFilter, Cell, DataTable, Empty, Loaded, PageHeader, RouterLink],
  template: `
    <tg-page-header [heading]="t().list.title" [lead]="isSupplier() ? t().list.leadSupplier : t().list.lead" />
    <div class="tg-stack">
      @if (agreement()) {
        <tg-agreement-filter [agreementId]="agreement()" />
      }
      <nav class="tg-row" [attr.aria-label]="t().list.year">
        @for (each of years(); track each) {
          <a
            class="ds-link"
            [routerLink]="[]"
            [queryParams]="{ year: each }"
            queryParamsHandling="merge"
            [attr.aria-current]="each === shownYear() ? 'page' : null"
            [attr.aria-label]="t().list.otherYear({ year: each })"
            >{{ each }}</a
          >
        }
      </nav>
      <ng-container *tgLoaded="let list; from: statements; shape: 'rows'">
        @if (list.length === 0) {
          <tg-empty [heading]="t().list.none" [reason]="isSupplier() ? t().list.noneSupplier : t().list.noneReason" />
        } @else {
          <tg-data-table
            narrow="cards"
            [caption]="t().list.caption({ year: shownYear() })"
            [rows]="list"
            [columns]="columns()"
            [sort]="sort()"
            (sortChange)="sort.set($event)"
          >
            <ng-template tgCell="rating" let-row>
              @if (row.statement; as statement) {
                <a class="ds-link" [routerLink]="['/statements', statement.id]">{{ ratingOf(row) }}</a>
              } @else {
                {{ t().list.notDecided }}
              }
            </ng-template>
            <ng-template tgCell="act" let-row>
              <a
                class="ds-link"
                [routerLink]="['/statements/decide', row.agreement.id, row.supplier.id, row.year]"
                [attr.aria-label]="t().list.decideFor({ supplier: row.supplier.name, agreement: row.agreement.title })"
                >{{ t().list.decide }}</a
              >
            </ng-template>
          </tg-data-table>
        }
      </ng-container>
    </div>
  `,
})
export class StatementsPage {
  protected readonly t = texts(statementsTexts);
  protected readonly year = queryState('year');
  protected readonly supplier = queryState('supplier');
  protected readonly agreement = queryState('agreement');
  protected readonly sort = queryState('sort');
  readonly #session = inject(Session);
  readonly #wording = inject(Wording);
  protected readonly isSupplier = computed(() => this.#session.side() === 'supplier');
  readonly #mayDecide = computed(() => this.#session.permissions().has('statement.decide'));
  readonly #thisYear = computed(() => {
    const asOf = this.#session.instance()?.asOf;
    return Number(osloDate(asOf ? new Date(asOf) : new Date()).slice(0, 4));
  });
  protected readonly shownYear = computed(() =>
    /^20\d\d$/.test(this.year()) ? this.year() : String(this.#thisYear()),
  );
  protected readonly years = computed(() => [0, 1, 2, 3].map((before) => String(this.#thisYear() - before)));
  protected readonly statements = read(performanceStatementsList, () => ({
    year: Number(this.shownYear()),
    supplierId: this.supplier() || undefined,
    agreementId: this.agreement() || undefined,
  }));

  protected ratingOf({ statement }: StatementSummaryDto): string {
    return statement ? this.t().ratings[statement.overallRating] : this.t().list.notDecided;
  }

  protected readonly columns = computed((): readonly Column<StatementSummaryDto>[] => {
    const { heads, comments, notDecided, decide } = this.t().list;
    return [
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
      { key: 'rating', head: heads.rating, text: (row) => this.ratingOf(row), order: (row) => this.ratingOf(row) },
      {
        key: 'decided',
        head: heads.decided,
        text: ({ statement, commentCount }) =>
          statement
            ? [this.#wording.instant(statement.decidedAt), commentCount > 0 ? comments({ count: commentCount }) : '']
                .filter(Boolean)
                .join(', ')
            : notDecided,
        order: ({ statement }) => statement?.decidedAt ?? '',
      },
      ...(this.#mayDecide() ? [{ key: 'act', head: heads.act, text: () => decide }] : []),
    ];
  });
}
