import { Component, input, model } from '@angular/core';
import type { Terms, TermsField } from '@tallgrunn/checks';
import { texts } from '@tallgrunn/design';
import { languageNow } from '../language-now.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { fieldTitle } from './terms-words.ts';

/** Which columns a report must fill in. */
@Component({
  selector: 'tg-required-fields',
  template: `
    <fieldset>
      <legend class="ds-label">{{ t().publish.required }}</legend>
      <p class="tg-subtle">{{ t().publish.requiredHelp }}</p>
      <div class="fields">
        @for (table of terms().tables; track table.name) {
          @for (field of table.fields; track field.name) {
            <label><input class="ds-input" type="checkbox" [checked]="required().has(table.name + '.' + field.name)" (change)="toggle(table.name + '.' + field.name)" />{{ title(field) }}</label>
          }
        }
      </div>
    </fieldset>
  `,
  styles: `
    .fields {
      display: grid;
      gap: 0 var(--tg-gap);
      grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
      padding-block-start: var(--tg-gap-sm);
    }

    label {
      align-items: center;
      display: flex;
      gap: var(--tg-gap-sm);
      min-height: 2.5rem;
    }
  `,
})
export class RequiredFields {
  readonly terms = input.required<Terms>();
  /** "table.column" of each. */
  readonly required = model.required<ReadonlySet<string>>();
  protected readonly t = texts(agreementsTexts);
  readonly #language = languageNow();

  protected title(field: TermsField): string {
    return fieldTitle(field, this.#language());
  }

  protected toggle(name: string): void {
    this.required.update((names) => (names.has(name) ? new Set([...names].filter((other) => other !== name)) : new Set([...names, name])));
  }
}
