import { Component, computed, inject } from '@angular/core';
import { texts } from '@tallgrunn/design';
import { typedTexts } from '../texts/manual-entry/typed-texts.ts';
import { ManualEntryCheck } from './manual-entry-check.ts';
import { ManualEntryDraft } from './manual-entry-draft.ts';
import type { EditConflict } from './entered-lines.ts';

/** Edit conflicts: both values of a cell, and the choice between them. */
@Component({
  selector: 'tg-edit-conflicts',
  styles: ':host:empty { display: none; }',
  template: `
    @if (told().length > 0) {
      <section class="ds-alert" data-color="warning" role="alert" aria-labelledby="clashes-title">
        <h2 id="clashes-title" class="ds-heading" data-size="2xs">{{ s().clashes.title }}</h2>
        <ul>
          @for (one of told(); track one.clash) {
            <li>
              <p>{{ one.sentence }}</p>
              <p class="tg-row">
                <button
                  class="ds-button"
                  data-variant="secondary"
                  data-size="sm"
                  type="button"
                  (click)="draft.settle(one.clash, false)"
                >
                  {{ one.keep }}
                </button>
                <button
                  class="ds-button"
                  data-variant="secondary"
                  data-size="sm"
                  type="button"
                  (click)="draft.settle(one.clash, true)"
                >
                  {{ one.use }}
                </button>
              </p>
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class EditConflicts {
  protected readonly s = texts(typedTexts);
  protected readonly draft = inject(ManualEntryDraft);
  readonly #check = inject(ManualEntryCheck);

  protected readonly told = computed(() => this.draft.clashes().map((clash) => ({ clash, ...this.#describe(clash) })));

  #describe({ id, field, mine, theirs, by }: EditConflict): {
    readonly sentence: string;
    readonly keep: string;
    readonly use: string;
  } {
    const t = this.s().clashes;
    const where = {
      who: by ?? t.somebody,
      row: this.#check.numberOf(id),
      column: this.#check.columns()?.find((column) => column.field === field)?.title ?? '',
    };
    if (field === null) return { sentence: t.line(where), keep: t.keepLine, use: t.removeLine };
    return {
      sentence: t.cell({ ...where, mine, theirs }),
      keep: t.keep({ value: theirs }),
      use: t.use({ value: mine }),
    };
  }
}
