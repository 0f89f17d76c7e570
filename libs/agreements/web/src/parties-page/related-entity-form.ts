import { Component, input, output } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { relatedEntitiesCreate, relatedEntitiesChange } from '@tallgrunn/api-client/calls';
import type { RelatedEntityDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, fieldError, texts } from '@tallgrunn/design';
import { partyTexts } from '../texts/party-texts.ts';
import { ValidityFields } from './validity-fields.ts';
import { partyChangeForm, valuesOf } from './party-change-form.ts';

export const relatedEntityKinds = [
  'branch',
  'franchisee',
  'factoring-payee',
  'predecessor',
  'registration-abroad',
] as const;

/** Form for a related entity of a supplier, new or existing. */
@Component({
  selector: 'tg-related-entity-form',
  imports: [ValidityFields, ErrorSummary, Field],
  templateUrl: './related-entity-form.html',
})
export class RelatedEntityForm {
  readonly partyId = input.required<string>();
  /** Null for a new one. */
  readonly belonging = input<RelatedEntityDto | null>(null);
  /** True when something was saved. */
  readonly done = output<boolean>();
  protected readonly t = texts(partyTexts);
  protected readonly kinds = relatedEntityKinds;
  protected readonly change = partyChangeForm('belonging');
  protected readonly faultAt = fieldError;
  readonly #send = sender();

  protected async save(event: Event): Promise<void> {
    const values = valuesOf(event);
    if (!this.change.filled(values, ['name'])) return;
    const { kind, name = '', orgNumber, foreignNumber, country, fromOn, untilOn } = values;
    const body = {
      kind: relatedEntityKinds.find((each) => each === kind) ?? 'branch',
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
        ? this.#send(relatedEntitiesChange, { partyId, relatedEntityId: belonging.id, body })
        : this.#send(relatedEntitiesCreate, { partyId, body });
    if (await this.change.run(act)) this.done.emit(true);
  }
}
