import { Component, computed, inject } from '@angular/core';
import { read } from '@tallgrunn/api-client';
import { penaltiesListReceived } from '@tallgrunn/api-client/calls';
import type { ReceivedPenaltyDayDto, ReceivedPenaltyDto } from '@tallgrunn/api-client/shapes';
import { DataTable, Loaded, Wording, texts, type Column } from '@tallgrunn/design';
import { claimsTexts } from '../texts/claims/claims-texts.ts';

/** Decisions to warn the supplier or to claim a penalty, each with its calculation day by day. Nothing without any. */
@Component({
  selector: 'tg-received-penalties',
  imports: [DataTable, Loaded],
  template: `
    <ng-container *tgLoaded="let list; from: penalties; shape: 'rows'">
      @if (list.length > 0) {
        <section class="tg-stack">
          <h2 class="ds-heading" data-size="xs">{{ t().received.title }}</h2>
          <p class="tg-text">{{ t().received.lead }}</p>
          <tg-data-table narrow="cards" [caption]="t().received.caption" [rows]="list" [columns]="columns()" />
          @for (each of list; track each.id) {
            <details class="ds-details">
              <summary>{{ t().received.days({ number: each.number }) }}</summary>
              <tg-data-table
                narrow="cards"
                [caption]="t().received.days({ number: each.number })"
                [rows]="each.days"
                [columns]="dayColumns(each.currency)"
              />
            </details>
          }
        </section>
      }
    </ng-container>
  `,
})
export class ReceivedPenalties {
  protected readonly t = texts(claimsTexts);
  readonly #wording = inject(Wording);
  protected readonly penalties = read(penaltiesListReceived, () => ({}));

  protected readonly columns = computed((): readonly Column<ReceivedPenaltyDto>[] => {
    const t = this.t();
    const { heads, decisions, withdrawn } = t.received;
    return [
      { key: 'number', head: heads.number, text: ({ number }) => number },
      {
        key: 'report',
        head: heads.report,
        text: ({ periodKey, agreement }) =>
          `${this.#wording.period(periodKey)}, ${agreement.number} ${agreement.title}`,
      },
      {
        key: 'decision',
        head: heads.decision,
        text: ({ decision, withdrawnAt }) => (withdrawnAt === null ? decisions[decision] : withdrawn),
      },
      { key: 'amount', head: heads.amount, numeric: true, text: (row) => t.money(row) },
      { key: 'decided', head: heads.decided, text: ({ decidedAt }) => this.#wording.instant(decidedAt) },
    ];
  });

  protected dayColumns(currency: string): readonly Column<ReceivedPenaltyDayDto>[] {
    const t = this.t();
    const { heads, reasons, counted, notCounted } = t.penalty;
    return [
      { key: 'on', head: heads.on, text: ({ on }) => this.#wording.date(on, 'weekday') },
      { key: 'counted', head: heads.counted, text: ({ isCounted }) => (isCounted ? counted : notCounted) },
      {
        key: 'reason',
        head: heads.reason,
        text: ({ reason }) => (reason === 'in-review' ? t.received.inReview : reasons[reason]),
      },
      {
        key: 'amount',
        head: heads.amount,
        numeric: true,
        text: ({ amount, isCounted }) => (isCounted ? t.money({ amount, currency }) : ''),
      },
    ];
  }
}
