import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ComparisonDto } from '@tallgrunn/api-client/shapes';
import { texts } from '@tallgrunn/design';
import { comparisonTexts } from '../texts/comparison-texts.ts';

/**
 * Note about a comparison: its months and municipalities, and those excluded, with the months they lack and the content
 * of the element folded; or why no comparison is possible.
 */
@Component({
  selector: 'tg-comparison-note',
  imports: [RouterLink],
  template: `
    @if (locked(); as reason) {
      <div class="ds-alert" data-color="info" role="status">
        <p>
          <strong>{{ t().lockedTitle }}.</strong> {{ reason }}
        </p>
        @for (line of lines(); track line) {
          <p>{{ line }}</p>
        }
        <p>
          <a class="ds-link" routerLink="/completeness">{{ t().toCompleteness }}</a>
        </p>
      </div>
    } @else {
      <p class="tg-text">
        {{ t().compared({ before: comparison().before, after: comparison().after }) }}
        @if (comparison().buyers.length > 1 || comparison().leftOut.length > 0) {
          {{ t().buyers({ names: names() }) }}
        }
        @if (comparison().leftOut.length > 0) {
          {{ t().excluded({ names: excluded() }) }}
        }
      </p>
      @if (comparison().standing === 'other-season') {
        <p class="tg-text">{{ t().otherSeason }}</p>
      }
      <details class="ds-details">
        <summary>{{ t().more }}</summary>
        <div class="more">
          <p class="tg-text">{{ t().complete }}</p>
          @for (line of lines(); track line) {
            <p class="tg-text">{{ line }}</p>
          }
          @if (lines().length > 0) {
            <p>
              <a class="ds-link" routerLink="/completeness">{{ t().toCompleteness }}</a>
            </p>
          }
          <ng-content />
        </div>
      </details>
    }
  `,
  styles: `
    :host,
    .more {
      display: grid;
      gap: var(--tg-gap-sm);
    }

    p {
      margin: 0;
    }
  `,
})
export class ComparisonNote {
  readonly comparison = input.required<ComparisonDto>();
  protected readonly t = texts(comparisonTexts);
  protected readonly locked = computed(() =>
    this.comparison().standing === 'incomplete' ? this.t().incomplete : null,
  );
  protected readonly names = computed(() => this.comparison().buyers.map(({ name }) => name));
  protected readonly excluded = computed(() => this.comparison().leftOut.map(({ name }) => name));
  protected readonly lines = computed(() => {
    const say = this.locked() === null ? this.t().leftOut : this.t().lacking;
    return this.comparison().leftOut.map(({ name, missing }) => say({ name, months: missing }));
  });
}
