import { DOCUMENT } from '@angular/common';
import { Component, inject } from '@angular/core';
import { Failed, PageHeader, texts } from '@tallgrunn/design';
import { ErrorBanner } from '../error-banner.ts';
import { shellTexts } from '../texts/shell-texts.ts';

/**
 * Page shown when a page could not be loaded: the server is unreachable, or a newer version of the pages was deployed.
 */
@Component({
  selector: 'tg-unavailable-page',
  imports: [Failed, PageHeader],
  template: `
    <tg-page-header [heading]="t().unavailable" />
    <tg-failed [error]="trouble.cause()" (retry)="reload()" />
  `,
})
export class UnavailablePage {
  protected readonly t = texts(shellTexts);
  protected readonly trouble = inject(ErrorBanner);
  readonly #document = inject(DOCUMENT);

  /** Reloads the requested page; the address is unchanged. */
  protected reload(): void {
    this.#document.location.reload();
  }
}
