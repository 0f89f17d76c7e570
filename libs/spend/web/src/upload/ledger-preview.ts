import { Component, computed, inject, input } from '@angular/core';
import { Wording, texts } from '@tallgrunn/design';
import { exclusionText, redactionText } from '../exclusion-reasons.ts';
import { spendTexts } from '../texts/spend-texts.ts';
import { vatOfLine } from './vat-of-line.ts';
import type { LedgerPreview } from './read-file-preview.ts';

/** Preview of a ledger's first lines as they will be imported, and of the excluded rows. */
@Component({
  selector: 'tg-ledger-preview',
  templateUrl: './ledger-preview.html',
  styleUrl: './preview.css',
})
export class LedgerPreviewPanel {
  readonly preview = input.required<LedgerPreview>();
  readonly unused = input<readonly string[]>([]);
  protected readonly t = texts(spendTexts);
  protected readonly wording = inject(Wording);
  protected readonly leftOut = computed(() =>
    [...this.preview().report.excluded].map(([reason, { rows }]) =>
      this.t().upload.leftOut({ rows, reason: exclusionText(reason, this.t()) }),
    ),
  );
  protected readonly withheld = computed(() =>
    this.preview()
      .report.redactions.list()
      .map((part) => redactionText(part, this.t())),
  );

  /**
   * Number of lines with a known amount excl. VAT, and number that will not be included. Null when all lines are excl.
   * VAT.
   */
  protected readonly vatSeen = computed(() => {
    const sources = this.preview().lines.map(vatOfLine);
    const count = (...of: readonly string[]) => sources.filter((source) => of.includes(source)).length;
    return count('net') === sources.length
      ? null
      : this.t().upload.vatSeen({ net: count('net'), gross: count('row', 'account'), unknown: count('unknown') });
  });

  protected vatOf(line: LedgerPreview['lines'][number]): string {
    return this.t().upload.vat[vatOfLine(line)];
  }

  protected dateOf(...dates: (string | null)[]): string {
    const date = dates.find((each) => each !== null);
    return date ? this.wording.date(date, 'short') : '';
  }
}
