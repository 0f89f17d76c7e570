import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { arrived, read } from '@tallgrunn/api-client';
import { performanceStatementsList } from '@tallgrunn/api-client/calls';
import type { StatementSummaryDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Loaded, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { statementsTexts } from '../statements/texts/statements-texts.ts';
import { FollowUpSection } from './follow-up-section.ts';
import { injectToday } from './inject-today.ts';
import { shortListOf } from './short-list.ts';
import { agreementFollowUpTexts } from './texts/agreement-follow-up-texts.ts';

/** Performance statements of the agreement's suppliers, of this year and the year before. */
@Component({
  selector: 'tg-statements-section',
  imports: [Cell, DataTable, FollowUpSection, Loaded, RouterLink],
  template: `
    <tg-follow-up-section
      [heading]="t().statements.title"
      [lead]="t().statements.lead({ year: year(), yearBefore: year() - 1 })"
      page="/statements"
      [filter]="filter()"
      [link]="t().statements.all"
    >
      <ng-container *tgLoaded="let all; from: statements; shape: 'text'">
        <ng-container *tgLoaded="let before; from: statementsBefore; shape: 'text'">
          @if (all.length + before.length > 0) {
            <tg-data-table
              [caption]="t().statements.caption"
              [rows]="list().rows"
              [total]="list().total"
              [allRows]="list().all"
              [columns]="columns()"
              narrow="cards"
            >
              <ng-template tgCell="rating" let-row>
                @if (row.statement; as statement) {
                  <a class="ds-link" [routerLink]="['/statements', statement.id]">{{ ratingOf(row) }}</a>
                } @else {
                  {{ ratingOf(row) }}
                }
              </ng-template>
            </tg-data-table>
          } @else {
            <p>{{ t().statements.none }}</p>
          }
        </ng-container>
      </ng-container>
    </tg-follow-up-section>
  `,
})
export class StatementsSection {
  readonly agreementId = input.required<string>();
  protected readonly t = texts(agreementFollowUpTexts);
  protected readonly s = texts(statementsTexts);
  readonly #wording = inject(Wording);
  readonly #today = injectToday();
  protected readonly year = computed(() => Number(this.#today().slice(0, 4)));
  protected readonly filter = computed(() => ({ agreement: this.agreementId() }));
  protected readonly statements = read(performanceStatementsList, () => ({
    agreementId: this.agreementId(),
    year: this.year(),
  }));
  protected readonly statementsBefore = read(performanceStatementsList, () => ({
    agreementId: this.agreementId(),
    year: this.year() - 1,
  }));
  protected readonly list = computed(() =>
    shortListOf([...(arrived(this.statements) ?? []), ...(arrived(this.statementsBefore) ?? [])]),
  );

  protected readonly columns = computed((): readonly Column<StatementSummaryDto>[] => {
    const { heads, notDecided, year } = this.s().list;
    return [
      { key: 'supplier', head: heads.supplier, text: ({ supplier }) => supplier.name },
      { key: 'year', head: year, text: (row) => String(row.year) },
      { key: 'rating', head: heads.rating, text: (row) => this.ratingOf(row) },
      {
        key: 'decided',
        head: heads.decided,
        text: ({ statement }) => (statement ? this.#wording.date(statement.decidedAt) : notDecided),
      },
    ];
  });

  protected ratingOf({ statement }: StatementSummaryDto): string {
    return statement ? this.s().ratings[statement.overallRating] : this.s().list.notDecided;
  }
}
