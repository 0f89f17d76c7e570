import { Component, ElementRef, computed, inject, input, signal, viewChild } from '@angular/core';
import { labelOf, type FindingGroup, type Fix } from '@tallgrunn/checks';
import { TextLibrary, texts } from '@tallgrunn/design';
import { ReportStore } from '../report-session/report-store.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { chosenOption, longListMin, fixChoice } from './fix-options.ts';

const customerFindings = new Set(['buyer-not-entitled', 'buyer-homonym']);
let formCount = 0;

/** Returns a label for the fixes of several findings, because the label of one would name only its own value. */
function labelOfMany(fix: Fix, { count, code }: FindingGroup, several: Readonly<Record<string, string>>): string {
  return count > 1 && code !== 'not-a-number' ? (several[fix.kind] ?? '') : '';
}

/** Resolves one group: a button that names its effect, or a choice between options. */
@Component({
  selector: 'tg-apply-fix',
  templateUrl: './apply-fix.html',
  styleUrl: './apply-fix.css',
})
export class ApplyFix {
  readonly group = input.required<FindingGroup>();
  protected readonly t = texts(reportingTexts);
  protected readonly id = `way-out-${(formCount += 1)}`;
  protected readonly long = longListMin;
  protected readonly chosen = signal('');
  protected readonly missing = signal(false);
  protected readonly field = viewChild<ElementRef<HTMLElement>>('field');
  readonly #desk = inject(ReportStore);
  readonly #library = inject(TextLibrary);
  protected readonly way = computed(() =>
    fixChoice(this.group().example.fix, this.#desk.basis.known(), this.t().check),
  );
  protected readonly label = computed(() => {
    const { fix } = this.group().example;
    return fix ? labelOfMany(fix, this.group(), this.t().check.several) || labelOf(fix, this.#library.language()) : '';
  });

  /** The customer that causes the group, when it may be outside the cooperative; otherwise empty. */
  protected readonly stranger = computed(() =>
    customerFindings.has(this.group().code) && this.#desk.verdict()?.by === 'browser'
      ? (this.group().example.cause ?? '')
      : '',
  );

  protected exclude(): void {
    this.#desk.exclude(this.stranger());
  }

  protected settle(): void {
    void this.#desk.settle([this.group()]);
  }

  protected choose(event: Event): void {
    this.missing.set(false);
    this.chosen.set((event.target as HTMLInputElement | HTMLSelectElement).value);
  }

  protected settleChosen(): void {
    const way = this.way();
    const option = way?.kind === 'choice' ? chosenOption(way.options, this.chosen()) : undefined;
    if (option) void this.#desk.settle([this.group()], option);
    else this.#requestAgain();
  }

  /** Shows an error when the typed text is no option, and focuses the field. */
  #requestAgain(): void {
    this.missing.set(true);
    this.field()?.nativeElement.focus();
  }
}
