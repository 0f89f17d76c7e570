import { Component, input, output } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { claimsRecordOutcome } from '@tallgrunn/api-client/calls';
import type { ClaimOutcomeRequest } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, fieldError, texts } from '@tallgrunn/design';
import { claimsTexts } from '../texts/claims/claims-texts.ts';
import { amountOf, formValues, injectFormAction } from './act.ts';

const outcomes = [
  'agreed',
  'partly-agreed',
  'rejected',
  'settled',
] as const satisfies readonly ClaimOutcomeRequest['outcome'][];

/** Form to record the outcome of a claim. */
@Component({
  selector: 'tg-claim-outcome',
  imports: [ErrorSummary, Field],
  template: `
    <details class="ds-details">
      <summary>{{ t().claim.outcome.title }}</summary>
      <form class="tg-form" novalidate (submit)="send($event)">
        <tg-error-summary [faults]="act.faults()" />
        <tg-field for="outcome" [label]="t().claim.outcome.outcome">
          <select id="outcome" name="outcome" class="ds-input">
            @for (each of outcomes; track each) {
              <option [value]="each">{{ t().claim.outcome.outcomes[each] }}</option>
            }
          </select>
        </tg-field>
        <tg-field
          for="outcome-amount"
          [label]="t().claim.outcome.amount"
          [help]="t().claim.outcome.amountHelp"
          [error]="faultAt(act.faults(), 'outcome-amount')"
        >
          <input id="outcome-amount" name="amount" class="ds-input" inputmode="decimal" />
        </tg-field>
        <tg-field for="outcome-reason" [label]="t().reason" [error]="faultAt(act.faults(), 'outcome-reason')">
          <textarea id="outcome-reason" name="reason" class="ds-input" rows="2" maxlength="2000"></textarea>
        </tg-field>
        <button class="ds-button" data-variant="secondary" type="submit" [attr.aria-busy]="act.isBusy()">
          {{ t().claim.outcome.save }}
        </button>
      </form>
    </details>
  `,
})
export class ClaimOutcome {
  readonly claimId = input.required<string>();
  readonly recorded = output();
  protected readonly t = texts(claimsTexts);
  protected readonly outcomes = outcomes;
  protected readonly act = injectFormAction();
  protected readonly faultAt = fieldError;
  readonly #send = sender();

  protected async send(event: Event): Promise<void> {
    const values = formValues(event);
    const outcome = outcomes.find((each) => each === values['outcome']) ?? 'agreed';
    const amount = amountOf(values['amount'] ?? '');
    const needsAmount = outcome === 'partly-agreed' || values['amount'] !== '';
    const reason = values['reason'] ?? '';
    const t = this.t();
    const isFilled = this.act.check([
      needsAmount && amount === null && { field: 'outcome-amount', sentence: t.claim.outcome.amountHelp },
      reason === '' && { field: 'outcome-reason', sentence: t.reasonMissing },
    ]);
    if (!isFilled) return;
    const body = { outcome, reason, ...(amount !== null && { amount }) };
    if (await this.act.run(() => this.#send(claimsRecordOutcome, { claimId: this.claimId(), body })))
      this.recorded.emit();
  }
}
