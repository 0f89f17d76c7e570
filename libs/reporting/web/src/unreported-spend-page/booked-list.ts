import { Component, computed, input, output, signal } from '@angular/core';
import type { BookedInvoiceDto } from '@tallgrunn/api-client/shapes';
import { texts } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { BulkResponse } from './bulk-response.ts';
import { BookedInvoice } from './booked-invoice.ts';

/** Invoices shown per step; each is a card, and hundreds of cards are unreadable. */
const SHOWN_STEP = 20;

/** List of booked invoices in no report, each with a form for an answer, and one answer for all of them. */
@Component({
  selector: 'tg-booked-list',
  imports: [BulkResponse, BookedInvoice],
  template: `
    @if (mayAnswer()) {
      <tg-bulk-response [obligationId]="obligationId()" [invoices]="invoices()" (said)="said.emit()" />
    }
    <ol>
      @for (invoice of shown(); track invoice.key) {
        <li>
          <tg-booked-invoice
            [obligationId]="obligationId()"
            [invoice]="invoice"
            [mayAnswer]="mayAnswer()"
            (said)="said.emit()"
          />
        </li>
      }
    </ol>
    @if (left() > 0) {
      <p class="tg-row">
        <button class="ds-button" data-variant="secondary" type="button" (click)="more()">
          {{ t().check.morePlaces({ left: left() }) }}
        </button>
      </p>
    }
  `,
  styleUrl: './booked-list.css',
})
export class BookedList {
  readonly obligationId = input.required<string>();
  readonly invoices = input.required<readonly BookedInvoiceDto[]>();
  readonly mayAnswer = input(false);
  /** Emitted after an answer is saved or withdrawn. */
  readonly said = output();
  protected readonly t = texts(reportingTexts);
  readonly #max = signal(SHOWN_STEP);
  protected readonly shown = computed(() => this.invoices().slice(0, this.#max()));
  protected readonly left = computed(() => this.invoices().length - this.shown().length);

  protected more(): void {
    this.#max.update((max) => max + SHOWN_STEP);
  }
}
