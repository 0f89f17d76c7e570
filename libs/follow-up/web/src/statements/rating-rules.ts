import { Component, computed, inject, input } from '@angular/core';
import type { RatingLimitsDto } from '@tallgrunn/api-client/shapes';
import { Wording, texts } from '@tallgrunn/design';
import { statementsTexts } from './texts/statements-texts.ts';

/** Explains the rules that propose ratings, with their limits. */
@Component({
  selector: 'tg-rating-rules',
  template: `
    <details class="ds-details">
      <summary>{{ t().rules.title }}</summary>
      <ul class="ds-list">
        @for (rule of rules(); track rule) {
          <li>{{ rule }}</li>
        }
      </ul>
    </details>
  `,
})
export class RatingRules {
  readonly limits = input.required<RatingLimitsDto>();
  protected readonly t = texts(statementsTexts);
  readonly #wording = inject(Wording);

  protected readonly rules = computed((): readonly string[] => {
    const { rules } = this.t();
    const { share, prices, openCases } = this.limits();
    const limitsOf = ([good = '', near = '', improve = '']: readonly string[], decimals: number) => ({
      good: this.#wording.share(good, decimals),
      near: this.#wording.share(near, decimals),
      improve: this.#wording.share(improve, decimals),
    });
    const [, near = '', improve = ''] = openCases;
    return [
      rules.share(limitsOf(share, 0)),
      rules.quality,
      rules.prices(limitsOf(prices, 1)),
      rules.declarations,
      rules.cases({ near, improve }),
      rules.other,
    ];
  });
}
