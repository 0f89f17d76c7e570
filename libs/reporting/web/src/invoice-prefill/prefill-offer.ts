import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { invoicePrefillFillManualEntry, invoicePrefillShow, invoicePrefillWorkbook } from '@tallgrunn/api-client/calls';
import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import { Icon, ProblemMessages, TextLibrary, texts } from '@tallgrunn/design';
import { fileSaver } from '../obligation/save-file.ts';
import { invoicedTexts } from '../texts/invoice-prefill/invoiced-texts.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Prefill from the buyers' e-invoices: as manual entry on the page or, for many lines, as a file. */
@Component({
  selector: 'tg-prefill-offer',
  imports: [Icon],
  templateUrl: './prefill-offer.html',
  styles: `
    p {
      margin-block: var(--tg-gap-sm) 0;
    }
  `,
})
export class PrefillOfferPanel {
  readonly obligation = input.required<ObligationDto>();
  /** Emits the lines as a file to check here. */
  readonly made = output<File>();
  protected readonly s = texts(invoicedTexts);
  readonly #library = inject(TextLibrary);
  readonly #router = inject(Router);
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();
  readonly #save = fileSaver();
  readonly #offer = read(invoicePrefillShow, () => ({
    obligationId: this.obligation().id,
    language: this.#library.language(),
  }));
  /** Null when there is nothing to offer, or the offer could not be read. */
  protected readonly offer = computed(() => {
    const offer = arrived(this.#offer);
    return offer && offer.lines > 0 ? offer : null;
  });
  /** True when the remaining lines fit in the manual entry. */
  protected readonly fits = computed(() => {
    const offer = this.offer();
    return offer !== null && offer.lines - offer.taken + this.obligation().typedLines <= offer.rowsMax;
  });
  protected readonly working = signal(false);
  protected readonly trouble = signal('');

  protected begin(): Promise<void> {
    return this.#try(async () => {
      await this.#send(invoicePrefillFillManualEntry, { obligationId: this.obligation().id, body: {} });
      await this.#router.navigate(['/reports', this.obligation().id, 'manual-entry']);
    });
  }

  protected download(): Promise<void> {
    return this.#try(async () => this.#save(await this.#workbook(), this.#name()));
  }

  protected check(): Promise<void> {
    return this.#try(async () => this.made.emit(new File([await this.#workbook()], this.#name(), { type: XLSX })));
  }

  #workbook(): Promise<Blob> {
    return this.#send(invoicePrefillWorkbook, {
      obligationId: this.obligation().id,
      language: this.#library.language(),
    });
  }

  #name(): string {
    const { agreement, period } = this.obligation();
    return this.s().offer.fileName({ number: agreement.number, period: period.key });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    if (this.working()) return;
    this.working.set(true);
    this.trouble.set('');
    try {
      await act();
    } catch (error) {
      this.trouble.set(this.s().offer.failed({ why: this.#messages.sentence(problemOf(error)) }));
    } finally {
      this.working.set(false);
    }
  }
}
