import { Component, inject, input } from '@angular/core';
import type { AlternativeDto } from '@tallgrunn/api-client/shapes';
import { Wording, texts } from '@tallgrunn/design';
import { emissionsTexts } from '../texts/emissions-texts.ts';

/** Table of the factors considered for a line, with the emissions by each. */
@Component({
  selector: 'tg-alternatives',
  template: `
    <h3 class="ds-heading" data-size="2xs">{{ asked() ? t().alternativesAsk : t().alternatives }}</h3>
    <table class="ds-table" data-color="neutral" data-size="sm">
      <thead>
        <tr>
          <th scope="col">{{ t().factor }}</th>
          <th scope="col" class="tg-number">{{ t().wouldBe }}, {{ t().kg }}</th>
        </tr>
      </thead>
      <tbody>
        @for (other of alternatives(); track other.factor) {
          <tr>
            <th scope="row">
              {{ other.factor }}
              <span class="tg-subtle">{{ wording.quantity(other.value) }} {{ wording.emissionUnit(other.unit) }}</span>
              @if (other.chosen) {
                <strong>{{ t().chosen }}</strong>
              }
            </th>
            <td class="tg-number">{{ wording.amount(other.kg, 1) }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: '../figures.css',
})
export class Alternatives {
  readonly alternatives = input.required<readonly AlternativeDto[]>();
  /** No factor is selected yet: the rows are the options. */
  readonly asked = input(false);
  protected readonly t = texts(emissionsTexts);
  protected readonly wording = inject(Wording);
}
