import { Component, inject, input } from '@angular/core';
import { TextLibrary, Wording, texts } from '@tallgrunn/design';
import { messageOf } from '@tallgrunn/formats';
import { spendTexts } from '../texts/spend-texts.ts';
import type { Trouble, previewDeliveries } from './look-into-file.ts';

/** The first despatch advices of a file, read on this machine. */
@Component({
  selector: 'tg-deliveries-seen',
  templateUrl: './deliveries-seen.html',
  styleUrl: './seen.css',
})
export class DeliveriesSeen {
  readonly seen = input.required<Awaited<ReturnType<typeof previewDeliveries>>>();
  protected readonly t = texts(spendTexts);
  protected readonly wording = inject(Wording);
  readonly #library = inject(TextLibrary);

  protected sentenceOf(trouble: Trouble): string {
    return messageOf({ ...trouble, severity: 'blocksFile', place: null, found: null, expected: null }, this.#library.language());
  }
}
