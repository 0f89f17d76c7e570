import { CUSTOM_ELEMENTS_SCHEMA, Component, input } from '@angular/core';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';
import '@digdir/designsystemet-web/ds-field';

/**
 * A form field with label, help text and error. Projects one control (`<input class="ds-input" id="…">`); the custom
 * element connects label, help and error to it.
 */
@Component({
  selector: 'tg-field',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <ds-field class="ds-field">
      <label class="ds-label" [attr.for]="for()" [attr.data-weight]="'medium'">
        {{ label() }}
        @if (optional()) {
          <span class="optional">{{ t().optional }}</span>
        }
      </label>
      @if (help()) {
        <p data-field="description">{{ help() }}</p>
      }
      <ng-content />
      @if (error()) {
        <p class="ds-validation-message" data-field="validation">{{ error() }}</p>
      }
    </ds-field>
  `,
  styles: `
    :host {
      display: block;
      max-width: var(--tg-field-width);
    }

    .optional {
      color: var(--ds-color-neutral-text-subtle);
      font-weight: 400;
    }
  `,
})
export class Field {
  readonly label = input.required<string>();
  /** Id of the projected control. */
  readonly for = input.required<string>();
  readonly help = input('');
  readonly error = input('');
  readonly optional = input(false);
  protected readonly t = texts(designTexts);
}
