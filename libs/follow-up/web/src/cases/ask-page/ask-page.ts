import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { problemOf, read, sender } from '@tallgrunn/api-client';
import { agreementsList, caseOpeningsRequestOfSupplier } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, Loaded, PageHeader, ProblemMessages, fieldError, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { casesTexts } from '../texts/cases-texts.ts';

/** Form in which a supplier asks to stop reporting, or to correct stored data. */
@Component({
  selector: 'tg-ask-page',
  imports: [ErrorSummary, Field, Loaded, PageHeader],
  templateUrl: './ask-page.html',
})
export class SupplierRequestPage {
  protected readonly t = texts(casesTexts);
  protected readonly agreements = read(agreementsList);
  protected readonly kind = signal<'stop-request' | 'data-correction-request'>('stop-request');
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly faultAt = fieldError;
  readonly #router = inject(Router);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected choose(event: Event): void {
    this.kind.set((event.target as HTMLSelectElement).value as 'stop-request');
  }

  protected async save(event: Event, agreementId: string, lastDay: string, reason: string): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const isStop = this.kind() === 'stop-request';
    const { agreementMissing, lastDayMissing, reasonMissing } = this.t().asking;
    this.faults.set([
      ...(isStop && agreementId === '' ? [{ field: 'ask-agreement', sentence: agreementMissing }] : []),
      ...(isStop && lastDay === '' ? [{ field: 'ask-day', sentence: lastDayMissing }] : []),
      ...(reason.trim() === '' ? [{ field: 'ask-reason', sentence: reasonMissing }] : []),
    ]);
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      const { id } = await this.#send(caseOpeningsRequestOfSupplier, {
        body: { kind: this.kind(), reason: reason.trim(), ...(isStop && { agreementId, lastDay }) },
      });
      await this.#router.navigate(['/cases', id]);
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
