import { Component, computed, inject, input } from '@angular/core';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { penaltiesPenalty } from '@tallgrunn/api-client/calls';
import type { PenaltyDayDto } from '@tallgrunn/api-client/shapes';
import { DataTable, Loaded, PageHeader, Wording, texts, type Column } from '@tallgrunn/design';
import { claimsTexts } from '../texts/claims/claims-texts.ts';
import { DecidePenalty } from './decide-penalty.ts';
import { ExcludedDays } from './excluded-days.ts';
import { PenaltyDecisions } from './penalty-decisions.ts';

/** The penalty of one late report: its basis day by day, and the decisions. */
@Component({
  selector: 'tg-penalty-page',
  imports: [DataTable, DecidePenalty, ExcludedDays, Loaded, PageHeader, PenaltyDecisions],
  templateUrl: './penalty-page.html',
})
export class PenaltyPage {
  /** Id of the reporting obligation, from the URL. */
  readonly obligation = input.required<string>();
  protected readonly t = texts(claimsTexts);
  protected readonly wording = inject(Wording);
  protected readonly penalty = read(penaltiesPenalty, () => ({ obligationId: this.obligation() }));
  readonly #session = inject(Session);
  protected readonly mayDecide = computed(() => this.#session.permissions().has('penalty.decide'));

  protected readonly columns = computed((): readonly Column<PenaltyDayDto>[] => {
    const t = this.t();
    const { heads, reasons, counted, notCounted } = t.penalty;
    const currency = arrived(this.penalty)?.currency ?? 'NOK';
    return [
      { key: 'on', head: heads.on, text: ({ on }) => this.wording.date(on, 'weekday') },
      { key: 'counted', head: heads.counted, text: ({ isCounted }) => (isCounted ? counted : notCounted) },
      {
        key: 'reason',
        head: heads.reason,
        text: ({ reason, note }) => [reasons[reason], note].filter(Boolean).join(': '),
      },
      {
        key: 'amount',
        head: heads.amount,
        numeric: true,
        text: ({ amount, isCounted }) => (isCounted ? t.money({ amount, currency }) : ''),
      },
    ];
  });
}
