import { Component, inject, input, output, signal } from '@angular/core';
import { problemOf } from '@tallgrunn/api-client';
import { ErrorSummary, type FormError } from '../error-summary/error-summary.ts';
import { fieldError } from '../error-summary/form-errors.ts';
import { Field } from '../field/field.ts';
import { ProblemMessages } from '../problem-messages/problem-messages.ts';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

export interface ReasonInput {
  readonly text: string;
  /** ISO date; empty when none is requested or given. */
  readonly date: string;
}

/** Form that requests a text, and optionally a date, before an action. Shows the error when the action is rejected. */
@Component({
  selector: 'tg-reason-form',
  imports: [ErrorSummary, Field],
  template: `
    <section class="tg-panel">
      <h3 class="ds-heading" data-size="2xs">{{ heading() }}</h3>
      @if (lead()) {
        <p class="tg-text">{{ lead() }}</p>
      }
      <tg-error-summary [faults]="faults()" />
      <form class="tg-form" novalidate (submit)="submit($event, reason.value)">
        @if (dateLabel()) {
          <tg-field [for]="name() + '-date'" [label]="dateLabel()" [error]="faultAt(faults(), name() + '-date')">
            <input
              #date
              [id]="name() + '-date'"
              class="ds-input"
              type="date"
              [value]="dateValue()"
              (input)="chosen.set(date.value)"
            />
          </tg-field>
        }
        <tg-field
          [for]="name() + '-text'"
          [label]="label()"
          [help]="help()"
          [error]="faultAt(faults(), name() + '-text')"
        >
          <textarea
            #reason
            [id]="name() + '-text'"
            class="ds-input"
            rows="4"
            [attr.maxlength]="charactersMax()"
          ></textarea>
        </tg-field>
        <div class="tg-row">
          <button class="ds-button" type="submit" [attr.aria-busy]="sending()">{{ act() }}</button>
          <button class="ds-button" data-variant="tertiary" type="button" (click)="cancelled.emit()">
            {{ t().cancel }}
          </button>
        </div>
      </form>
    </section>
  `,
})
export class ReasonForm {
  /** Prefix of the field ids. */
  readonly name = input.required<string>();
  readonly heading = input.required<string>();
  readonly lead = input('');
  readonly label = input.required<string>();
  readonly help = input('');
  /** Empty: no date is requested. */
  readonly dateLabel = input('');
  readonly dateValue = input('');
  readonly act = input.required<string>();
  readonly charactersMin = input(3);
  readonly charactersMax = input(1000);
  /** Performs the action; its error is shown. */
  readonly save = input.required<(given: ReasonInput) => Promise<unknown>>();
  readonly done = output();
  readonly cancelled = output();
  protected readonly t = texts(designTexts);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly faultAt = fieldError;
  /** The date after the user has changed it. */
  protected readonly chosen = signal<string | null>(null);
  readonly #messages = inject(ProblemMessages);

  protected async submit(event: Event, text: string): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const day = this.chosen() ?? this.dateValue();
    const tooShort = text.trim().length < this.charactersMin();
    const noDay = this.dateLabel() !== '' && day === '';
    this.faults.set([
      ...(noDay ? [{ field: `${this.name()}-date`, sentence: this.t().dateMissing }] : []),
      ...(tooShort ? [{ field: `${this.name()}-text`, sentence: this.t().textMissing }] : []),
    ]);
    if (tooShort || noDay) return;
    this.sending.set(true);
    try {
      await this.save()({ text: text.trim(), date: day });
      this.done.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
