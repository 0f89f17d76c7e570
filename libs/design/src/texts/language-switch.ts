import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { Language } from '@tallgrunn/values';
import { designTexts } from './design-texts.ts';
import { TextLibrary, texts } from './text-library.ts';

/** Each language in its own name, so that users find it without reading the current one. */
const names: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'nb', name: 'Bokmål' },
  { code: 'nn', name: 'Nynorsk' },
  { code: 'en', name: 'English' },
];

@Component({
  selector: 'tg-language-switch',
  template: `
    <label class="ds-sr-only" for="tg-language">{{ t().language }}</label>
    <select id="tg-language" class="ds-input" data-size="sm" (change)="choose($event)">
      @for (language of names; track language.code) {
        <option [value]="language.code" [lang]="language.code" [selected]="language.code === library.language()">
          {{ language.name }}
        </option>
      }
    </select>
  `,
})
export class LanguageSwitch {
  protected readonly names = names;
  protected readonly library = inject(TextLibrary);
  protected readonly t = texts(designTexts);
  readonly #router = inject(Router);

  protected choose(event: Event): void {
    const lang = (event.target as HTMLSelectElement).value;
    void this.#router.navigate([], { queryParams: { lang }, queryParamsHandling: 'merge' });
  }
}
