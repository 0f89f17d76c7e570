import { Directive, TemplateRef, inject, input } from '@angular/core';

/** How a column's cell is drawn when text is not enough: `<ng-template tgCell="status" let-row>…</ng-template>`. */
@Directive({ selector: 'ng-template[tgCell]' })
export class Cell {
  readonly key = input.required<string>({ alias: 'tgCell' });
  readonly template = inject<TemplateRef<{ $implicit: unknown }>>(TemplateRef);
}
