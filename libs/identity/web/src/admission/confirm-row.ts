import { Injector, afterNextRender, inject, signal } from '@angular/core';

/** State of tables whose rows ask for confirmation: the row that asks, and the focus after the answer. */
export class RowConfirmation {
  readonly #asking = signal<string | null>(null);
  /** Id of the row that asks; null for none. */
  readonly asking = this.#asking.asReadonly();
  readonly #injector = inject(Injector);

  ask(id: string): void {
    this.#asking.set(id);
  }

  /** Cancels and moves the focus back to the row's button. */
  keep(pressed: EventTarget | null): void {
    const cell = rowOf(pressed);
    this.#close(() => buttonIn(cell));
  }

  /** Completes and moves the focus to the button of the next row, else of the previous row, else to the heading. */
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
