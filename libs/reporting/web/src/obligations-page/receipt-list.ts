import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, StatusTag, Wording, texts, type Column } from '@tallgrunn/design';
import { obligationName } from '../obligation/obligation-name.ts';
import { statusTones, type ObligationStatus } from '../obligation/obligation-status.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';

const shownInitially = 6;

/** Submitted reports, newest first; only the first few are shown initially. */
@Component({
  selector: 'tg-receipt-list',
  imports: [Cell, DataTable, RouterLink, StatusTag],
  template: `
    <tg-data-table
      [caption]="t().obligations.sentCaption"
      [rows]="shown()"
      [total]="obligations().length"
      [columns]="columns()"
      [trackRow]="track"
      narrow="cards"
    >
      <ng-template tgCell="period" let-obligation
        ><a class="ds-link first" [routerLink]="['/reports', obligation.id]">{{ name(obligation) }}</a></ng-template
      >
      <ng-template tgCell="number" let-obligation
        ><a class="ds-link" [routerLink]="['/reports/versions', obligation.version.id]">{{
          obligation.version.number
        }}</a></ng-template
      >
      <ng-template tgCell="state" let-obligation
        ><tg-status [tone]="tone(obligation.state)">{{ stateOf(obligation.state) }}</tg-status></ng-template
      >
    </tg-data-table>
    @if (obligations().length > few) {
      <button
        class="ds-button"
        data-variant="tertiary"
        type="button"
        [attr.aria-expanded]="open()"
        (click)="open.set(!open())"
      >
        {{ open() ? t().obligations.fewer : t().obligations.older({ count: obligations().length - few }) }}
      </button>
    }
  `,
  styles: `
    .first {
      display: inline-block;
    }

    .first::first-letter {
      text-transform: uppercase;
    }
  `,
})
export class ReceiptList {
  readonly obligations = input.required<readonly ObligationDto[]>();
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  readonly #name = obligationName();
  protected readonly few = shownInitially;
  protected readonly open = signal(false);
  protected readonly shown = computed(() =>
    this.open() ? this.obligations() : this.obligations().slice(0, shownInitially),
  );
  protected readonly track = (obligation: ObligationDto) => obligation.id;
  protected readonly columns = computed((): readonly Column<ObligationDto>[] => {
    const { heads } = this.t().obligations;
    return [
      { key: 'period', head: heads.period, text: (obligation) => this.name(obligation) },
      { key: 'agreement', head: heads.agreement, text: (obligation) => obligation.agreement.title },
      { key: 'number', head: heads.number, text: (obligation) => obligation.version?.number ?? '' },
      { key: 'state', head: heads.state, text: (obligation) => this.t().state[obligation.state] },
      {
        key: 'lines',
        head: heads.lines,
        numeric: true,
        text: (obligation) => this.wording.count(obligation.version?.lines ?? 0),
      },
      {
        key: 'amount',
        head: heads.amount,
        numeric: true,
        text: (obligation) => this.wording.money(obligation.version?.amount ?? '0'),
      },
      {
        key: 'submitted',
        head: heads.submitted,
        text: (obligation) =>
          obligation.version?.submittedAt ? this.wording.date(obligation.version.submittedAt) : '',
      },
    ];
  });

  protected name(obligation: ObligationDto): string {
    return [this.#name.period(obligation), ...this.#name.marks(obligation)].join(' · ');
  }

  // typed here, because a template does not know the row type
  protected tone(state: ObligationStatus) {
    return statusTones[state];
  }

  protected stateOf(state: ObligationStatus): string {
    return this.t().state[state];
  }
}
