import { Component, inject, input } from '@angular/core';
import { read } from '@tallgrunn/api-client';
import { whyWhyReportedLine } from '@tallgrunn/api-client/calls';
import { Explained, Loaded, TextLibrary } from '@tallgrunn/design';
import { explanationOf } from '../explanation-of.ts';

/** The supplier's own footprint that stands beside a reported line, told in full. */
@Component({
  selector: 'tg-why-beside-line',
  imports: [Explained, Loaded],
  template: `<tg-explained *tgLoaded="let told; from: answer; shape: 'text'" [explanation]="explanationOf(told)" />`,
})
export class WhyBesideLine {
  readonly versionId = input.required<string>();
  readonly lineNo = input.required<number>();
  readonly #library = inject(TextLibrary);
  protected readonly answer = read(whyWhyReportedLine, () => ({
    versionId: this.versionId(),
    lineNo: this.lineNo(),
    language: this.#library.language(),
  }));
  protected readonly explanationOf = explanationOf;
}
