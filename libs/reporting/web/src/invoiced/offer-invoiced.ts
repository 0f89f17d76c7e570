import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { invoicedBeginTyped, invoicedOffered, invoicedWorkbook } from '@tallgrunn/api-client/calls';
import type { DutyShape } from '@tallgrunn/api-client/shapes';
import { Icon, ProblemWords, TextLibrary, texts } from '@tallgrunn/design';
import { fileSaver } from '../standing/save-file.ts';
import { invoicedTexts } from '../texts/invoiced/invoiced-texts.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What of a report the buyers' e-invoices tell already: begin with them on the page, or, where they are many, as a file. */
@Component({
  selector: 'tg-offer-invoiced',
  imports: [Icon],
  templateUrl: './offer-invoiced.html',
  styles: `
    p {
      margin-block: var(--tg-gap-sm) 0;
    }
  `,
})
export class OfferInvoiced {
  readonly duty = input.required<DutyShape>();
  /** The lines as a file, to be checked here. */
  readonly made = output<File>();
  protected readonly s = texts(invoicedTexts);
  readonly #library = inject(TextLibrary);
  readonly #router = inject(Router);
  readonly #words = inject(ProblemWords);
  readonly #send = sender();
  readonly #save = fileSaver();
  readonly #offer = read(invoicedOffered, () => ({ dutyId: this.duty().id, language: this.#library.language() }));
  /** Nothing is said where there is nothing to offer, or it cannot be told. */
  protected readonly offer = computed(() => {
    const offer = arrived(this.#offer);
    return offer && offer.lines > 0 ? offer : null;
  });
  /** Lines that are not taken yet fit below what is typed. */
  protected readonly fits = computed(() => {
    const offer = this.offer();
    return offer !== null && offer.lines - offer.taken + this.duty().typedLines <= offer.rowsMax;
  });
  protected readonly working = signal(false);
  protected readonly trouble = signal('');

  protected begin(): Promise<void> {
    return this.#try(async () => {
      await this.#send(invoicedBeginTyped, { dutyId: this.duty().id, body: {} });
      await this.#router.navigate(['/reports', this.duty().id, 'type']);
    });
  }

  protected download(): Promise<void> {
    return this.#try(async () => this.#save(await this.#workbook(), this.#name()));
  }

  protected check(): Promise<void> {
    return this.#try(async () => this.made.emit(new File([await this.#workbook()], this.#name(), { type: XLSX })));
  }

  #workbook(): Promise<Blob> {
    return this.#send(invoicedWorkbook, { dutyId: this.duty().id, language: this.#library.language() });
  }

  #name(): string {
    const { agreement, period } = this.duty();
    return this.s().offer.fileName({ number: agreement.number, period: period.key });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    if (this.working()) return;
    this.working.set(true);
    this.trouble.set('');
    try {
      await act();
    } catch (error) {
      this.trouble.set(this.s().offer.failed({ why: this.#words.sentence(problemOf(error)) }));
    } finally {
      this.working.set(false);
    }
  }
}
