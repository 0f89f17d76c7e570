import { DOCUMENT } from '@angular/common';
import { Component, inject } from '@angular/core';
import { Failed, PageHeader, texts } from '@tallgrunn/design';
import { PageTrouble } from '../page-trouble.ts';
import { shellTexts } from '../texts/shell-texts.ts';

/** Stands in for a page that could not be fetched: the server is silent, or a newer version of the pages has come. */
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
  protected readonly trouble = inject(PageTrouble);
  readonly #document = inject(DOCUMENT);

  /** The address is still that of the page that was asked for. */
  protected reload(): void {
    this.#document.location.reload();
  }
}
