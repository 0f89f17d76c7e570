import { Component, ElementRef, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../icon/icon.ts';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

/** Where a number comes from: the reckoning in words, its sources, the versions it was made with, and the way down. */
export interface Explanation {
  readonly formula: string;
  readonly sources: readonly { readonly label: string; readonly link?: string }[];
  readonly versions: readonly { readonly label: string; readonly value: string }[];
  readonly wayDown?: { readonly label: string; readonly link: string; readonly query?: Readonly<Record<string, string>> };
}

let made = 0;

/** "Why?" beside a figure: opens a panel that explains it. The explanation may arrive after the panel opens. */
@Component({
  selector: 'tg-why',
  imports: [RouterLink, Icon],
  templateUrl: './why-panel.html',
  styleUrl: './why-panel.css',
})
export class WhyPanel {
  /** The figure as it stands on the page. */
  readonly figure = input.required<string>();
  readonly explanation = input<Explanation | null>(null);
  readonly opened = output();
  protected readonly t = texts(designTexts);
  protected readonly id = `tg-why-${(made += 1)}`;
  protected readonly panel = viewChild.required<ElementRef<HTMLDialogElement>>('panel');

  protected open(): void {
    this.panel().nativeElement.showModal();
    this.opened.emit();
  }

  protected close(): void {
    this.panel().nativeElement.close();
  }

  /** A press outside the panel lands on the dialog itself. */
  protected closeOutside(event: Event): void {
    if (event.target === this.panel().nativeElement) this.close();
  }
}
