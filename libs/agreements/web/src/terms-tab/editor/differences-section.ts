import { Component, computed, inject, input } from '@angular/core';
import { diffTerms, describeChange } from '@tallgrunn/checks';
import type { Terms } from '@tallgrunn/checks';
import { texts } from '@tallgrunn/design';
import { currentLanguage } from '../../current-language.ts';
import { agreementsTexts } from '../../texts/agreements-texts.ts';
import { TermsEditorStore } from './terms-editor-store.ts';

/** Describes the changes of the draft from the previous version, updated while editing. */
@Component({
  selector: 'tg-differences-section',
  template: `
    @if (changes().length > 0) {
      <p class="tg-subtle">{{ t().editor.changesFrom({ version: before().version, count: changes().length }) }}</p>
      <dl class="tg-facts">
        @for (change of changes(); track $index) {
          <div>
            <dt>{{ change.where }}</dt>
            <dd>{{ change.says }}</dd>
          </div>
        }
      </dl>
    } @else {
      <p>{{ t().editor.noChanges({ version: before().version }) }}</p>
    }
  `,
  styleUrl: './editor-sections.css',
})
export class DifferencesSection {
  readonly before = input.required<Terms>();
  protected readonly t = texts(agreementsTexts);
  readonly #desk = inject(TermsEditorStore);
  readonly #language = currentLanguage();
  protected readonly changes = computed(() =>
    diffTerms(this.before(), this.#desk.draft()).map((change) =>
      describeChange(change, this.before(), this.#desk.draft(), this.#language()),
    ),
  );
}
