import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/** What takes the place of a form that is done with takes its focus too, so that it is read out and the keyboard goes on from there. */
@Directive({ selector: '[tgTakesFocus]', host: { tabindex: '-1' } })
export class TakesFocus {
  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.focus());
  }
}
