import { Component, DestroyRef, computed, inject, input, output } from '@angular/core';
import { Session } from '@tallgrunn/api-client';
import type { CalculationStatusDto } from '@tallgrunn/api-client/shapes';
import { Progress, texts } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';

const POLL_MS = 2000;

/**
 * Placeholder while the first figures are calculated, with the progress; or a message that processing has stopped. The
 * page updates by itself.
 */
@Component({
  selector: 'tg-calculation-status',
  imports: [Progress],
  template: `
    <section class="tg-panel tg-stack" aria-live="polite">
      <h2 class="ds-heading" data-size="2xs">{{ isLate() ? t().making.lateTitle : t().making.title }}</h2>
      @if (isLate()) {
        <p>{{ t().making.late }}</p>
      } @else if (reading(); as files) {
        <tg-progress [what]="t().making.reading" [done]="files.read" [total]="files.files" [mayLeave]="true" />
      } @else {
        <tg-progress [what]="making() ? t().making.reckoning : t().making.demo" [mayLeave]="true" />
      }
      <p class="tg-subtle">{{ t().making.follows }}</p>
    </section>
  `,
})
export class CalculationStatus {
  /** Null if only demo data are being loaded. */
  readonly making = input.required<CalculationStatusDto | null>();
  /** Emitted when the page should reload the status. */
  readonly again = output();
  protected readonly t = texts(insightTexts);
  readonly #session = inject(Session);
  /** The files of demo data have dates of the demo world, which say nothing about progress. */
  protected readonly isLate = computed(() => this.making()?.late === true && !this.#session.instance()?.loading);
  /** The progress of reading, if there are unread files. */
  protected readonly reading = computed(() => {
    const now = this.making();
    return now && now.read < now.files ? now : null;
  });

  constructor() {
    const timer = setInterval(() => this.again.emit(), POLL_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
