import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** One part of the page: heading, what it shows, the content, and a link to the page with everything. */
@Component({
  selector: 'tg-follow-up-section',
  imports: [RouterLink],
  template: `
    <section class="tg-stack">
      <h2 class="ds-heading" data-size="xs">{{ heading() }}</h2>
      @if (lead()) {
        <p class="tg-text">{{ lead() }}</p>
      }
      <ng-content />
      <p>
        <a class="ds-link" [routerLink]="page()" [queryParams]="filter()">{{ link() }}</a>
      </p>
    </section>
  `,
})
export class FollowUpSection {
  readonly heading = input.required<string>();
  readonly lead = input('');
  /** Address of the page with everything. */
  readonly page = input.required<string>();
  readonly filter = input<Readonly<Record<string, string>>>({});
  readonly link = input.required<string>();
}
