import { Component, inject, input, signal } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { obligationsTemplate } from '@tallgrunn/api-client/calls';
import { Icon, TextLibrary, texts } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { fileSaver } from './save-file.ts';

/** Downloads the empty report of an obligation in the interface language. */
@Component({
  selector: 'tg-template-link',
  imports: [Icon],
  template: `<button
    class="ds-button"
    data-variant="tertiary"
    data-size="sm"
    type="button"
    [attr.aria-busy]="fetching()"
    (click)="fetch()"
  >
    <tg-icon name="download" />{{ t().template }}
  </button>`,
})
export class TemplateLink {
  readonly obligationId = input.required<string>();
  /** Name of the file without extension. */
  readonly name = input.required<string>();
  protected readonly t = texts(reportingTexts);
  protected readonly fetching = signal(false);
  readonly #send = sender();
  readonly #save = fileSaver();
  readonly #library = inject(TextLibrary);

  protected async fetch(): Promise<void> {
    if (this.fetching()) return;
    this.fetching.set(true);
    try {
      this.#save(
        await this.#send(obligationsTemplate, {
          obligationId: this.obligationId(),
          language: this.#library.language(),
        }),
        `${this.name()}.xlsx`,
      );
    } finally {
      this.fetching.set(false);
    }
  }
}
