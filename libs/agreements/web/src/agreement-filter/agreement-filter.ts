import { Component, DOCUMENT, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { read } from '@tallgrunn/api-client';
import { agreementsShow } from '@tallgrunn/api-client/calls';
import { Loaded, designTexts, texts } from '@tallgrunn/design';

/** Names the agreement that a list is limited to, with the way back to it and to all agreements. */
@Component({
  selector: 'tg-agreement-filter',
  imports: [Loaded, RouterLink],
  template: `
    <p class="tg-row" *tgLoaded="let view; from: agreement; shape: 'text'">
      <span>
        {{ t().agreementFilter.only }}
        <a class="ds-link" [routerLink]="['/agreements', view.id]">{{ view.number }} {{ view.title }}</a>
      </span>
      <a
        class="ds-link"
        [routerLink]="[]"
        [queryParams]="{ agreement: null }"
        queryParamsHandling="merge"
        (click)="focusHeading()"
        >{{ t().agreementFilter.all }}</a
      >
    </p>
  `,
})
export class AgreementFilter {
  readonly agreementId = input.required<string>();
  protected readonly t = texts(designTexts);
  protected readonly agreement = read(agreementsShow, () => ({ agreementId: this.agreementId() }));
  readonly #document = inject(DOCUMENT);

  /** Moves focus to the page's heading, because the link disappears with the limit. */
  protected focusHeading(): void {
    this.#document.querySelector<HTMLElement>('h1')?.focus();
  }
}
