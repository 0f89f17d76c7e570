import { Directive, TemplateRef, inject, input } from '@angular/core';

/** Template of a column's cells when text is not sufficient: `<ng-template tgCell="status" let-row>…</ng-template>`. */
@Directive({ selector: 'ng-template[tgCell]' })
export class Cell {
  readonly key = input.required<string>({ alias: 'tgCell' });
  readonly template = inject<TemplateRef<{ $implicit: unknown }>>(TemplateRef);
}
