import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

/** Where a number comes from: the reckoning in words, its sources, the versions it was made with, and the way down. */
export interface Explanation {
  readonly formula: string;
  /** How it came about, in order. */
  readonly steps?: readonly string[];
  /** What one should know before using it. */
  readonly caveats?: readonly string[];
  /** Links beginning with http leave the product; others are pages of it. */
  readonly sources: readonly { readonly label: string; readonly link?: string }[];
  readonly versions: readonly { readonly label: string; readonly value: string }[];
  readonly wayDown?: {
    readonly label: string;
    readonly link: string;
    readonly query?: Readonly<Record<string, string>>;
  };
}

/** An explanation, told in full: inside the panel that "why?" opens, or where a page has opened the figure already. */
@Component({
  selector: 'tg-explained',
  imports: [RouterLink],
  templateUrl: './explained.html',
  styleUrl: './explained.css',
})
export class Explained {
  readonly explanation = input.required<Explanation>();
  protected readonly t = texts(designTexts);

  protected leaves(link: string): boolean {
    return /^https?:/.test(link);
  }
}
