import { DestroyRef, ElementRef, afterNextRender, inject, signal } from '@angular/core';
import type { Signal } from '@angular/core';

/** The width of this component in pixels, so that text in a drawing keeps its size on every window. */
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
