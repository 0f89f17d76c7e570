import { Component, computed, inject, input } from '@angular/core';
import { read } from '@tallgrunn/api-client';
import { termsDiff } from '@tallgrunn/api-client/calls';
import { Loaded, TextLibrary, texts } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';

/** Describes the changes of a published version from the previous one. */
@Component({
  selector: 'tg-version-changes',
  imports: [Loaded],
  template: `
    <details class="ds-details">
      <summary>{{ t().terms.changesFrom({ version: version() - 1 }) }}</summary>
      <div>
        <ng-container *tgLoaded="let changes; from: changes; shape: 'text'">
          @if (changes.length > 0) {
            <dl class="tg-facts">
              @for (change of changes; track change.path + change.kind) {
                <div>
                  <dt>{{ change.where }}</dt>
                  <dd>{{ change.says }}</dd>
                </div>
              }
            </dl>
          } @else {
            <p>{{ t().editor.noChanges({ version: version() - 1 }) }}</p>
          }
        </ng-container>
      </div>
    </details>
  `,
  styleUrl: './editor/editor-sections.css',
})
export class VersionChanges {
  readonly agreementId = input.required<string>();
  readonly report = input.required<string>();
  readonly version = input.required<number>();
  protected readonly t = texts(agreementsTexts);
  readonly #language = inject(TextLibrary).language;
  readonly #question = computed(() => ({
    agreementId: this.agreementId(),
    report: this.report(),
    from: this.version() - 1,
    to: this.version(),
    language: this.#language(),
  }));
  protected readonly changes = read(termsDiff, () => this.#question());
}
