import { Component, computed, inject, input, signal } from '@angular/core';
import { arrived, problemOf, read } from '@tallgrunn/api-client';
import { explanationsSpendLine } from '@tallgrunn/api-client/calls';
import { ProblemMessages, TextLibrary, WhyPanel, type Explanation } from '@tallgrunn/design';

/** "Why?" for the kilograms of a booked line; the explanation is loaded when it is opened. */
@Component({
  selector: 'tg-emission-explanation',
  imports: [WhyPanel],
  template: `<tg-why [figure]="figure()" [explanation]="explanation()" (opened)="asked.set(true)" />`,
})
export class EmissionExplanation {
  /** The figure as displayed on the page. */
  readonly figure = input.required<string>();
  /** The booked line. */
  readonly batchId = input.required<string>();
  readonly lineNo = input.required<number>();
  protected readonly asked = signal(false);
  readonly #library = inject(TextLibrary);
  readonly #messages = inject(ProblemMessages);
  readonly #answer = read(explanationsSpendLine, () =>
    this.asked() ? { batchId: this.batchId(), lineNo: this.lineNo(), language: this.#library.language() } : undefined,
  );
  protected readonly explanation = computed<Explanation | null>(() => {
    const error = this.#answer.error();
    if (error) return { formula: this.#messages.sentence(problemOf(error)), sources: [], versions: [] };
    const answer = arrived(this.#answer);
    if (!answer) return null;
    const { formula, steps, caveats, sources, versions, wayDown } = answer;
    return {
      formula,
      steps,
      caveats,
      sources,
      versions,
      wayDown: {
        label: wayDown?.label ?? '',
        link: '/combined',
        query: { line: `s${this.batchId()}:${this.lineNo()}` },
      },
    };
  });
}
