import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/**
 * Focuses an element that replaces a finished form, so that it is announced and keyboard navigation continues from it.
 */
@Directive({ selector: '[tgTakesFocus]', host: { tabindex: '-1' } })
export class AutoFocus {
  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.focus());
  }
}
