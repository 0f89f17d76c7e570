import { Component, computed, input } from '@angular/core';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

export type SkeletonShape = 'rows' | 'cards' | 'text' | 'chart';

/**
 * Placeholder in the shape of the content while it loads. Invisible for the first 300 ms, so that quick responses do
 * not flicker.
 */
@Component({
  selector: 'tg-skeleton',
  template: `
    <p class="ds-sr-only" role="status">{{ t().loading }}</p>
    <div class="shape" [class]="shape()" aria-hidden="true">
      @for (part of parts(); track part) {
        <span class="ds-skeleton" [class.short]="part % 3 === 2"></span>
      }
    </div>
  `,
  styleUrl: './skeleton.css',
})
export class Skeleton {
  readonly shape = input<SkeletonShape>('rows');
  readonly count = input(0);
  protected readonly t = texts(designTexts);
  protected readonly parts = computed(() =>
    Array.from({ length: this.count() || { rows: 8, cards: 3, text: 4, chart: 1 }[this.shape()] }, (_, part) => part),
  );
}
