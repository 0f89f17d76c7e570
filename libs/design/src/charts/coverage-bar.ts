import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';
import { Wording } from '../texts/wording.ts';
import { ChartFrame } from './chart-frame.ts';
import { measuredWidth } from './measured-width.ts';
import { Patterns, patternPrefix } from './pattern.ts';
import type { Pattern } from './pattern.ts';

/** One part of a whole. `value` is for the drawing alone; `shown` is the exact figure as text. */
export interface CoveragePart {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly shown: string;
  readonly pattern: Pattern;
  /** Where the part's lines can be seen. */
  readonly link?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** The end of a bar that more may come of, px. */
export const MORE_WIDTH = 16;

/** The whole as one bar, every part to scale, the unknown among them; each part is told below with figure and share. */
@Component({
  selector: 'tg-coverage-bar',
  imports: [ChartFrame, Patterns, RouterLink],
  templateUrl: './coverage-bar.html',
  styleUrl: './coverage-bar.css',
})
export class CoverageBar {
  readonly finding = input.required<string>();
  readonly basis = input('');
  /** Heads of the table: what the parts are, what is measured. */
  readonly heads = input.required<readonly [string, string]>();
  readonly parts = input.required<readonly CoveragePart[]>();
  /** Said of a whole that more may come of: the bar then ends in thin lines that are no part of it. */
  readonly incomplete = input('');

  protected readonly t = texts(designTexts);
  protected readonly wording = inject(Wording);
  protected readonly prefix = patternPrefix();
  protected readonly width = measuredWidth();
  protected readonly height = 44;
  protected readonly tableHeads = computed(() => [...this.heads(), this.t().share]);
  protected readonly tableRows = computed(() => [
    ...this.pieces().map((piece) => ({ label: piece.part.label, cells: [piece.part.shown, piece.share] })),
    ...(this.incomplete() ? [{ label: this.incomplete(), cells: ['', ''] }] : []),
  ]);
  protected readonly pieces = computed(() => {
    const total = this.parts().reduce((sum, part) => sum + Math.max(0, part.value), 0);
    const width = this.width() - (this.incomplete() ? MORE_WIDTH : 0);
    let before = 0;
    return this.parts().map((part) => {
      const share = total > 0 ? Math.max(0, part.value) / total : 0;
      const piece = { part, x: before * width, width: share * width, share: this.wording.share(share) };
      before += share;
      return piece;
    });
  });
  protected readonly more = MORE_WIDTH;
  protected readonly spoken = computed(() =>
    [
      ...this.pieces().map((piece) => `${piece.part.label}: ${piece.part.shown} (${piece.share})`),
      ...(this.incomplete() ? [this.incomplete()] : []),
    ].join('. '),
  );
}
