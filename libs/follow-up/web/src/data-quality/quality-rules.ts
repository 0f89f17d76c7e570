import { Component } from '@angular/core';
import { texts } from '@tallgrunn/design';
import { statementsTexts } from '../statements/texts/statements-texts.ts';

/** Explains the levels of data quality. */
@Component({
  selector: 'tg-quality-rules',
  template: `
    <details class="ds-details">
      <summary>{{ t().quality.explained }}</summary>
      <p class="tg-text">{{ t().quality.rule }}</p>
      <ul class="ds-list">
        @for (meaning of t().quality.meanings; track meaning) {
          <li>{{ meaning }}</li>
        }
      </ul>
      <p class="tg-text">{{ t().quality.counts }}</p>
    </details>
  `,
})
export class QualityRules {
  protected readonly t = texts(statementsTexts);
}
