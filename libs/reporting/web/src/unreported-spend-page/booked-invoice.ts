import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { problemOf, read, sender } from '@tallgrunn/api-client';
import {
  invoicePrefillFillManualEntry,
  unreportedSpendListLines,
  supplierResponsesCreate,
} from '@tallgrunn/api-client/calls';
import type { BookedInvoiceDto, UnreportedSpendLineDto, SupplierResponseDto } from '@tallgrunn/api-client/shapes';
import { Loaded, ProblemMessages, StatusTag, Wording, texts } from '@tallgrunn/design';
import { unitName } from '@tallgrunn/formats';
import { invoicedTexts } from '../texts/invoice-prefill/invoiced-texts.ts';
import { SupplierResponseForm } from './supplier-response-form.ts';

/**
 * A booked invoice that is in no report: its lines, and the supplier's answer about the invoice or some of its lines.
 */
@Component({
  selector: 'tg-booked-invoice',
  imports: [Loaded, SupplierResponseForm, StatusTag],
  templateUrl: './booked-invoice.html',
  styleUrl: './booked-invoice.css',
})
export class BookedInvoice {
  readonly obligationId = input.required<string>();
  readonly invoice = input.required<BookedInvoiceDto>();
  readonly mayAnswer = input(false);
  /** Emitted after an answer is saved or withdrawn. */
  readonly said = output();
  protected readonly s = texts(invoicedTexts);
  protected readonly wording = inject(Wording);
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();
  readonly #router = inject(Router);
  protected readonly answering = signal(false);
  protected readonly showing = signal(false);
  protected readonly working = signal(false);
  /** Error of the last attempt. */
  protected readonly trouble = signal('');
  protected readonly taken = signal<readonly string[]>([]);
  protected readonly lines = read(unreportedSpendListLines, () =>
    this.showing()
      ? { obligationId: this.obligationId(), buyerId: this.invoice().buyerId, invoice: this.invoice().key }
      : undefined,
  );
  protected readonly named = computed(() => {
    const { number, text } = this.invoice();
    return number === null ? (text ?? this.s().booked.invoice({ number })) : this.s().booked.invoice({ number });
  });
  protected readonly cause = computed(() => this.s().booked.causes[this.invoice().cause ?? ''] ?? '');

  protected take(key: string, event: Event): void {
    const isTaken = (event.target as HTMLInputElement).checked;
    this.taken.update((keys) => (isTaken ? [...keys, key] : keys.filter((each) => each !== key)));
  }

  protected quantityOf({ quantity, unit }: UnreportedSpendLineDto): string {
    return quantity === null
      ? ''
      : `${this.wording.quantity(quantity)} ${unit === null ? '' : (unitName(unit, this.wording.language()) ?? unit)}`.trim();
  }

  protected saidIn({ saidBy, saidAt }: SupplierResponseDto): string {
    return this.s().booked.said({ who: saidBy ?? '', at: saidAt });
  }

  /** Saves an answer; without a kind, withdraws it. */
  protected say(what: { readonly kind?: SupplierResponseDto['kind']; readonly reason: string }): Promise<void> {
    const { buyerId, key } = this.invoice();
    return this.#try(async () => {
      await this.#send(supplierResponsesCreate, {
        obligationId: this.obligationId(),
        body: { buyerId, invoice: key, ...what, ...(this.taken().length > 0 && { lines: [...this.taken()] }) },
      });
      this.answering.set(false);
      this.taken.set([]);
      if (this.showing()) this.lines.reload();
      this.said.emit();
    });
  }

  /** Adds the open lines, or the selected ones, to the manual entry of the report. */
  protected add(): Promise<void> {
    const { buyerId, key } = this.invoice();
    return this.#try(async () => {
      const lines = await this.#send(unreportedSpendListLines, {
        obligationId: this.obligationId(),
        buyerId,
        invoice: key,
      });
      const keys = lines
        .filter((line) => line.open && (this.taken().length === 0 || this.taken().includes(line.key)))
        .map((line) => line.key);
      await this.#send(invoicePrefillFillManualEntry, { obligationId: this.obligationId(), body: { lines: keys } });
      await this.#router.navigate(['/reports', this.obligationId(), 'manual-entry']);
    });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    if (this.working()) return;
    this.working.set(true);
    this.trouble.set('');
    try {
      await act();
    } catch (error) {
      this.trouble.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.working.set(false);
    }
  }
}
