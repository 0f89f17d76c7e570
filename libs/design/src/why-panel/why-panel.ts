import { Component, ElementRef, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../icon/icon.ts';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';
import { ExplanationDetails } from './explained.ts';
import type { Explanation } from './explained.ts';

let instanceCount = 0;

/** "Why?" button next to a figure: opens a panel with its explanation, which may arrive after the panel opens. */
@Component({
  selector: 'tg-why',
  imports: [ExplanationDetails, Icon, RouterLink],
  templateUrl: './why-panel.html',
  styleUrl: './why-panel.css',
})
export class WhyPanel {
  /** The figure as shown on the page. */
  readonly figure = input.required<string>();
  readonly explanation = input<Explanation | null>(null);
  readonly opened = output();
  protected readonly t = texts(designTexts);
  protected readonly id = `tg-why-${(instanceCount += 1)}`;
  protected readonly panel = viewChild.required<ElementRef<HTMLDialogElement>>('panel');

  protected open(): void {
    this.panel().nativeElement.showModal();
    this.opened.emit();
  }

  close(): void {
    this.panel().nativeElement.close();
  }

  /** A click outside the panel hits the dialog element itself. */
  protected closeOutside(event: Event): void {
    if (event.target === this.panel().nativeElement) this.close();
  }
}
