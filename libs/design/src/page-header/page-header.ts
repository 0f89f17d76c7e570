import { Component, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { PrintContext } from '../print/print-context.ts';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

export interface Crumb {
  readonly label: string;
  readonly link: string | readonly string[];
}

/** Breadcrumbs, page name and purpose of a page. Also sets the title of the browser tab in the current language. */
@Component({
  selector: 'tg-page-header',
  imports: [RouterLink],
  templateUrl: './page-header.html',
  styleUrl: './page-header.css',
})
export class PageHeader {
  readonly heading = input.required<string>();
  /** Parent pages, outermost first, without the page itself. */
  readonly crumbs = input<readonly Crumb[]>([]);
  /** The displayed section of a page with several; comes first in the browser tab's title. */
  readonly part = input('');
  /** Purpose of the page in one or two sentences. */
  readonly lead = input('');
  protected readonly t = texts(designTexts);
  readonly #title = inject(Title);

  constructor() {
    const printed = inject(PrintContext);
    effect(() => printed.page.set(this.heading()));
    effect(() =>
      this.#title.setTitle([this.part(), this.heading(), 'Tallgrunn'].filter((name) => name !== '').join(' – ')),
    );
  }

  protected last(): Crumb | undefined {
    return this.crumbs().at(-1);
  }
}
