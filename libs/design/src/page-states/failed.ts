import { Component, computed, inject, input, output } from '@angular/core';
import { problemOf } from '@tallgrunn/api-client';
import { Icon } from '../icon/icon.ts';
import { ProblemMessages } from '../problem-messages/problem-messages.ts';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

/**
 * State of a page that could not be loaded: what happened, what is safe, how to continue, and a reference to report.
 */
@Component({
  selector: 'tg-failed',
  imports: [Icon],
  template: `
    <section class="failed" role="alert">
      <tg-icon name="warning" />
      <div>
        <h2 class="ds-heading" data-size="2xs">{{ heading() || t().failedTitle }}</h2>
        <p>{{ words.sentence(problem()) }} {{ t().failedSafe }}</p>
        <button class="ds-button" data-variant="secondary" data-size="sm" type="button" (click)="retry.emit()">
          {{ t().tryAgain }}
        </button>
        @if (problem().traceId; as traceId) {
          <p class="reference">{{ t().reference({ traceId }) }}</p>
        }
      </div>
    </section>
  `,
  styleUrl: './page-note.css',
})
export class Failed {
  /** The thrown error. */
  readonly error = input.required<unknown>();
  readonly heading = input('');
  readonly retry = output();
  protected readonly words = inject(ProblemMessages);
  protected readonly t = texts(designTexts);
  protected readonly problem = computed(() => problemOf(this.error()));
}
