import { Component, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { ledgerMonthsStateMonth } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, ProblemMessages, fieldError, texts, type FormError } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';

/** Form to state that a month of a ledger is complete or incomplete. */
@Component({
  selector: 'tg-month-statement',
  imports: [ErrorSummary, Field],
  template: `
    <form class="tg-form" novalidate (submit)="$event.preventDefault()">
      <h3 class="ds-heading" data-size="2xs">{{ t().completeness.stateTitle }}</h3>
      <p>{{ t().completeness.stateLead }}</p>
      <tg-error-summary [faults]="faults()" />
      <tg-field for="month-reason" [label]="t().completeness.reason" [error]="faultAt(faults(), 'month-reason')">
        <textarea #reason id="month-reason" class="ds-input" rows="2" maxlength="500"></textarea>
      </tg-field>
      <p class="tg-row">
        <button class="ds-button" type="button" [attr.aria-busy]="isSending()" (click)="state(true)">
          {{ t().completeness.stateComplete }}
        </button>
        <button
          class="ds-button"
          data-variant="secondary"
          type="button"
          [attr.aria-busy]="isSending()"
          (click)="state(false)"
        >
          {{ t().completeness.stateIncomplete }}
        </button>
      </p>
    </form>
  `,
})
export class MonthStatement {
  readonly buyerId = input.required<string>();
  readonly month = input.required<string>();
  readonly stated = output();
  protected readonly t = texts(insightTexts);
  protected readonly faultAt = fieldError;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly isSending = signal(false);
  protected readonly reason = viewChild.required<ElementRef<HTMLTextAreaElement>>('reason');
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected async state(isComplete: boolean): Promise<void> {
    if (this.isSending()) return;
    const reason = this.reason().nativeElement.value.trim();
    if (reason === '')
      return this.faults.set([{ field: 'month-reason', sentence: this.t().completeness.reasonMissing }]);
    this.isSending.set(true);
    try {
      await this.#send(ledgerMonthsStateMonth, {
        month: this.month(),
        body: { buyerId: this.buyerId(), isComplete, reason },
      });
      this.stated.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.isSending.set(false);
    }
  }
}
