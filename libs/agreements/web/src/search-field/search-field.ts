import { Component, input, model } from '@angular/core';

/** Search field that searches on Enter, on the button, or when it is emptied. */
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
  /** Id of the input element. */
  readonly for = input.required<string>();
  readonly label = input.required<string>();
  readonly act = input.required<string>();
  readonly search = model('');

  protected ask(event: Event, value: string): void {
    event.preventDefault();
    this.search.set(value.trim());
  }
}
