import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../icon/icon.ts';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

/** The address names something that is not there for whoever asks: asking again would not help, another way would. */
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
