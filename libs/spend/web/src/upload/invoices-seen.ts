import { Component, computed, inject, input } from '@angular/core';
import { TextLibrary, Wording, texts } from '@tallgrunn/design';
import { WithheldCounts, messageOf, minimiseInvoice } from '@tallgrunn/formats';
import { withheldSentence } from '../left-out.ts';
import { spendTexts } from '../texts/spend-texts.ts';
import type { Trouble, previewInvoices } from './look-into-file.ts';

/** Preview of a file's first e-invoices, read in the browser. */
@Component({
  selector: 'tg-invoices-seen',
  templateUrl: './invoices-seen.html',
  styleUrl: './seen.css',
})
export class InvoicesSeen {
  readonly seen = input.required<Awaited<ReturnType<typeof previewInvoices>>>();
  protected readonly t = texts(spendTexts);
  protected readonly wording = inject(Wording);
  readonly #library = inject(TextLibrary);

  /** Data of these documents that will not be stored. */
  protected readonly withheld = computed(() => {
    const counts = new WithheldCounts();
    for (const one of this.seen()) if ('document' in one) minimiseInvoice(one.document, counts);
    return counts.list().map((part) => withheldSentence(part, this.t()));
  });

  protected sentenceOf(trouble: Trouble): string {
    return messageOf(
      { ...trouble, severity: 'blocksFile', place: null, found: null, expected: null },
      this.#library.language(),
    );
  }
}
