import { Component, computed, inject, input } from '@angular/core';
import { TextLibrary, Wording, texts } from '@tallgrunn/design';
import { RedactionCounts, messageOf, redactDespatch } from '@tallgrunn/formats';
import { redactionText } from '../exclusion-reasons.ts';
import { spendTexts } from '../texts/spend-texts.ts';
import type { ReadError, previewDespatchAdvices } from './read-file-preview.ts';

/** Preview of a file's first despatch advices, read in the browser. */
@Component({
  selector: 'tg-despatch-preview',
  templateUrl: './despatch-preview.html',
  styleUrl: './preview.css',
})
export class DespatchPreviewPanel {
  readonly seen = input.required<Awaited<ReturnType<typeof previewDespatchAdvices>>>();
  protected readonly t = texts(spendTexts);
  protected readonly wording = inject(Wording);
  readonly #library = inject(TextLibrary);

  /** Data of these documents that will not be stored. */
  protected readonly withheld = computed(() => {
    const counts = new RedactionCounts();
    for (const one of this.seen()) if ('document' in one) redactDespatch(one.document, counts);
    return counts.list().map((part) => redactionText(part, this.t()));
  });

  protected sentenceOf(trouble: ReadError): string {
    return messageOf(
      { ...trouble, severity: 'blocksFile', place: null, found: null, expected: null },
      this.#library.language(),
    );
  }
}
