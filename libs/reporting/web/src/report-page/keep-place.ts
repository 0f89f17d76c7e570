import { DOCUMENT, Directive, ElementRef, afterEveryRender, inject } from '@angular/core';
import { ReportDesk } from '../desk/report-desk.ts';

const cards = 'tg-finding-kind article';
const openCards = `${cards}:not(.answered):not([data-severity="info"])`;

/**
 * Keeps the keyboard's place while findings are settled: what one stood on goes with its finding, and then one stands on the next that waits
 * for an answer, or on the heading of the step that comes next. Readers of the screen hear where they came to.
 */
@Directive({
  selector: '[tgKeepPlace]',
  host: { '(focusin)': 'remember($event)', '(document:pointerdown)': 'forget($event)' },
})
export class KeepPlace {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #document = inject(DOCUMENT);
  readonly #desk = inject(ReportDesk);
  #last: Element | null = null;
  /** Which card that was, from the top; -1 for none. */
  #card = -1;

  constructor() {
    afterEveryRender(() => this.#find());
  }

  protected remember({ target }: Event): void {
    if (!(target instanceof Element)) return;
    this.#last = target;
    this.#card = this.#cards().indexOf(target.closest(cards) as HTMLElement);
  }

  /** Who points somewhere else has left. */
  protected forget({ target }: Event): void {
    if (target instanceof Node && !this.#host.contains(target)) this.#last = null;
  }

  #find(): void {
    const { activeElement, body } = this.#document;
    const isLost = this.#last && !this.#last.isConnected && (!activeElement || activeElement === body);
    const readiness = this.#desk.readiness();
    if (!isLost || !readiness) return; // while it is checked again there is nowhere to go
    this.#last = null;
    const card = this.#card < 0 ? undefined : this.#waiting();
    const target =
      card?.querySelector<HTMLElement>('[role="heading"]') ??
      this.#document.getElementById(readiness.ready ? 'step-4' : 'step-3');
    target?.focus();
  }

  /** The one that stands in the old place or the next after it, else the first. */
  #waiting(): HTMLElement | undefined {
    const all = this.#cards();
    const open = [...this.#host.querySelectorAll<HTMLElement>(openCards)];
    return open.find((card) => all.indexOf(card) >= this.#card) ?? open[0];
  }

  #cards(): HTMLElement[] {
    return [...this.#host.querySelectorAll<HTMLElement>(cards)];
  }
}
