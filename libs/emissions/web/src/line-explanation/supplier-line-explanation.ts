import { Component, inject, input } from '@angular/core';
import { read } from '@tallgrunn/api-client';
import { explanationsReportedLine } from '@tallgrunn/api-client/calls';
import { ExplanationDetails, Loaded, TextLibrary } from '@tallgrunn/design';
import { toExplanation } from '../to-explanation.ts';

/** Full explanation of the supplier-specific result of a report line. */
@Component({
  selector: 'tg-supplier-line-explanation',
  imports: [ExplanationDetails, Loaded],
  template: `<tg-explained *tgLoaded="let told; from: answer; shape: 'text'" [explanation]="explanationOf(told)" />`,
})
export class SupplierLineExplanation {
  readonly versionId = input.required<string>();
  readonly lineNo = input.required<number>();
  readonly #library = inject(TextLibrary);
  protected readonly answer = read(explanationsReportedLine, () => ({
    versionId: this.versionId(),
    lineNo: this.lineNo(),
    language: this.#library.language(),
  }));
  protected readonly explanationOf = toExplanation;
}
