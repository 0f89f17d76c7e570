import { Component, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { caseChangesClose } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, ProblemMessages, texts, type FormError } from '@tallgrunn/design';
import { casesTexts } from '../texts/cases-texts.ts';

/** Form to close a case with an outcome. */
@Component({
  selector: 'tg-case-close-form',
  imports: [ErrorSummary, Field],
  template: `
    @if (isOpen()) {
      <section class="tg-panel">
        <h2 class="ds-heading" data-size="xs">{{ t().page.close }}</h2>
        <tg-error-summary [faults]="faults()" />
        <form class="tg-form" novalidate (submit)="save($event, outcome.value, reason.value)">
          <tg-field for="close-outcome" [label]="t().page.closeOutcome">
            <select #outcome id="close-outcome" class="ds-input">
              @for (each of outcomes; track each) {
                <option [value]="each">{{ t().outcomes[each] }}</option>
              }
            </select>
          </tg-field>
          <tg-field for="close-reason" [label]="t().page.closeReason">
            <textarea #reason id="close-reason" class="ds-input" rows="3" maxlength="2000"></textarea>
          </tg-field>
          <button class="ds-button" type="submit">{{ t().page.closeAct }}</button>
        </form>
      </section>
    } @else {
      <p>
        <button class="ds-button" data-variant="secondary" type="button" (click)="isOpen.set(true)">
          {{ t().page.close }}
        </button>
      </p>
    }
  `,
})
export class CaseCloseForm {
  readonly caseId = input.required<string>();
  readonly closed = output();
  protected readonly t = texts(casesTexts);
  protected readonly isOpen = signal(false);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly outcomes = ['resolved', 'no-action', 'withdrawn'] as const;
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected async save(event: Event, outcome: string, reason: string): Promise<void> {
    event.preventDefault();
    try {
      await this.#send(caseChangesClose, {
        caseId: this.caseId(),
        body: { outcome: outcome as 'resolved', reason: reason.trim() || null },
      });
      this.closed.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    }
  }
}
