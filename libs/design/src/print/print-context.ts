import { DestroyRef, Service, computed, effect, inject, signal } from '@angular/core';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

/**
 * Organisation and period of a page's figures. Printed next to each figure, because the rest of the page may be on
 * another sheet.
 */
@Service()
export class PrintContext {
  /** The organisation that prints: the active one. */
  readonly who = signal('');
  /** Organisation of the figures when the page has selected one; otherwise that of the user. */
  readonly whose = signal('');
  readonly period = signal('');
  readonly page = signal('');
  readonly #parts = computed(() => [this.whose() || this.who(), this.page(), this.period()]);

  /** Describes a figure for print: name, organisation, page, unit and period. Missing parts are omitted. */
  describe(unit = '', what = ''): string {
    const [whose = '', page = '', period = ''] = this.#parts();
    return [what, whose, page, unit, period].filter((part) => part !== '').join(' · ');
  }
}

/**
 * Sets organisation and period of the page's figures while it is shown; without a period, "all months". Call it in a
 * component's constructor or field initialisers.
 */
export function setPrintContext(
  figures: () => { readonly whose?: string | null; readonly period?: string | null },
): void {
  const context = inject(PrintContext);
  const t = texts(designTexts);
  effect(() => {
    const { whose, period } = figures();
    context.whose.set(whose ?? '');
    context.period.set(period || t().allMonths);
  });
  inject(DestroyRef).onDestroy(() => {
    context.whose.set('');
    context.period.set('');
  });
}
