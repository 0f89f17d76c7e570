import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, form, minLength, required } from '@angular/forms/signals';
import { problemOf, sender } from '@tallgrunn/api-client';
import { obligationsExempt } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, ProblemMessages, fieldError, formErrors, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';

/** Exempts a supplier from one report, with a reason that the supplier can read. */
@Component({
  selector: 'tg-exempt-obligation',
  imports: [ErrorSummary, Field, FormField],
  template: `
    <section class="tg-panel">
      <h3 class="ds-heading" data-size="2xs">{{ t().obligations.letOff }}: {{ name() }}</h3>
      <tg-error-summary [faults]="faults()" />
      <form class="tg-form" novalidate (submit)="save($event)">
        <tg-field
          for="let-off-reason"
          [label]="t().obligations.whyLetOff"
          [error]="faultAt(faults(), 'let-off-reason')"
        >
          <textarea id="let-off-reason" class="ds-input" rows="3" [formField]="form.reason"></textarea>
        </tg-field>
        <div class="tg-row">
          <button class="ds-button" type="submit" [attr.aria-busy]="sending()">{{ t().obligations.saveLetOff }}</button>
          <button class="ds-button" data-variant="tertiary" type="button" (click)="closed.emit(false)">
            {{ t().obligations.cancelLetOff }}
          </button>
        </div>
      </form>
    </section>
  `,
})
export class ExemptObligation {
  readonly agreementId = input.required<string>();
  readonly obligationId = input.required<string>();
  /** Supplier and period, as in the table. */
  readonly name = input.required<string>();
  /** True when something was changed. */
  readonly closed = output<boolean>();
  protected readonly t = texts(agreementsTexts);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly faultAt = fieldError;
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);
  readonly #values = signal({ reason: '' });
  protected readonly form = form(this.#values, (path) => {
    required(path.reason);
    minLength(path.reason, 3);
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const { reasonShort } = this.t().obligations;
    this.faults.set(
      formErrors([['let-off-reason', this.form.reason().errors(), { required: reasonShort, minLength: reasonShort }]]),
    );
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      await this.#send(obligationsExempt, {
        agreementId: this.agreementId(),
        obligationId: this.obligationId(),
        body: { reason: this.#values().reason.trim() },
      });
      this.closed.emit(true);
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
