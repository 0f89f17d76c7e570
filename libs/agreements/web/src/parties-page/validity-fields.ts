import { Component, input } from '@angular/core';
import { Field, fieldError, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { partyTexts } from '../texts/party-texts.ts';

/** Fields `fromOn` and `untilOn` of the enclosing form: first and last day. */
@Component({
  selector: 'tg-validity-fields',
  imports: [Field],
  template: `
    <tg-field
      [for]="prefix() + '-fromOn'"
      [label]="t().from"
      [help]="t().dayHelp"
      [error]="faultAt(faults(), prefix() + '-fromOn')"
    >
      <input class="ds-input" type="date" name="fromOn" [id]="prefix() + '-fromOn'" [value]="from() ?? ''" />
    </tg-field>
    <tg-field
      [for]="prefix() + '-untilOn'"
      [label]="t().until"
      [help]="t().dayHelp"
      [error]="faultAt(faults(), prefix() + '-untilOn')"
    >
      <input class="ds-input" type="date" name="untilOn" [id]="prefix() + '-untilOn'" [value]="until() ?? ''" />
    </tg-field>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--tg-gap);
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    }
  `,
})
export class ValidityFields {
  readonly prefix = input.required<string>();
  readonly from = input<string | null>(null);
  readonly until = input<string | null>(null);
  readonly faults = input<readonly FormError[]>([]);
  protected readonly t = texts(partyTexts);
  protected readonly faultAt = fieldError;
}
