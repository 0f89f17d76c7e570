import { Component, computed, inject } from '@angular/core';
import { Wording, texts } from '@tallgrunn/design';
import { ReportStore } from '../report-session/report-store.ts';
import { Step, type StepState } from '../report-page/step.ts';
import { checkerTexts } from '../texts/checker/checker-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';

/** Step ④: totals of the accepted lines. */
@Component({
  selector: 'tg-totals-step',
  imports: [Step],
  template: `
    <tg-step [no]="4" [heading]="t().totals" [state]="state()" [summary]="summary()">
      @if (facts().length > 0) {
        <dl class="tg-facts">
          @for (fact of facts(); track fact.head) {
            <div>
              <dt>{{ fact.head }}</dt>
              <dd>{{ fact.says }}</dd>
            </div>
          }
        </dl>
      }
    </tg-step>
  `,
})
export class TotalsStep {
  protected readonly t = texts(checkerTexts);
  readonly #r = texts(reportingTexts);
  readonly #desk = inject(ReportStore);
  readonly #wording = inject(Wording);

  protected readonly state = computed((): StepState => {
    const verdict = this.#desk.verdict();
    if (!verdict) return this.#desk.file() ? 'working' : 'waiting';
    return verdict.accepted > 0 ? 'done' : 'stopped';
  });

  protected readonly summary = computed(() => {
    const verdict = this.#desk.verdict();
    if (!verdict) return this.#desk.file() ? '' : this.t().totalsWait;
    return this.t().totalsSummary({
      accepted: this.#r().lines({ count: verdict.accepted }),
      amount: this.#wording.money(verdict.totals.amount),
    });
  });

  /** Totals to show; zero amounts are omitted. */
  protected readonly facts = computed(() => {
    const verdict = this.#desk.verdict();
    if (!verdict) return [];
    const { heads, totals } = { heads: this.t().facts, totals: verdict.totals };
    const money = (head: string, amount: string) =>
      Number(amount) === 0 ? [] : [{ head, says: this.#wording.money(amount) }];
    return [
      { head: heads.lines, says: this.#wording.count(verdict.rows) },
      { head: heads.accepted, says: this.#wording.count(verdict.accepted) },
      ...(verdict.quarantined > 0 ? [{ head: heads.keptOut, says: this.#wording.count(verdict.quarantined) }] : []),
      { head: heads.amount, says: this.#wording.money(totals.amount) },
      ...money(heads.credit, totals.credit),
      ...money(heads.fees, totals.fees),
      ...money(heads.quarantined, totals.quarantined),
    ];
  });
}
