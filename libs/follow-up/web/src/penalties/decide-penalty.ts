import { Component, input, output, signal } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { penaltiesDecidePenalty } from '@tallgrunn/api-client/calls';
import type { DecidePenaltyRequest, PenaltyDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, fieldError, texts } from '@tallgrunn/design';
import { amountOf, formValues, injectFormAction } from '../claims/act.ts';
import { claimsTexts } from '../texts/claims/claims-texts.ts';

type Decision = DecidePenaltyRequest['decision'];

/** Form to decide on a late report: waive, warn or claim, with a reason. */
@Component({
  selector: 'tg-decide-penalty',
  imports: [ErrorSummary, Field],
  template: `
    <section class="tg-panel">
      <h2 class="ds-heading" data-size="xs">{{ t().penalty.decide.title }}</h2>
      <form class="tg-form" novalidate (submit)="send($event)">
        <tg-error-summary [faults]="act.faults()" />
        <fieldset>
          <legend class="ds-label">{{ t().penalty.decide.decision }}</legend>
          @for (each of decisions(); track each) {
            <label class="tg-row"
              ><input
                type="radio"
                class="ds-input"
                name="decision"
                [value]="each"
                [checked]="each === decision()"
                (change)="decision.set(each)"
              />{{ t().penalty.decide.decisions[each] }}</label
            >
          }
        </fieldset>
        @if (decision() === 'claim') {
          <tg-field
            for="penalty-amount"
            [label]="t().penalty.decide.amount"
            [help]="t().penalty.decide.amountHelp"
            [error]="faultAt(act.faults(), 'penalty-amount')"
          >
            <input
              id="penalty-amount"
              name="amount"
              class="ds-input"
              inputmode="decimal"
              [value]="penalty().amount ?? ''"
            />
          </tg-field>
        }
        <tg-field
          for="penalty-reason"
          [label]="t().reason"
          [help]="t().penalty.decide.reasonHelp"
          [error]="faultAt(act.faults(), 'penalty-reason')"
        >
          <textarea id="penalty-reason" name="reason" class="ds-input" rows="3" maxlength="2000"></textarea>
        </tg-field>
        <button class="ds-button" type="submit" [attr.aria-busy]="act.isBusy()">{{ t().penalty.decide.send }}</button>
      </form>
    </section>
  `,
})
export class DecidePenalty {
  readonly penalty = input.required<PenaltyDto>();
  readonly decided = output();
  protected readonly t = texts(claimsTexts);
  protected readonly act = injectFormAction();
  protected readonly faultAt = fieldError;
  protected readonly decision = signal<Decision>('warn');
  readonly #send = sender();

  protected decisions(): readonly Decision[] {
    return this.penalty().amount === null ? ['waive', 'warn'] : ['waive', 'warn', 'claim'];
  }

  protected async send(event: Event): Promise<void> {
    const { reason = '', amount = '' } = formValues(event);
    const decision = this.decision();
    const claimed = amountOf(amount);
    const { reasonMissing, penalty } = this.t();
    const isFilled = this.act.check([
      decision === 'claim' && claimed === null && { field: 'penalty-amount', sentence: penalty.decide.amountHelp },
      reason === '' && { field: 'penalty-reason', sentence: reasonMissing },
    ]);
    if (!isFilled) return;
    const body = { decision, reason, ...(decision === 'claim' && claimed !== null && { amount: claimed }) };
    if (
      await this.act.run(() => this.#send(penaltiesDecidePenalty, { obligationId: this.penalty().obligationId, body }))
    )
      this.decided.emit();
  }
}
