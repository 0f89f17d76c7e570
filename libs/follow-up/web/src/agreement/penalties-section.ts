import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { arrived, read } from '@tallgrunn/api-client';
import { penaltiesList } from '@tallgrunn/api-client/calls';
import type { PenaltySummaryDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Loaded, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { claimsTexts } from '../texts/claims/claims-texts.ts';
import { FollowUpSection } from './follow-up-section.ts';
import { shortListOf } from './short-list.ts';
import { agreementFollowUpTexts } from './texts/agreement-follow-up-texts.ts';

/** Late reports of the agreement with a calculated penalty that is not decided. */
@Component({
  selector: 'tg-penalties-section',
  imports: [Cell, DataTable, FollowUpSection, Loaded, RouterLink],
  template: `
    <tg-follow-up-section
      [heading]="t().penalties.title"
      [lead]="t().penalties.lead"
      page="/penalties"
      [filter]="filter()"
      [link]="t().penalties.all"
    >
      <ng-container *tgLoaded="let all; from: penalties; shape: 'text'">
        @if (list().total > 0) {
          <tg-data-table
            [caption]="t().penalties.caption"
            [rows]="list().rows"
            [total]="list().total"
            [allRows]="list().all"
            [columns]="columns()"
            [trackRow]="trackRow"
            narrow="cards"
          >
            <ng-template tgCell="report" let-row>
              <a class="ds-link" [routerLink]="['/penalties', row.obligationId]">{{ nameOf(row) }}</a>
            </ng-template>
          </tg-data-table>
        } @else {
          <p>{{ t().penalties.none }}</p>
        }
        @if (all.isTruncated) {
          <p>{{ t().penalties.cut }}</p>
        }
      </ng-container>
    </tg-follow-up-section>
  `,
})
export class PenaltiesSection {
  readonly agreementId = input.required<string>();
  protected readonly t = texts(agreementFollowUpTexts);
  protected readonly c = texts(claimsTexts);
  protected readonly filter = computed(() => ({ agreement: this.agreementId() }));
  protected readonly penalties = read(penaltiesList, () => ({ agreementId: this.agreementId() }));
  protected readonly list = computed(() =>
    shortListOf(arrived(this.penalties)?.items.filter(({ decision, isFailure }) => decision === null && isFailure)),
  );
  protected readonly trackRow = ({ obligationId }: PenaltySummaryDto) => obligationId;
  readonly #wording = inject(Wording);

  protected readonly columns = computed((): readonly Column<PenaltySummaryDto>[] => {
    const { money, penalties: words } = this.c();
    const { heads } = words;
    return [
      { key: 'report', head: heads.report, text: (row) => this.nameOf(row) },
      { key: 'supplier', head: heads.supplier, text: ({ supplier }) => supplier.name },
      { key: 'due', head: heads.due, text: ({ dueOn }) => this.#wording.date(dueOn) },
      {
        key: 'delivered',
        head: heads.delivered,
        text: ({ deliveredOn }) => (deliveredOn ? this.#wording.date(deliveredOn) : words.notDelivered),
      },
      {
        key: 'units',
        head: heads.units,
        numeric: true,
        text: ({ unitCount, per }) => words.units({ units: unitCount, per }),
      },
      {
        key: 'amount',
        head: this.t().penalties.amount,
        numeric: true,
        text: ({ amount, currency }) => (amount === null ? words.noAmount : money({ amount, currency })),
      },
    ];
  });

  protected nameOf({ periodKey, partName }: PenaltySummaryDto): string {
    return [this.#wording.period(periodKey), partName].filter(Boolean).join(', ');
  }
}
