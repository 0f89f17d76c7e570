import { Component, ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { problemOf, sender, type ProblemIssue } from '@tallgrunn/api-client';
import { obligationsReportNil } from '@tallgrunn/api-client/calls';
import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import { textsOf, type Params } from '@tallgrunn/checks';
import {
  ErrorSummary,
  Field,
  ProblemMessages,
  TextLibrary,
  Wording,
  fieldError,
  texts,
  type FormError,
} from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

let dialogCount = 0;

/**
 * Nil return: a button, and a dialog that explains the consequence. When buyers have booked purchases, it shows them
 * and asks for a reason.
 */
@Component({
  selector: 'tg-nil-return',
  imports: [ErrorSummary, Field],
  templateUrl: './nil-return.html',
  styles: `
    /* read at once, and as large as the page around it */
    dialog,
    dialog::backdrop {
      animation: none;
      font-size: var(--ds-body-md-font-size);
    }
  `,
})
export class NilReturn {
  readonly obligation = input.required<ObligationDto>();
  /** Emits the id of the submitted version. */
  readonly reported = output<string>();
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  protected readonly faultAt = fieldError;
  protected readonly id = `nothing-delivered-${(dialogCount += 1)}`;
  protected readonly sending = signal(false);
  protected readonly faults = signal<readonly FormError[]>([]);
  /** One sentence per buyer with booked purchases. */
  protected readonly booked = computed(() =>
    this.#issues().map(
      ({ code, params }) =>
        textsOf(
          { code, class: 0, severity: 'confirm', place: null, found: null, expected: null, params: params as Params },
          this.#library.language(),
        ).message,
    ),
  );
  protected readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly why = viewChild<ElementRef<HTMLTextAreaElement>>('why');
  readonly #issues = signal<readonly ProblemIssue[]>([]);
  readonly #library = inject(TextLibrary);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected ask(): void {
    this.faults.set([]);
    this.#issues.set([]);
    this.dialog().nativeElement.showModal();
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected async report(): Promise<void> {
    if (this.sending()) return;
    const reason = this.why()?.nativeElement.value.trim() ?? '';
    if (this.booked().length > 0 && reason === '')
      return this.faults.set([{ field: `${this.id}-why`, sentence: this.t().nothing.whyMissing }]);
    this.sending.set(true);
    try {
      const { id } = await this.#send(obligationsReportNil, {
        obligationId: this.obligation().id,
        body: reason === '' ? {} : { reason },
      });
      this.close();
      this.reported.emit(id);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'nil-but-booked') this.#issues.set(problem.issues);
      this.faults.set([
        {
          field: problem.code === 'nil-but-booked' ? `${this.id}-why` : '',
          sentence: this.#messages.sentence(problem),
        },
      ]);
    } finally {
      this.sending.set(false);
    }
  }
}
