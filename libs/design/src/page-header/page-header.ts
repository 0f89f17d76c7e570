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

/** Where one is, the page's name, and what the page is for. Names the browser tab too, in the language of the screen. */
@Component({
  selector: 'tg-page-header',
  imports: [RouterLink],
  templateUrl: './page-header.html',
  styleUrl: './page-header.css',
})
export class PageHeader {
  readonly heading = input.required<string>();
  /** The pages above this one, outermost first; the page itself is not among them. */
  readonly crumbs = input<readonly Crumb[]>([]);
  /** Which part of the page is shown, where it has several: first in the name of the browser's tab. */
  readonly part = input('');
  /** One or two sentences: what the page answers. */
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
