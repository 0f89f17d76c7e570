import { Component, input, output } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { claimsRespondToClaim } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, fieldError, texts } from '@tallgrunn/design';
import { claimsTexts } from '../texts/claims/claims-texts.ts';
import { formValues, injectFormAction } from './act.ts';

/** Form for the supplier's response to a claim: accept, or dispute with a text. */
@Component({
  selector: 'tg-respond-to-claim',
  imports: [ErrorSummary, Field],
  template: `
    <section class="tg-panel">
      <h2 class="ds-heading" data-size="xs">{{ t().claim.respond.title }}</h2>
      <form class="tg-form" novalidate (submit)="send($event)">
        <tg-error-summary [faults]="act.faults()" />
        <fieldset>
          <legend class="ds-sr-only">{{ t().claim.respond.title }}</legend>
          <label class="tg-row"
            ><input type="radio" class="ds-input" name="answer" value="accept" checked />{{
              t().claim.respond.accept
            }}</label
          >
          <label class="tg-row"
            ><input type="radio" class="ds-input" name="answer" value="dispute" />{{ t().claim.respond.dispute }}</label
          >
        </fieldset>
        <tg-field
          for="claim-text"
          [label]="t().claim.respond.text"
          [help]="t().claim.respond.textHelp"
          [error]="faultAt(act.faults(), 'claim-text')"
        >
          <textarea id="claim-text" name="text" class="ds-input" rows="4" maxlength="2000"></textarea>
        </tg-field>
        <button class="ds-button" type="submit" [attr.aria-busy]="act.isBusy()">{{ t().claim.respond.send }}</button>
      </form>
    </section>
  `,
})
export class RespondToClaim {
  readonly claimId = input.required<string>();
  readonly responded = output();
  protected readonly t = texts(claimsTexts);
  protected readonly act = injectFormAction();
  protected readonly faultAt = fieldError;
  readonly #send = sender();

  protected async send(event: Event): Promise<void> {
    const { answer, text = '' } = formValues(event);
    const isDispute = answer === 'dispute';
    const sentence = this.t().claim.respond.textHelp;
    if (!this.act.check([isDispute && text === '' && { field: 'claim-text', sentence }])) return;
    const body = { answer: isDispute ? ('dispute' as const) : ('accept' as const), text };
    if (await this.act.run(() => this.#send(claimsRespondToClaim, { claimId: this.claimId(), body })))
      this.responded.emit();
  }
}
