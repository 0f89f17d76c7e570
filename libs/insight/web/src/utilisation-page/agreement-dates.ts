import { Component, computed, inject, input } from '@angular/core';
import type { AgreementUtilisationDto } from '@tallgrunn/api-client/shapes';
import { Wording, texts } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';
import { agreementTimeline } from './agreement-timeline.ts';

/** Timeline of an agreement's dates, including today. */
@Component({
  selector: 'tg-agreement-dates',
  template: `
    <ol>
      @for (date of dates(); track $index) {
        <li [attr.class]="date.kind">
          <time [attr.datetime]="date.on">{{ wording.date(date.on) }}</time>
          <span>{{ date.words }}</span>
        </li>
      }
    </ol>
  `,
  styleUrl: './agreement-dates.css',
})
export class AgreementDates {
  readonly view = input.required<AgreementUtilisationDto>();
  protected readonly t = texts(insightTexts);
  protected readonly wording = inject(Wording);
  protected readonly dates = computed(() => agreementTimeline(this.view(), this.t().use.options));
}
