import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../icon/icon.ts';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

/** State of a page that the role may not see: tells who can give access. */
@Component({
  selector: 'tg-denied',
  imports: [Icon, RouterLink],
  template: `
    <section>
      <tg-icon name="lock" />
      <div>
        <h2 class="ds-heading" data-size="2xs">{{ t().deniedTitle }}</h2>
        <p>{{ who() ? t().deniedWho({ who: who() }) : t().deniedNobody }}</p>
        <ng-content />
        <a class="ds-button" data-variant="secondary" data-size="sm" routerLink="/">{{ t().toFront }}</a>
      </div>
    </section>
  `,
  styleUrl: './page-note.css',
})
export class Denied {
  /** Person or role that can give access, if known. */
  readonly who = input('');
  protected readonly t = texts(designTexts);
}
