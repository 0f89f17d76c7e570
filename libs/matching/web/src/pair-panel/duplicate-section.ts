import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RepeatedLineDto } from '@tallgrunn/api-client/shapes';
import { StatusTag, Wording, texts } from '@tallgrunn/design';
import { formatLocation } from '../matching-page/review-columns.ts';
import { matchingTexts } from '../texts/matching-texts.ts';

/**
 * The row of the same report that a line repeats, as evidence: the same sale reported twice, or a second equal sale.
 */
@Component({
  selector: 'tg-duplicate-section',
  imports: [RouterLink, StatusTag],
  template: `
    @let row = repeats();
    <section class="tg-panel tg-stack" [attr.aria-label]="t().repeated.title">
      <h3 class="ds-heading" data-size="2xs">{{ t().repeated.title }}</h3>
      <p class="tg-row">
        <strong class="tg-number">{{ wording.money(row.amount) }}</strong>
        <tg-status [tone]="row.state === 'matched' ? 'good' : 'waiting'">{{ t().states[row.state] }}</tg-status>
      </p>
      <p class="place">{{ place() }}</p>
      <p>{{ t().repeated.why }}</p>
      <p>
        <a class="ds-link" routerLink="/combined" [queryParams]="{ line: 'r' + row.documentId + ':' + row.lineNo }">{{
          t().repeated.see
        }}</a>
      </p>
    </section>
  `,
  styles: `
    .place {
      overflow-wrap: anywhere;
    }
  `,
})
export class DuplicateSection {
  readonly repeats = input.required<RepeatedLineDto>();
  protected readonly t = texts(matchingTexts);
  protected readonly wording = inject(Wording);
  protected readonly place = computed(() => {
    const row = this.repeats();
    return [row.version, formatLocation(row, this.t(), this.wording), row.date ? this.wording.date(row.date) : '']
      .filter(Boolean)
      .join(' · ');
  });
}
