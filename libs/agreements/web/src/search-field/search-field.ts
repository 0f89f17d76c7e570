import { Component, input, model } from '@angular/core';

/** A search that asks when the reader has written and pressed Enter or the button, or emptied the field. */
@Component({
  selector: 'tg-search-field',
  template: `
    <form role="search" (submit)="ask($event, field.value)">
      <label class="ds-label" [attr.for]="for()">{{ label() }}</label>
      <div class="line">
        <input
          #field
          class="ds-input"
          type="search"
          autocomplete="off"
          [id]="for()"
          [value]="search()"
          (search)="search.set(field.value.trim())"
        />
        <button class="ds-button" data-variant="secondary" type="submit">{{ act() }}</button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--tg-gap-sm);
      max-width: var(--tg-field-width);
    }

    .line {
      display: flex;
      gap: var(--tg-gap-sm);
    }

    input {
      flex: 1;
      min-width: 0;
    }
  `,
})
export class SearchField {
  /** The id of the field itself. */
  readonly for = input.required<string>();
  readonly label = input.required<string>();
  readonly act = input.required<string>();
  readonly search = model('');

  protected ask(event: Event, value: string): void {
    event.preventDefault();
    this.search.set(value.trim());
  }
}
