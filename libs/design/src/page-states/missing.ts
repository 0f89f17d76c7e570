import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../icon/icon.ts';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

/**
 * State for an address of something that does not exist or is not visible to the user. Retrying is not offered, because
 * it would not help.
 */
@Component({
  selector: 'tg-missing',
  imports: [Icon, RouterLink],
  template: `
    <section>
      <tg-icon name="question" />
      <div>
        <h2 class="ds-heading" data-size="2xs">{{ t().missingTitle }}</h2>
        <p>{{ t().missing }}</p>
        <a class="ds-button" data-variant="secondary" data-size="sm" routerLink="/">{{ t().toFront }}</a>
      </div>
    </section>
  `,
  styleUrl: './page-note.css',
})
export class Missing {
  protected readonly t = texts(designTexts);
}
