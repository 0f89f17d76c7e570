import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { emissionsVerification, nightlyVerificationsList } from '@tallgrunn/api-client/calls';
import { ProblemMessages, texts } from '@tallgrunn/design';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { publishedTexts } from '../texts/published-texts.ts';

/** Verifies a run on request and shows whether every line is reproduced; also shows the latest nightly verification. */
@Component({
  selector: 'tg-run-verification',
  template: `
    <p class="tg-row">
      <button
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        type="button"
        [attr.aria-busy]="working()"
        (click)="prove()"
      >
        {{ t().page.prove }}
      </button>
      <span role="status">{{ told() }}</span>
    </p>
    @if (night(); as sentence) {
      <p class="tg-subtle">{{ sentence }}</p>
    }
  `,
})
export class RunVerification {
  readonly run = input.required<number>();
  protected readonly t = texts(emissionsTexts);
  readonly #published = texts(publishedTexts);
  readonly #nights = read(nightlyVerificationsList);
  protected readonly night = computed(() => {
    const nights = arrived(this.#nights);
    if (!nights) return '';
    const { none, holds, sampled, differs, overtaken } = this.#published().night;
    const [last] = nights;
    if (!last) return none;
    if (last.overtaken) return overtaken({ at: last.at });
    if (last.sample) return sampled({ at: last.at, tried: last.linesTried, lines: last.lines, ...last.sample });
    return last.differing === 0
      ? holds({ at: last.at, lines: last.lines })
      : differs({ at: last.at, differing: last.differing, run: last.madeRun ?? last.run });
  });
  protected readonly working = signal(false);
  /** Result of the verification; cleared when another run is shown. */
  protected readonly told = linkedSignal({ source: this.run, computation: () => '' });
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected async prove(): Promise<void> {
    if (this.working()) return;
    this.working.set(true);
    try {
      const { holds, lines, linesDiffering, multipliersDiffering, besidesDiffering, totalsDiffering } =
        await this.#send(emissionsVerification, { number: this.run() });
      this.told.set(
        holds
          ? this.t().page.holds({ lines })
          : this.t().page.differs({
              count: linesDiffering + multipliersDiffering + besidesDiffering + totalsDiffering,
            }),
      );
    } catch (error) {
      this.told.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.working.set(false);
    }
  }
}
