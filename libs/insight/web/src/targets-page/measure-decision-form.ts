import { Component, computed, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { measuresDecide } from '@tallgrunn/api-client/calls';
import type { MeasureDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, ProblemMessages, fieldError, texts, type FormError } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';

type State = MeasureDto['state'];
const nextStates: Readonly<Record<State, readonly State[]>> = {
  proposed: ['decided', 'ended'],
  decided: ['under-way', 'ended'],
  'under-way': ['ended'],
  ended: [],
};

/** Form to put a measure in its next state, with a reason. */
@Component({
  selector: 'tg-measure-decision-form',
  imports: [ErrorSummary, Field],
  template: `
    @if (next().length > 0) {
      <form class="tg-form" novalidate (submit)="$event.preventDefault()">
        <tg-error-summary [faults]="faults()" />
        <tg-field [for]="id()" [label]="t().stateReason" [error]="faultAt(faults(), id())"
          ><input
            [id]="id()"
            class="ds-input"
            maxlength="2000"
            [value]="reason()"
            (input)="reason.set(valueOf($event))"
        /></tg-field>
        <p class="tg-row">
          @for (state of next(); track state) {
            <button
              class="ds-button"
              type="button"
              data-variant="secondary"
              [attr.aria-busy]="isSending()"
              (click)="decide(state)"
            >
              {{ t().toState[state] }}
            </button>
          }
        </p>
      </form>
    }
    <p role="status">{{ statusText() }}</p>
  `,
})
export class MeasureDecisionForm {
  readonly measure = input.required<MeasureDto>();
  readonly saved = output();
  readonly #texts = texts(insightTexts);
  protected readonly t = computed(() => this.#texts().targets);
  protected readonly id = computed(() => `measure-reason-${this.measure().id}`);
  protected readonly next = computed(() => nextStates[this.measure().state]);
  protected readonly faultAt = fieldError;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly isSending = signal(false);
  protected readonly statusText = signal('');
  protected readonly reason = signal('');
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async decide(state: State): Promise<void> {
    if (this.isSending()) return;
    this.faults.set(this.reason().trim() === '' ? [{ field: this.id(), sentence: this.t().missingReason }] : []);
    if (this.faults().length > 0) return;
    this.isSending.set(true);
    try {
      await this.#send(measuresDecide, { measureId: this.measure().id, body: { state, reason: this.reason().trim() } });
      this.reason.set('');
      this.statusText.set(this.t().stateSaved);
      this.saved.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.isSending.set(false);
    }
  }
}
