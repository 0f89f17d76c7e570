import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, problemOf, sender } from '@tallgrunn/api-client';
import { casesWrite } from '@tallgrunn/api-client/calls';
import {
  ErrorSummary,
  Field,
  ProblemMessages,
  designTexts,
  fieldError,
  texts,
  type FormError,
} from '@tallgrunn/design';
import { casesTexts } from '../texts/cases-texts.ts';

type Kind = 'message' | 'note' | 'phone-call' | 'meeting';

/** Form to add an entry: a message to the other side, or an internal note, call or meeting. */
@Component({
  selector: 'tg-case-entry-form',
  imports: [ErrorSummary, Field],
  template: `
    <section class="tg-panel">
      <h2 class="ds-heading" data-size="xs">{{ t().page.write }}</h2>
      <tg-error-summary [faults]="faults()" />
      <form class="tg-form" novalidate (submit)="save($event, body)">
        @if (mayNote()) {
          <tg-field for="entry-kind" [label]="t().page.kindOfText">
            <select id="entry-kind" class="ds-input" (change)="choose($event)">
              <option value="message" [selected]="kind() === 'message'">{{ t().page.message }}</option>
              <option value="note" [selected]="kind() === 'note'">{{ t().page.note }}</option>
              <option value="phone-call" [selected]="kind() === 'phone-call'">{{ t().page.call }}</option>
              <option value="meeting" [selected]="kind() === 'meeting'">{{ t().page.meeting }}</option>
            </select>
          </tg-field>
        }
        @if (hasDay()) {
          <tg-field for="entry-day" [label]="t().page.happened">
            <input #on id="entry-day" class="ds-input" type="date" (input)="day.set(on.value)" />
          </tg-field>
        }
        <tg-field
          for="entry-body"
          [label]="mayNote() ? t().page.text : t().page.messageOther"
          [error]="faultAt(faults(), 'entry-body')"
        >
          <textarea #body id="entry-body" class="ds-input" rows="5" maxlength="5000"></textarea>
        </tg-field>
        <button class="ds-button" type="submit" [attr.aria-busy]="sending()">
          {{ kind() === 'message' ? t().page.send : t().page.save }}
        </button>
      </form>
    </section>
  `,
})
export class CaseEntryForm {
  readonly caseId = input.required<string>();
  /** Emits a sentence that describes the result. */
  readonly added = output<string>();
  protected readonly t = texts(casesTexts);
  protected readonly kind = signal<Kind>('message');
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly faultAt = fieldError;
  protected readonly day = signal('');
  readonly #d = texts(designTexts);
  readonly #session = inject(Session);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);
  protected readonly mayNote = computed(() => this.#session.side() === 'cooperative');
  protected readonly hasDay = computed(() => this.kind() === 'phone-call' || this.kind() === 'meeting');

  protected choose(event: Event): void {
    this.kind.set((event.target as HTMLSelectElement).value as Kind);
  }

  protected async save(event: Event, body: HTMLTextAreaElement): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const isEmpty = body.value.trim() === '';
    this.faults.set(isEmpty ? [{ field: 'entry-body', sentence: this.#d().textMissing }] : []);
    if (isEmpty) return;
    this.sending.set(true);
    try {
      await this.#send(casesWrite, {
        caseId: this.caseId(),
        body: {
          kind: this.kind(),
          body: body.value.trim(),
          ...(this.hasDay() && this.day() && { happenedOn: this.day() }),
        },
      });
      body.value = '';
      this.added.emit(this.kind() === 'message' ? this.t().page.sent : this.t().page.saved);
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
