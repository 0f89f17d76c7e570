import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon.ts';

/** State of a page without data: reason and next step. The action is projected. */
@Component({
  selector: 'tg-empty',
  imports: [Icon],
  template: `
    <section>
      <tg-icon name="empty" />
      <div>
        <h2 class="ds-heading" data-size="2xs">{{ heading() }}</h2>
        <p>{{ reason() }}</p>
        <ng-content />
      </div>
    </section>
  `,
  styleUrl: './page-note.css',
})
export class Empty {
  readonly heading = input.required<string>();
  readonly reason = input.required<string>();
}
