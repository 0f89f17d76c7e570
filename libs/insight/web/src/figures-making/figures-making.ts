import { Component, DestroyRef, computed, inject, input, output } from '@angular/core';
import { Session } from '@tallgrunn/api-client';
import type { MakingShape } from '@tallgrunn/api-client/shapes';
import { Progress, texts } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';

const ASK_AGAIN_MS = 2000;

/** Instead of "nothing to show" while the first figures are made: what is being done, how much of it, and that the page follows by itself; or that they should have been there. */
@Component({
  selector: 'tg-figures-making',
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
export class FiguresMaking {
  /** Null where only the demo is being loaded. */
  readonly making = input.required<MakingShape | null>();
  /** It is time to ask anew. */
  readonly again = output();
  protected readonly t = texts(insightTexts);
  readonly #session = inject(Session);
  /** The files of a demo that is being loaded came when its world says, which tells nothing of the work. */
  protected readonly isLate = computed(() => this.making()?.late === true && !this.#session.instance()?.loading);
  /** Files of which some wait to be read. */
  protected readonly reading = computed(() => {
    const now = this.making();
    return now && now.read < now.files ? now : null;
  });

  constructor() {
    const timer = setInterval(() => this.again.emit(), ASK_AGAIN_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
