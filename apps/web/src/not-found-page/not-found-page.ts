import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeader, texts } from '@tallgrunn/design';
import { shellTexts } from '../texts/shell-texts.ts';

@Component({
  selector: 'tg-not-found-page',
  imports: [PageHeader, RouterLink],
  template: `
    <tg-page-header [heading]="t().notFound.title" [lead]="t().notFound.lead" />
    <a class="ds-button" routerLink="/">{{ t().notFound.home }}</a>
  `,
})
export class NotFoundPage {
  protected readonly t = texts(shellTexts);
}
