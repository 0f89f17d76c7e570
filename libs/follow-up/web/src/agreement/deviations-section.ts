import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { arrived, read } from '@tallgrunn/api-client';
import { priceDeviationsSummary } from '@tallgrunn/api-client/calls';
import type { DeviationSummaryDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Loaded, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { claimsTexts } from '../texts/claims/claims-texts.ts';
import { FollowUpSection } from './follow-up-section.ts';
import { shortListOf } from './short-list.ts';
import { agreementFollowUpTexts } from './texts/agreement-follow-up-texts.ts';

/** Amounts charged above the agreed prices of the agreement, by supplier and basis. */
@Component({
  selector: 'tg-deviations-section',
  imports: [Cell, DataTable, FollowUpSection, Loaded, RouterLink],
  template: `
    <tg-follow-up-section
      [heading]="t().deviations.title"
      [lead]="t().deviations.lead"
      page="/price-deviations"
      [filter]="filter()"
      [link]="t().deviations.all"
    >
      <ng-container *tgLoaded="let all; from: deviations; shape: 'text'">
        @if (all.length > 0) {
          @if (isNoneAbove()) {
            <p>{{ t().deviations.none }}</p>
          }
          <tg-data-table
            [caption]="t().deviations.caption"
            [rows]="list().rows"
            [total]="list().total"
            [allRows]="list().all"
            [columns]="columns()"
            narrow="cards"
          >
            <ng-template tgCell="supplier" let-row>
              <a
                class="ds-link"
                routerLink="/price-deviations/lines"
                [queryParams]="{ agreement: agreementId(), supplier: row.supplier.id, basis: row.basis }"
                >{{ row.supplier.name }}</a
              >
            </ng-template>
          </tg-data-table>
        } @else {
          <p>{{ t().deviations.unknown }}</p>
        }
      </ng-container>
    </tg-follow-up-section>
  `,
})
export class DeviationsSection {
  readonly agreementId = input.required<string>();
  protected readonly t = texts(agreementFollowUpTexts);
  protected readonly c = texts(claimsTexts);
  protected readonly filter = computed(() => ({ agreement: this.agreementId() }));
  protected readonly deviations = read(priceDeviationsSummary, () => ({ agreementId: this.agreementId() }));
  protected readonly list = computed(() => shortListOf(arrived(this.deviations)));
  /** True when something could be compared, and none of it is above the agreed price. */
  protected readonly isNoneAbove = computed(() => {
    const rows = arrived(this.deviations) ?? [];
    return rows.every(({ lineCount }) => lineCount === 0) && rows.some(({ comparedCount }) => comparedCount > 0);
  });
  readonly #wording = inject(Wording);

  protected readonly columns = computed((): readonly Column<DeviationSummaryDto>[] => {
    const { money, deviations: words } = this.c();
    const { heads } = this.t().deviations;
    const count = (
      key: string,
      head: string,
      of: (row: DeviationSummaryDto) => number,
    ): Column<DeviationSummaryDto> => ({
      ...{ key, head, numeric: true },
      text: (row) => this.#wording.count(of(row)),
    });
    return [
      { key: 'supplier', head: words.heads.supplier, text: ({ supplier }) => supplier.name },
      { key: 'basis', head: words.heads.basis, text: ({ basis }) => words.bases[basis] },
      {
        ...{ key: 'open', head: heads.open, numeric: true },
        text: (row) =>
          row.comparedCount > 0 ? money({ amount: row.openAmount, currency: row.currency }) : heads.unknown,
      },
      count('openLines', heads.openLines, ({ openLineCount }) => openLineCount),
      {
        ...{ key: 'claimed', head: words.heads.claimed, numeric: true },
        text: ({ claimedAmount: amount, currency }) => money({ amount, currency }),
      },
      count('compared', heads.compared, ({ comparedCount }) => comparedCount),
      count(
        'notCompared',
        heads.notCompared,
        ({ unknown, other, otherCurrency, vatUnknown }) =>
          unknown.count + other.count + otherCurrency.count + vatUnknown.count,
      ),
    ];
  });
}
