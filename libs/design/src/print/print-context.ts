import { DestroyRef, Service, computed, effect, inject, signal } from '@angular/core';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

/** Of whom and of which period the figures on a page are: printed beside each of them, where the rest of the page may be on another sheet. */
@Service()
export class PrintContext {
  /** Who prints: the organisation one acts for. */
  readonly who = signal('');
  /** Of whom the figures are where the page has chosen one; else they are of those who print. */
  readonly whose = signal('');
  readonly period = signal('');
  readonly page = signal('');
  readonly #parts = computed(() => [this.whose() || this.who(), this.page(), this.period()]);

  /** Describes a figure for print: what it is, whose, of which page, in which unit and of which period; what is not stated is left out. */
  describe(unit = '', what = ''): string {
    const [whose = '', page = '', period = ''] = this.#parts();
    return [what, whose, page, unit, period].filter((part) => part !== '').join(' · ');
  }
}

/** States of whom and of which period the figures of a page are, for as long as it is shown; without a period they are of all months. Call it in a component's constructor or fields. */
export function printedFor(told: () => { readonly whose?: string | null; readonly period?: string | null }): void {
  const context = inject(PrintContext);
  const t = texts(designTexts);
  effect(() => {
    const { whose, period } = told();
    context.whose.set(whose ?? '');
    context.period.set(period || t().allMonths);
  });
  inject(DestroyRef).onDestroy(() => {
    context.whose.set('');
    context.period.set('');
  });
}
