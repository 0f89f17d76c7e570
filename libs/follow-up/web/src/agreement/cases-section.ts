import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { casesList } from '@tallgrunn/api-client/calls';
import type { CaseSummaryDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Loaded, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { casesTexts } from '../cases/texts/cases-texts.ts';
import { FollowUpSection } from './follow-up-section.ts';
import { shortListOf } from './short-list.ts';
import { agreementFollowUpTexts } from './texts/agreement-follow-up-texts.ts';

/** Cases of the agreement that are not closed, the earliest next date first. */
@Component({
  selector: 'tg-cases-section',
  imports: [Cell, DataTable, FollowUpSection, Loaded, RouterLink],
  template: `
    <tg-follow-up-section
      [heading]="t().cases.title"
      [lead]="t().cases.lead"
      page="/cases"
      [filter]="filter()"
      [link]="t().cases.all"
    >
      @if (mayOpen()) {
        <p>
          <a class="ds-button" data-variant="secondary" routerLink="/cases/new" [queryParams]="filter()">{{
            t().cases.open
          }}</a>
        </p>
      }
      <ng-container *tgLoaded="let all; from: cases; shape: 'text'">
        @if (all.length > 0) {
          <tg-data-table
            [caption]="t().cases.caption"
            [rows]="list().rows"
            [total]="list().total"
            [allRows]="list().all"
            [columns]="columns()"
            [trackRow]="trackRow"
            narrow="cards"
          >
            <ng-template tgCell="number" let-row>
              <a class="ds-link tg-number" [routerLink]="['/cases', row.id]">{{ row.number }}</a>
            </ng-template>
            <ng-template tgCell="supplier" let-row>
              <a class="ds-link" [routerLink]="['/suppliers', row.supplier.id]">{{ row.supplier.name }}</a>
            </ng-template>
          </tg-data-table>
        } @else {
          <p>{{ t().cases.none }}</p>
        }
      </ng-container>
    </tg-follow-up-section>
  `,
})
export class CasesSection {
  readonly agreementId = input.required<string>();
  protected readonly t = texts(agreementFollowUpTexts);
  protected readonly c = texts(casesTexts);
  readonly #session = inject(Session);
  protected readonly mayOpen = computed(() => this.#session.permissions().has('case.manage'));
  protected readonly filter = computed(() => ({ agreement: this.agreementId() }));
  protected readonly cases = read(casesList, () => ({
    agreementId: this.agreementId(),
    status: 'not-closed' as const,
  }));
  protected readonly list = computed(() => shortListOf(arrived(this.cases)));
  protected readonly trackRow = ({ id }: CaseSummaryDto) => id;
  readonly #wording = inject(Wording);

  protected readonly columns = computed((): readonly Column<CaseSummaryDto>[] => {
    const { heads, statuses, noOwner } = this.c();
    return [
      { key: 'number', head: heads.number, text: ({ number }) => number },
      { key: 'kind', head: heads.kind, text: (row) => this.#matterOf(row) },
      { key: 'supplier', head: heads.supplier, text: ({ supplier }) => supplier.name },
      { key: 'status', head: heads.status, text: ({ status }) => statuses[status] },
      { key: 'next', head: heads.next, text: (row) => this.#nextOf(row) },
      { key: 'owner', head: heads.owner, text: ({ owner }) => owner?.name ?? noOwner },
    ];
  });

  #matterOf({ kind, title, periods }: CaseSummaryDto): string {
    const name = title || this.c().kinds[kind];
    if (periods.length === 0) return name;
    return `${name}, ${this.c().periods({ periods: periods.map((key) => this.#wording.period(key)) })}`;
  }

  #nextOf({ nextOn, isDue }: CaseSummaryDto): string {
    if (nextOn === null) return this.c().noDate;
    return isDue ? this.c().dueNow({ date: nextOn }) : this.#wording.date(nextOn);
  }
}
