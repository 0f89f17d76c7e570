import { DOCUMENT, Directive, ElementRef, afterEveryRender, inject } from '@angular/core';
import { ReportStore } from '../report-session/report-store.ts';

const cards = 'tg-finding-kind article';
const openCards = `${cards}:not(.answered):not([data-severity="info"])`;

/**
 * Keeps keyboard focus while findings are resolved. Focus follows the current finding, then moves to the next
 * unanswered one, or to the heading of the next step. Screen readers announce the new position.
 */
@Directive({
  selector: '[tgKeepPlace]',
  host: { '(focusin)': 'remember($event)', '(document:pointerdown)': 'forget($event)' },
})
export class RestoreFocus {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #document = inject(DOCUMENT);
  readonly #desk = inject(ReportStore);
  #last: Element | null = null;
  /** Index of the card that had the focus; -1 for none. */
  #card = -1;

  constructor() {
    afterEveryRender(() => this.#find());
  }

  protected remember({ target }: Event): void {
    if (!(target instanceof Element)) return;
    this.#last = target;
    this.#card = this.#cards().indexOf(target.closest(cards) as HTMLElement);
  }

  /** A click elsewhere ends the tracking. */
  protected forget({ target }: Event): void {
    if (target instanceof Node && !this.#host.contains(target)) this.#last = null;
  }

  #find(): void {
    const { activeElement, body } = this.#document;
    const isLost = this.#last && !this.#last.isConnected && (!activeElement || activeElement === body);
    const readiness = this.#desk.readiness();
    if (!isLost || !readiness) return; // wait for the check to finish
    this.#last = null;
    const card = this.#card < 0 ? undefined : this.#waiting();
    const target =
      card?.querySelector<HTMLElement>('[role="heading"]') ??
      this.#document.getElementById(readiness.ready ? 'step-4' : 'step-3');
    target?.focus();
  }

  /** Returns the unanswered card at or after the previous position, else the first. */
  #waiting(): HTMLElement | undefined {
    const all = this.#cards();
    const open = [...this.#host.querySelectorAll<HTMLElement>(openCards)];
    return open.find((card) => all.indexOf(card) >= this.#card) ?? open[0];
  }

  #cards(): HTMLElement[] {
    return [...this.#host.querySelectorAll<HTMLElement>(cards)];
  }
}
