import { Component, ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { Session, problemOf, sender } from '@tallgrunn/api-client';
import { obligationsExplainNil } from '@tallgrunn/api-client/calls';
import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, ProblemMessages, fieldError, texts, type FormError } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

/**
 * Purchases booked after a nil return that may contradict it. The supplier explains or submits a report; the manager
 * reads it.
 */
@Component({
  selector: 'tg-nil-question',
  imports: [ErrorSummary, Field],
  templateUrl: './nil-question.html',
})
export class NilQuestion {
  readonly obligation = input.required<ObligationDto>();
  readonly explained = output();
  protected readonly t = texts(reportingTexts);
  protected readonly faultAt = fieldError;
  protected readonly question = computed(() => this.obligation().version?.nilQuestion);
  protected readonly mayAnswer = computed(() => this.#session.permissions().has('report.submit'));
  protected readonly sending = signal(false);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly reason = viewChild<ElementRef<HTMLTextAreaElement>>('reason');
  protected readonly lead = computed(() => {
    const { version, supplier } = this.obligation();
    const { amount = '0', invoices = 0 } = this.question() ?? {};
    const { toSupplier, toManager } = this.t().nothing.later;
    const booked = { amount, currency: version?.currency ?? 'NOK', invoices };
    return this.mayAnswer() ? toSupplier(booked) : toManager({ ...booked, supplier: supplier.name });
  });
  readonly #session = inject(Session);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected async explain(): Promise<void> {
    if (this.sending()) return;
    const reason = this.reason()?.nativeElement.value.trim() ?? '';
    if (reason === '')
      return this.faults.set([{ field: 'nil-question-reason', sentence: this.t().nothing.later.reasonMissing }]);
    this.sending.set(true);
    try {
      await this.#send(obligationsExplainNil, { obligationId: this.obligation().id, body: { reason } });
      this.faults.set([]);
      this.explained.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
