import { Component, computed, inject, input } from '@angular/core';
import { read } from '@tallgrunn/api-client';
import { termsDifference } from '@tallgrunn/api-client/calls';
import { Loaded, TextLibrary, texts } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';

/** What a published version changed from the one before it, in words. */
@Component({
  selector: 'tg-version-changes',
  imports: [Loaded],
  template: `
    <details class="ds-details">
      <summary>{{ t().terms.changesFrom({ version: version() - 1 }) }}</summary>
      <div>
        <dl *tgLoaded="let changes from changes; shape: 'text'">
          @for (change of changes; track change.path + change.kind) {
            <div>
              <dt>{{ change.where }}</dt>
              <dd>{{ change.says }}</dd>
            </div>
          } @empty {
            <p>{{ t().editor.noChanges({ version: version() - 1 }) }}</p>
          }
        </dl>
      </div>
    </details>
  `,
  styleUrl: './editor/editor-parts.css',
})
export class VersionChanges {
  readonly agreementId = input.required<string>();
  readonly report = input.required<string>();
  readonly version = input.required<number>();
  protected readonly t = texts(agreementsTexts);
  readonly #language = inject(TextLibrary).language;
  readonly #question = computed(() => ({ agreementId: this.agreementId(), report: this.report(), from: this.version() - 1, to: this.version(), language: this.#language() }));
  protected readonly changes = read(termsDifference, () => this.#question());
}
