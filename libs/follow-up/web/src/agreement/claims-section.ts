import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { arrived, read } from '@tallgrunn/api-client';
import { claimsList } from '@tallgrunn/api-client/calls';
import type { ClaimSummaryDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Loaded, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { claimsTexts } from '../texts/claims/claims-texts.ts';
import { FollowUpSection } from './follow-up-section.ts';
import { shortListOf } from './short-list.ts';
import { agreementFollowUpTexts } from './texts/agreement-follow-up-texts.ts';

/** Claims of the agreement, the newest first. */
@Component({
  selector: 'tg-claims-section',
  imports: [Cell, DataTable, FollowUpSection, Loaded, RouterLink],
  template: `
    <tg-follow-up-section
      [heading]="t().claims.title"
      [lead]="t().claims.lead"
      page="/claims"
      [filter]="filter()"
      [link]="t().claims.all"
    >
      <ng-container *tgLoaded="let all; from: claims; shape: 'text'">
        @if (all.length > 0) {
          <tg-data-table
            [caption]="t().claims.caption"
            [rows]="list().rows"
            [total]="list().total"
            [allRows]="list().all"
            [columns]="columns()"
            [trackRow]="trackRow"
            narrow="cards"
          >
            <ng-template tgCell="number" let-row>
              <a class="ds-link tg-number" [routerLink]="['/claims', row.id]">{{ row.number }}</a>
            </ng-template>
          </tg-data-table>
        } @else {
          <p>{{ t().claims.none }}</p>
        }
      </ng-container>
    </tg-follow-up-section>
  `,
})
export class ClaimsSection {
  readonly agreementId = input.required<string>();
  protected readonly t = texts(agreementFollowUpTexts);
  protected readonly c = texts(claimsTexts);
  protected readonly filter = computed(() => ({ agreement: this.agreementId() }));
  protected readonly claims = read(claimsList, () => ({ agreementId: this.agreementId() }));
  protected readonly list = computed(() => shortListOf(arrived(this.claims)));
  protected readonly trackRow = ({ id }: ClaimSummaryDto) => id;
  readonly #wording = inject(Wording);

  protected readonly columns = computed((): readonly Column<ClaimSummaryDto>[] => {
    const { money, claims: words } = this.c();
    const { heads } = words;
    return [
      { key: 'number', head: heads.number, text: ({ number }) => number },
      { key: 'supplier', head: heads.supplier, text: ({ supplier }) => supplier.name },
      { key: 'state', head: heads.state, text: ({ state }) => words.states[state] },
      { key: 'amount', head: heads.amount, numeric: true, text: (row) => money(row) },
      {
        key: 'credited',
        head: heads.credited,
        numeric: true,
        text: ({ creditedAmount: amount, currency }) => money({ amount, currency }),
      },
      {
        key: 'sent',
        head: heads.sent,
        text: ({ sentAt }) => (sentAt ? this.#wording.date(sentAt) : words.notSent),
      },
    ];
  });
}
