import { Component, computed, inject, input } from '@angular/core';
import { texts } from '@tallgrunn/design';
import { agreementsTexts } from '../../texts/agreements-texts.ts';
import { TermsEditorStore, controlId } from './terms-editor-store.ts';

/** Contract clause of a rule. */
@Component({
  selector: 'tg-terms-clause',
  template: `
    <details>
      <summary>
        {{ reference() ? t().editor.clauseOf({ reference: reference() }) : t().editor.noClause
        }}<span class="ds-sr-only"> {{ rule() }}</span>
      </summary>
      <label class="ds-label" [attr.for]="id()">{{ t().editor.clauseReference }}</label>
      <input
        class="ds-input"
        type="text"
        autocomplete="off"
        [id]="id()"
        [value]="reference()"
        (change)="write('reference', $event)"
      />
      <label class="ds-label" [attr.for]="id() + '-text'">{{ t().editor.clauseText }}</label>
      <textarea
        class="ds-input"
        rows="3"
        [id]="id() + '-text'"
        [value]="text()"
        (change)="write('text', $event)"
      ></textarea>
    </details>
  `,
  styles: `
    details {
      max-width: var(--tg-field-width);
      padding-block-start: var(--ds-size-1);
    }

    summary {
      color: var(--ds-color-neutral-text-subtle);
      cursor: pointer;
      min-height: 1.75rem;
    }
  `,
})
export class TermsClause {
  readonly pointer = input.required<string>();
  /** name of the rule for screen readers */
  readonly rule = input.required<string>();
  protected readonly t = texts(agreementsTexts);
  readonly #desk = inject(TermsEditorStore);
  readonly #at = computed(() => `/clauses/${this.pointer().replaceAll('~', '~0').replaceAll('/', '~1')}`);
  protected readonly id = computed(() => controlId(this.#at()));
  protected readonly reference = computed(() => String(this.#desk.value(`${this.#at()}/reference`) ?? ''));
  protected readonly text = computed(() => {
    const text = this.#desk.value(`${this.#at()}/text`);
    return typeof text === 'object' && text !== null ? String((text as { nb?: string }).nb ?? '') : String(text ?? '');
  });

  protected write(part: 'reference' | 'text', event: Event): void {
    const written = (event.target as HTMLInputElement).value.trim();
    const reference = part === 'reference' ? written : this.reference();
    const text = part === 'text' ? written : this.text();
    this.#desk.write(
      this.#at(),
      reference === '' && text === '' ? undefined : { reference, ...(text !== '' && { text }) },
    );
  }
}
