import { Component, input, output } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { supplierTreeAddBelonging, supplierTreeChangeBelonging } from '@tallgrunn/api-client/calls';
import type { BelongingView } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, faultAt, texts } from '@tallgrunn/design';
import { partyTexts } from '../texts/party-texts.ts';
import { DaysFields } from './days-fields.ts';
import { partyChanger, valuesOf } from './party-changer.ts';

export const belongingKinds = [
  'branch',
  'franchisee',
  'factoring-payee',
  'predecessor',
  'registration-abroad',
] as const;

/** Form for a related entity of a supplier, new or existing. */
@Component({
  selector: 'tg-belonging-form',
  imports: [DaysFields, ErrorSummary, Field],
  templateUrl: './belonging-form.html',
})
export class BelongingForm {
  readonly partyId = input.required<string>();
  /** Null for a new one. */
  readonly belonging = input<BelongingView | null>(null);
  /** True when something was saved. */
  readonly done = output<boolean>();
  protected readonly t = texts(partyTexts);
  protected readonly kinds = belongingKinds;
  protected readonly change = partyChanger('belonging');
  protected readonly faultAt = faultAt;
  readonly #send = sender();

  protected async save(event: Event): Promise<void> {
    const values = valuesOf(event);
    if (!this.change.filled(values, ['name'])) return;
    const { kind, name = '', orgNumber, foreignNumber, country, fromOn, untilOn } = values;
    const body = {
      kind: belongingKinds.find((each) => each === kind) ?? 'branch',
      name,
      orgNumber: orgNumber || null,
      foreignNumber: foreignNumber || null,
      country: country?.toUpperCase() || 'NO',
      fromOn: fromOn || null,
      untilOn: untilOn || null,
    };
    const [partyId, belonging] = [this.partyId(), this.belonging()];
    const act = () =>
      belonging
        ? this.#send(supplierTreeChangeBelonging, { partyId, belongingId: belonging.id, body })
        : this.#send(supplierTreeAddBelonging, { partyId, body });
    if (await this.change.run(act)) this.done.emit(true);
  }
}
