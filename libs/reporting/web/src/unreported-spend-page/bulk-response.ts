import { Component, computed, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { supplierResponsesCreate } from '@tallgrunn/api-client/calls';
import type { BookedInvoiceDto, SupplierResponseDto } from '@tallgrunn/api-client/shapes';
import { ProblemMessages, texts } from '@tallgrunn/design';
import { invoicedTexts } from '../texts/invoice-prefill/invoiced-texts.ts';
import { SupplierResponseForm } from './supplier-response-form.ts';

/**
 * One answer for all unanswered invoices of a list. It is sent for one invoice at a time, so that those sent before an
 * error remain answered.
 */
@Component({
  selector: 'tg-bulk-response',
  imports: [SupplierResponseForm],
  template: `
    @if (open().length > 1) {
      @if (answering()) {
        <tg-supplier-response-form
          [heading]="s().booked.whatAlike"
          [note]="
            done() === null
              ? s().booked.alikeNote({ invoices: open().length })
              : s().booked.alikeDone({ done: done()!, all: open().length })
          "
          [working]="done() !== null"
          [trouble]="trouble()"
          (answered)="say($event)"
          (cancelled)="answering.set(false)"
        />
        <p class="ds-sr-only" role="status">
          {{ done() === null ? '' : s().booked.alikeDone({ done: done()!, all: open().length }) }}
        </p>
      } @else {
        <p class="tg-row">
          <button class="ds-button" data-variant="secondary" data-size="sm" type="button" (click)="answering.set(true)">
            {{ s().booked.alike({ invoices: open().length }) }}
          </button>
        </p>
      }
    }
  `,
})
export class BulkResponse {
  readonly obligationId = input.required<string>();
  readonly invoices = input.required<readonly BookedInvoiceDto[]>();
  /** Emitted after answers are saved. */
  readonly said = output();
  protected readonly s = texts(invoicedTexts);
  protected readonly answering = signal(false);
  protected readonly trouble = signal('');
  /** Invoices answered so far; null while none is being sent. */
  protected readonly done = signal<number | null>(null);
  protected readonly open = computed(() => this.invoices().filter(({ answered }) => answered === 0));
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected async say(what: Pick<SupplierResponseDto, 'kind' | 'reason'>): Promise<void> {
    if (this.done() !== null) return;
    this.trouble.set('');
    this.done.set(0);
    try {
      for (const { buyerId, key } of this.open()) {
        await this.#send(supplierResponsesCreate, {
          obligationId: this.obligationId(),
          body: { buyerId, invoice: key, ...what },
        });
        this.done.update((count) => (count ?? 0) + 1);
      }
      this.answering.set(false);
    } catch (error) {
      this.trouble.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.done.set(null);
      this.said.emit();
    }
  }
}
