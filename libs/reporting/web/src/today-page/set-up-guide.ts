import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import type { SetUpProgressDto } from '@tallgrunn/api-client/shapes';
import { StatusTag, texts, type StatusTone } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { isBeginning, stepsOf, type SetUpStep } from './set-up-steps.ts';

const tones: Readonly<Record<SetUpStep['state'], StatusTone>> = { done: 'good', next: 'attention', waiting: 'waiting' };

/** Progress of a cooperative's set-up towards the first report, and the next step. */
@Component({
  selector: 'tg-set-up-guide',
  imports: [RouterLink, StatusTag],
  template: `
    @if (isOpen()) {
      <section class="tg-panel tg-stack" aria-labelledby="set-up">
        <h2 class="ds-heading" data-size="sm" id="set-up">{{ t().setUp.title }}</h2>
        <p class="tg-text">{{ t().setUp.lead }}</p>
        <ol>
          @for (step of steps(); track step.name) {
            <li>
              <h3 class="ds-heading" data-size="2xs">{{ t().setUp.steps[step.name] }}</h3>
              <tg-status [tone]="tones[step.state]">{{ t().setUp.states[step.state] }}</tg-status>
              <p>{{ t().setUp.progress[step.name](progress()) }}</p>
              @if (step.state !== 'done') {
                @if (may(step)) {
                  <a
                    class="ds-button"
                    data-size="sm"
                    [attr.data-variant]="step.state === 'next' ? null : 'secondary'"
                    [routerLink]="step.link"
                    >{{ t().setUp.acts[step.name] }}</a
                  >
                } @else {
                  <p class="tg-subtle">{{ t().setUp.others[step.name] }}</p>
                }
              }
            </li>
          }
        </ol>
      </section>
    } @else if (missing().length > 0) {
      <section aria-labelledby="set-up-missing">
        <h2 class="ds-heading" data-size="sm" id="set-up-missing">{{ t().setUp.missing }}</h2>
        <ul>
          @for (step of missing(); track step.name) {
            <li>
              {{ t().setUp.progress[step.name](progress()) }}
              @if (may(step)) {
                <a class="ds-link" [routerLink]="step.link">{{ t().setUp.acts[step.name] }}</a>
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    ol {
      display: grid;
      gap: var(--tg-gap);
      margin: 0;
      padding-inline-start: var(--ds-size-6);
    }

    p {
      margin: 0 0 var(--tg-gap-sm);
    }
  `,
})
export class SetUpGuide {
  readonly progress = input.required<SetUpProgressDto>();
  protected readonly t = texts(reportingTexts);
  protected readonly tones = tones;
  protected readonly isOpen = computed(() => isBeginning(this.progress()));
  protected readonly steps = computed(() => stepsOf(this.progress()));
  protected readonly missing = computed(() => this.steps().filter(({ state }) => state !== 'done'));
  readonly #session = inject(Session);

  protected may({ permission }: SetUpStep): boolean {
    return this.#session.permissions().has(permission);
  }
}
