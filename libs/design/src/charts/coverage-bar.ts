import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { roundedShares } from '@tallgrunn/values';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';
import { Wording } from '../texts/wording.ts';
import { ChartFrame } from './chart-frame.ts';
import { measuredWidth } from './measured-width.ts';
import { Patterns, patternPrefix } from './pattern.ts';
import type { Pattern } from './pattern.ts';

/** One part of a total. `value` is only for drawing; `shown` is the exact figure as text. */
export interface CoveragePart {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly shown: string;
  readonly pattern: Pattern;
  /** Page with the part's lines. */
  readonly link?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** Width in px of the end segment that marks an incomplete total. */
export const INCOMPLETE_WIDTH = 16;

/**
 * A total as one bar with all parts to scale, including the unknown part. Each part is listed below with figure and
 * share; the shares add up to 100 %.
 */
@Component({
  selector: 'tg-coverage-bar',
  imports: [ChartFrame, Patterns, RouterLink],
  templateUrl: './coverage-bar.html',
  styleUrl: './coverage-bar.css',
})
export class CoverageBar {
  readonly finding = input.required<string>();
  readonly basis = input('');
  /** Headers of the table: the parts, and the measured quantity. */
  readonly heads = input.required<readonly [string, string]>();
  readonly parts = input.required<readonly CoveragePart[]>();
  /** Text for a total that may still grow: the bar then ends in thin lines that are not part of it. */
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
    const width = this.width() - (this.incomplete() ? INCOMPLETE_WIDTH : 0);
    const shares = roundedShares(this.parts().map(({ value }) => value));
    let before = 0;
    return this.parts().map((part, at) => {
      const share = total > 0 ? Math.max(0, part.value) / total : 0;
      const piece = { part, x: before * width, width: share * width, share: this.wording.share(shares[at] ?? 0) };
      before += share;
      return piece;
    });
  });
  protected readonly more = INCOMPLETE_WIDTH;
  protected readonly spoken = computed(() =>
    [
      ...this.pieces().map((piece) => `${piece.part.label}: ${piece.part.shown} (${piece.share})`),
      ...(this.incomplete() ? [this.incomplete()] : []),
    ].join('. '),
  );
}
