import { DestroyRef, ElementRef, afterNextRender, inject, signal } from '@angular/core';
import type { Signal } from '@angular/core';

/** Returns the width of the component in px as a signal, so that text in a chart keeps its size in every window. */
export function measuredWidth(atFirst = 640): Signal<number> {
  const width = signal(atFirst);
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const destroyed = inject(DestroyRef);
  afterNextRender(() => {
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => {
      const seen = Math.floor(entry?.contentRect.width ?? 0);
      if (seen > 0) width.set(seen);
    });
    observer.observe(host);
    destroyed.onDestroy(() => observer.disconnect());
  });
  return width;
}
