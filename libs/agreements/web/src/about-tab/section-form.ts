import { Component, input, output } from '@angular/core';
import { texts } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';
import type { ChangeForm } from './change-form.ts';

/** Form of a section: its fields, save and cancel. The fields are read by name on submit. */
@Component({
  selector: 'tg-section-form',
  template: `
    <form class="tg-panel tg-form" novalidate (submit)="sent.emit($event)">
      <h3 class="ds-heading" data-size="2xs">{{ heading() }}</h3>
      <div class="pair"><ng-content /></div>
      <div class="tg-row">
        <button class="ds-button" type="submit" [attr.aria-busy]="change().busy()">{{ t().change.save }}</button>
        <button class="ds-button" data-variant="tertiary" type="button" (click)="left.emit()">
          {{ t().change.cancel }}
        </button>
      </div>
    </form>
  `,
  styleUrl: './section.css',
})
export class SectionForm {
  readonly heading = input.required<string>();
  readonly change = input.required<ChangeForm>();
  readonly sent = output<Event>();
  readonly left = output();
  protected readonly t = texts(registerTexts);
}
