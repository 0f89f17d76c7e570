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
      [caption]="t().duties.sentCaption"
      [rows]="shown()"
      [total]="duties().length"
      [columns]="columns()"
      [trackRow]="track"
      narrow="cards"
    >
      <ng-template tgCell="period" let-duty
        ><a class="ds-link first" [routerLink]="['/reports', duty.id]">{{ name(duty) }}</a></ng-template
      >
      <ng-template tgCell="number" let-duty
        ><a class="ds-link" [routerLink]="['/reports/versions', duty.version.id]">{{
          duty.version.number
        }}</a></ng-template
      >
      <ng-template tgCell="state" let-duty
        ><tg-status [tone]="tone(duty.state)">{{ stateOf(duty.state) }}</tg-status></ng-template
      >
    </tg-data-table>
    @if (duties().length > few) {
      <button
        class="ds-button"
        data-variant="tertiary"
        type="button"
        [attr.aria-expanded]="open()"
        (click)="open.set(!open())"
      >
        {{ open() ? t().duties.fewer : t().duties.older({ count: duties().length - few }) }}
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
  readonly duties = input.required<readonly ObligationDto[]>();
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  readonly #name = obligationName();
  protected readonly few = shownInitially;
  protected readonly open = signal(false);
  protected readonly shown = computed(() => (this.open() ? this.duties() : this.duties().slice(0, shownInitially)));
  protected readonly track = (duty: ObligationDto) => duty.id;
  protected readonly columns = computed((): readonly Column<ObligationDto>[] => {
    const { heads } = this.t().duties;
    return [
      { key: 'period', head: heads.period, text: (duty) => this.name(duty) },
      { key: 'agreement', head: heads.agreement, text: (duty) => duty.agreement.title },
      { key: 'number', head: heads.number, text: (duty) => duty.version?.number ?? '' },
      { key: 'state', head: heads.state, text: (duty) => this.t().state[duty.state] },
      { key: 'lines', head: heads.lines, numeric: true, text: (duty) => this.wording.count(duty.version?.lines ?? 0) },
      {
        key: 'amount',
        head: heads.amount,
        numeric: true,
        text: (duty) => this.wording.money(duty.version?.amount ?? '0'),
      },
      {
        key: 'submitted',
        head: heads.submitted,
        text: (duty) => (duty.version?.submittedAt ? this.wording.date(duty.version.submittedAt) : ''),
      },
    ];
  });

  protected name(duty: ObligationDto): string {
    return [this.#name.period(duty), ...this.#name.marks(duty)].join(' · ');
  }

  // typed here, because a template does not know the row type
  protected tone(state: ObligationStatus) {
    return statusTones[state];
  }

  protected stateOf(state: ObligationStatus): string {
    return this.t().state[state];
  }
}
