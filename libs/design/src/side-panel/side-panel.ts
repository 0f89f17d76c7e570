import { DOCUMENT } from '@angular/common';
import { Component, DestroyRef, ElementRef, afterNextRender, inject, input, output, viewChild } from '@angular/core';
import { Icon } from '../icon/icon.ts';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

let instanceCount = 0;

/**
 * A modal panel at the edge of the page. It is open while it exists, and emits `closed` when the user wants to close
 * it.
 */
@Component({
  selector: 'tg-side-panel',
  imports: [Icon],
  template: `
    <dialog
      #panel
      [attr.aria-labelledby]="id"
      (click)="closeOutside($event)"
      (cancel)="$event.preventDefault(); closed.emit()"
    >
      <div class="inside">
        <header>
          <h2 class="ds-heading" data-size="xs" tabindex="-1" [id]="id">{{ heading() }}</h2>
          <button
            class="ds-button"
            data-variant="tertiary"
            data-icon
            type="button"
            [attr.aria-label]="t().close"
            (click)="closed.emit()"
          >
            <tg-icon name="cross" />
          </button>
        </header>
        <ng-content />
      </div>
    </dialog>
  `,
  styleUrl: './side-panel.css',
})
export class SidePanel {
  readonly heading = input.required<string>();
  readonly closed = output();
  protected readonly t = texts(designTexts);
  protected readonly id = `tg-side-${(instanceCount += 1)}`;
  protected readonly panel = viewChild.required<ElementRef<HTMLDialogElement>>('panel');

  readonly #document = inject(DOCUMENT);

  constructor() {
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const dialog = this.panel().nativeElement;
      const opener = this.#document.activeElement;
      dialog.showModal();
      // a dialog removed without being closed does not return focus
      destroyRef.onDestroy(
        () => opener instanceof HTMLElement && opener.isConnected && setTimeout(() => opener.focus()),
      );
    });
  }

  /** A click outside the panel hits the dialog element itself. */
  protected closeOutside(event: Event): void {
    if (event.target === this.panel().nativeElement) this.closed.emit();
  }
}
