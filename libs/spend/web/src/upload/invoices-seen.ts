import { Component, inject, input } from '@angular/core';
import { TextLibrary, Wording, texts } from '@tallgrunn/design';
import { messageOf } from '@tallgrunn/formats';
import { spendTexts } from '../texts/spend-texts.ts';
import type { Trouble, previewInvoices } from './look-into-file.ts';

/** The first e-invoices of a file, read on this machine. */
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

  protected sentenceOf(trouble: Trouble): string {
    return messageOf({ ...trouble, severity: 'blocksFile', place: null, found: null, expected: null }, this.#library.language());
  }
}
