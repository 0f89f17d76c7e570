import { Component, inject, input } from '@angular/core';
import { read } from '@tallgrunn/api-client';
import { explanationsSpendLine } from '@tallgrunn/api-client/calls';
import { ExplanationDetails, Loaded, TextLibrary } from '@tallgrunn/design';
import { toExplanation } from '../to-explanation.ts';
import { Alternatives } from './alternatives.ts';

/** Full explanation of a booked line's emissions. */
@Component({
  selector: 'tg-spend-line-explanation',
  imports: [Alternatives, ExplanationDetails, Loaded],
  template: `
    <ng-container *tgLoaded="let told; from: answer; shape: 'text'">
      <tg-explained [explanation]="explanationOf(told)">
        @if (told.alternatives.length > (told.figure.method === 'ask' ? 0 : 1)) {
          <tg-alternatives [alternatives]="told.alternatives" [asked]="told.figure.method === 'ask'" />
        }
      </tg-explained>
    </ng-container>
  `,
})
export class SpendLineExplanation {
  readonly batchId = input.required<string>();
  readonly lineNo = input.required<number>();
  readonly #library = inject(TextLibrary);
  protected readonly answer = read(explanationsSpendLine, () => ({
    batchId: this.batchId(),
    lineNo: this.lineNo(),
    language: this.#library.language(),
  }));
  protected readonly explanationOf = toExplanation;
}
