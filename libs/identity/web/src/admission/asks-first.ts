import { Injector, afterNextRender, inject, signal } from '@angular/core';

/** A row that asks before it ends something: which one asks, and where the focus goes when it has been answered. */
export class AsksFirst {
  readonly #asking = signal<string | null>(null);
  /** Id of the row that asks. */
  readonly asking = this.#asking.asReadonly();
  readonly #injector = inject(Injector);

  ask(id: string): void {
    this.#asking.set(id);
  }

  /** Nothing is ended: back to the button that was pressed. */
  keep(pressed: EventTarget | null): void {
    const cell = rowOf(pressed);
    this.#close(() => buttonIn(cell));
  }

  /** It is ended: on to the next row that has something to end, else the one before it, else the heading. */
  done(pressed: EventTarget | null): void {
    const row = rowOf(pressed);
    const [after, before] = [row?.nextElementSibling, row?.previousElementSibling];
    this.#close(() => buttonIn(after) ?? buttonIn(before) ?? document.querySelector('h1'));
  }

  #close(next: () => HTMLElement | null): void {
    this.#asking.set(null);
    afterNextRender(() => next()?.focus(), { injector: this.#injector });
  }
}

const rowOf = (pressed: EventTarget | null): Element | null =>
  pressed instanceof Element ? pressed.closest('tr') : null;
const buttonIn = (row: Element | null | undefined): HTMLElement | null => row?.querySelector('button') ?? null;
