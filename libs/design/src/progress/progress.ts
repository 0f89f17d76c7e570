import { Component, computed, inject, input } from '@angular/core';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';
import { Wording } from '../texts/wording.ts';

let instanceCount = 0;

/**
 * Progress of a long operation: what is being done, how much is left, and whether the user may leave. Without a total
 * the bar is indeterminate.
 */
@Component({
  selector: 'tg-progress',
  template: `
    <p class="what" [id]="id">{{ what() }}</p>
    <progress
      [attr.value]="known() ? done() : null"
      [max]="known() ? total() : 1"
      [attr.aria-labelledby]="id"
    ></progress>
    @if (known()) {
      <p class="how-much" aria-hidden="true">
        {{ t().progressOf({ done: done(), total: total() }) }} · {{ wording.share(done() / total(), 0) }}
      </p>
    }
    @if (mayLeave()) {
      <p class="how-much">{{ t().mayLeave }}</p>
    }
  `,
  styleUrl: './progress.css',
})
export class Progress {
  readonly what = input.required<string>();
  readonly done = input(0);
  /** 0 = not known yet. */
  readonly total = input(0);
  readonly mayLeave = input(false);
  protected readonly id = `tg-progress-${(instanceCount += 1)}`;
  protected readonly t = texts(designTexts);
  protected readonly wording = inject(Wording);
  protected readonly known = computed(() => this.total() > 0);
}
