import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, problemOf, sender } from '@tallgrunn/api-client';
import { onBehalfRespond } from '@tallgrunn/api-client/calls';
import type { VersionDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, ProblemMessages, fieldError, texts, type FormError } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

const textMin = 3;

/** Note on an on-behalf upload: by whom, when and why, and the supplier's response. */
@Component({
  selector: 'tg-on-behalf-note',
  imports: [ErrorSummary, Field],
  templateUrl: './on-behalf-note.html',
  styleUrl: './correction-section.css',
})
export class OnBehalfNote {
  readonly version = input.required<VersionDto>();
  readonly answered = output<void>();
  protected readonly t = texts(reportingTexts);
  protected readonly faultAt = fieldError;
  protected readonly disagreeing = signal(false);
  protected readonly sending = signal(false);
  protected readonly faults = signal<readonly FormError[]>([]);
  readonly #session = inject(Session);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);
  protected readonly mayAnswer = computed(
    () =>
      this.#session.permissions().has('report.submit') &&
      this.version().onBehalf?.answer === null &&
      this.version().number !== null,
  );

  protected agree(): Promise<void> {
    return this.#answer({ agreed: true });
  }

  protected async disagree(event: Event, text: string): Promise<void> {
    event.preventDefault();
    if (text.trim().length < textMin)
      return this.faults.set([{ field: 'behalf-words', sentence: this.t().correction.behalf.wordsMissing }]);
    await this.#answer({ agreed: false, text: text.trim() });
  }

  async #answer(body: { agreed: boolean; text?: string }): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.faults.set([]);
    try {
      await this.#send(onBehalfRespond, { versionId: this.version().id, body });
      this.answered.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
