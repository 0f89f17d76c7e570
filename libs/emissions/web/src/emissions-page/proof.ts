import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { emissionsProof } from '@tallgrunn/api-client/calls';
import { ProblemWords, texts } from '@tallgrunn/design';
import { emissionsTexts } from '../texts/emissions-texts.ts';

/** Makes a run again from what it read, and says whether every line comes out the same. */
@Component({
  selector: 'tg-proof',
  template: `
    <p class="tg-row">
      <button class="ds-button" data-variant="secondary" data-size="sm" type="button" [attr.aria-busy]="working()" (click)="prove()">{{ t().page.prove }}</button>
      <span role="status">{{ told() }}</span>
    </p>
  `,
})
export class Proof {
  readonly run = input.required<number>();
  protected readonly t = texts(emissionsTexts);
  protected readonly working = signal(false);
  /** What came of it; another run has not been tried. */
  protected readonly told = linkedSignal({ source: this.run, computation: () => '' });
  readonly #send = sender();
  readonly #words = inject(ProblemWords);

  protected async prove(): Promise<void> {
    if (this.working()) return;
    this.working.set(true);
    try {
      const { holds, lines, linesDiffering, multipliersDiffering, besidesDiffering, totalsDiffering } = await this.#send(emissionsProof, { number: this.run() });
      this.told.set(holds ? this.t().page.holds({ lines }) : this.t().page.differs({ count: linesDiffering + multipliersDiffering + besidesDiffering + totalsDiffering }));
    } catch (error) {
      this.told.set(this.#words.sentence(problemOf(error)));
    } finally {
      this.working.set(false);
    }
  }
}
