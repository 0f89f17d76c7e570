import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

/** Explanation of a figure: its calculation in words, sources, versions, and a link to the underlying lines. */
export interface Explanation {
  readonly formula: string;
  /** Calculation steps, in order. */
  readonly steps?: readonly string[];
  /** Caveats to know before using the figure. */
  readonly caveats?: readonly string[];
  /** Links starting with http leave the product; others are pages of it. */
  readonly sources: readonly { readonly label: string; readonly link?: string }[];
  readonly versions: readonly { readonly label: string; readonly value: string }[];
  readonly wayDown?: {
    readonly label: string;
    readonly link: string;
    readonly query?: Readonly<Record<string, string>>;
  };
}

/** A complete explanation: inside the panel that "why?" opens, or on a page that already shows the figure. */
@Component({
  selector: 'tg-explained',
  imports: [RouterLink],
  templateUrl: './explained.html',
  styleUrl: './explained.css',
})
export class ExplanationDetails {
  readonly explanation = input.required<Explanation>();
  protected readonly t = texts(designTexts);

  protected leaves(link: string): boolean {
    return /^https?:/.test(link);
  }
}
